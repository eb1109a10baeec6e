import { endedBy, isNobody, unit, type Registered, type SuccessionNote, type UnitRow } from '@edict/directives';
import { fold, type Instant } from '@edict/kernel';
import { happened, inWindow, type AnyDecider } from '@edict/runtime';

import type { Reading } from './reading.ts';

/** `answers`: who does in place of a unit. `isOpen`: nobody has taken over all that it had, and what it holds is decided one by one. */
export type Succeeded = Readonly<{ answers(unit: string): string; isOpen(unit: string): boolean }>;

/** Units that are read at once, where the log is on another machine. */
const SIDE_BY_SIDE = 16;

/** As it was known at a moment. Only what has a successor planned is looked at. */
export const succeededAt = async (reading: Pick<Reading, 'units' | 'history'>, at: Instant): Promise<Succeeded> => {
  const planned = (await reading.units()).filter(({ successors }) => successors !== '[]');
  const ended = new Map<string, string | null>();
  await inWindow(planned, SIDE_BY_SIDE, async ({ unitId }) => {
    const known = await registeredAt(reading, unitId, at);
    if (known && endedBy(known, at)) ended.set(unitId, heirOf(known, at));
  });
  const follow = (id: string, seen: readonly string[]): string => {
    const heir = ended.get(id) ?? null;
    return heir === null || seen.includes(heir) ? id : follow(heir, [...seen, heir]);
  };
  return { answers: (id) => follow(id, [id]), isOpen: (id) => ended.get(id) === null };
};

/** Which of these were no body and no office, but a class of them or a place kept for one. */
export const nobodyAmong = async (
  ids: readonly string[],
  reading: Pick<Reading, 'history'>,
  at: Instant,
): Promise<ReadonlySet<string>> => {
  const nobody = new Set<string>();
  await inWindow(ids, SIDE_BY_SIDE, async (id) => {
    const known = await registeredAt(reading, id, at);
    if (known && isNobody(known)) nobody.add(id);
  });
  return nobody;
};

const registeredAt = async (
  { history }: Pick<Reading, 'history'>,
  id: UnitRow['unitId'],
  at: Instant,
): Promise<Registered | null> => {
  const known = (await history(`unit-${id}`)).map(happened).filter(({ recordedAt }) => recordedAt <= at);
  return fold(unit as unknown as AnyDecider, known) as Registered | null;
};

/** `null`: it was split, or nobody follows. */
const heirOf = ({ entry, notes }: Registered, now: Instant): string | null => {
  const [only, ...others] = notes.filter(
    ({ from, to, at }: SuccessionNote) => from.includes(entry.id) && to !== entry.id && at !== null && at <= now,
  );
  return others.length > 0 || only?.kind === 'split' ? null : (only?.to ?? null);
};
