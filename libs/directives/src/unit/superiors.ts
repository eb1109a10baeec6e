import { dayOf, type Facts, type Instant, type LocalDate, type Lookup } from '@edict/kernel';

import { answering, following, heirsOf } from './heirs.ts';
import type { Registration } from './unit.messages.ts';
import { entryOn, type Registered } from './unit.state.ts';

type Known = Registration & Partial<Registered>;

/** Units as they are registered, who follows them, and who stands above, all the way up. */
export const withSuperiors = (ids: readonly string[]): Readonly<Record<string, Lookup>> =>
  Object.fromEntries(ids.map((id) => [id, { ...following(id), leads: onwards }]));

const onwards = (found: unknown): Readonly<Record<string, Lookup>> => {
  const known = found as Known | null;
  return withSuperiors([...heirsOf(known), ...parentsOf(known)]);
};

/** Under whom it has been filed or put, whenever that begins. */
const parentsOf = (known: Known | null): readonly string[] =>
  known ? [known.entry, ...(known.parents ?? [])].flatMap(({ parent }) => (parent ? [parent] : [])) : [];

type Moment = Readonly<{ now: Instant; zone: string }>;

/** Whoever stands above one of these by then, at once or further up, and whoever has succeeded one who does. */
export const superiorsOf = (
  ids: readonly string[],
  units: Facts<Known | null>,
  { now, zone }: Moment,
): readonly string[] => {
  const day = dayOf(now, zone);
  const above: string[] = [];
  const line = [...ids];
  for (const id of line) {
    const over = answering(parentOn(units[id]?.value ?? null, day), units, now);
    line.push(...over.filter((each) => !line.includes(each)));
    above.push(...over.filter((each) => !above.includes(each)));
  }
  return above;
};

const parentOn = (known: Known | null, day: LocalDate): readonly string[] => {
  const parent = known && entryOn(known, day).parent;
  return parent ? [parent] : [];
};
