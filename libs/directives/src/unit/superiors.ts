import type { Facts, Lookup } from '@edict/kernel';

import { following, heirsOf } from './heirs.ts';
import type { Registration } from './unit.messages.ts';
import type { Registered } from './unit.state.ts';

/** Units as they are registered, who follows them, and who stands above, all the way up. */
export const withSuperiors = (ids: readonly string[]): Readonly<Record<string, Lookup>> =>
  Object.fromEntries(ids.map((id) => [id, { ...following(id), leads: onwards }]));

const onwards = (found: unknown): Readonly<Record<string, Lookup>> => {
  const known = found as Registered | null;
  return withSuperiors([...heirsOf(known), ...(known?.entry.parent ? [known.entry.parent] : [])]);
};

/** Whoever stands above one of these, at once or further up. */
export const superiorsOf = (ids: readonly string[], units: Facts<Registration | null>): readonly string[] => {
  const above: string[] = [];
  const line = [...ids];
  for (const id of line) {
    const parent = units[id]?.value?.entry.parent;
    if (parent && !line.includes(parent)) line.push(parent);
    if (parent && !above.includes(parent)) above.push(parent);
  }
  return above;
};
