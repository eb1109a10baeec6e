import { type Facts, type Instant, type Lookup } from '@edict/kernel';

import { unitNamed } from './unit.decider.ts';
import type { Registration, SuccessionNote } from './unit.messages.ts';
import { isCalledOff, type Registered } from './unit.state.ts';

type Known = Registration & Partial<Pick<Registered, 'notes'>>;

/** Of those by which it ends, and of which somebody follows it. */
export const notesOn = (known: Known | null): readonly SuccessionNote[] => {
  const id = known?.entry.id;
  return known?.notes?.filter(({ from, to }) => from.some((each) => each === id) && to !== null && to !== id) ?? [];
};

/** Who is planned to follow a unit, whenever that is to be. */
export const heirsOf = (known: Known | null): readonly string[] =>
  notesOn(known).flatMap((note) => (isCalledOff(note) ? [] : [note.to!]));

/** A unit as it is registered, and who follows it in its turn. */
export const following = (id: string): Lookup => ({
  ...unitNamed(id),
  leads: (found) => allFollowing(heirsOf(found as Registered | null)),
});

export const allFollowing = (ids: readonly string[]): Readonly<Record<string, Lookup>> =>
  Object.fromEntries(ids.map((id) => [id, following(id)]));

/** These, and who by then has taken over all that one of them had: whatever they may decide, the successor may. */
export const answering = (ids: readonly string[], units: Facts<Known | null>, now: Instant): readonly string[] => {
  const line = [...ids];
  for (const id of line)
    for (const { to } of notesOn(units[id]?.value ?? null).filter(takesAll(now)))
      if (!line.includes(to!)) line.push(to!);
  return line;
};

const takesAll =
  (now: Instant) =>
  ({ kind, at }: SuccessionNote): boolean =>
    kind !== 'split' && at !== null && at <= now;
