import { refuse, skipUnknown, type Instant, type LocalDate, type Refused } from '@edict/kernel';

import type { UnitEntry } from '../document/index.ts';
import type { Membership, MembershipMove, Registration, SuccessionNote, UnitEvent } from './unit.messages.ts';

type Dated<T> = Readonly<{ on: LocalDate }> & T;

/** `entry` is as it was last registered; what has changed since goes by day, see `entryOn`. */
export type Registered = Registration &
  Readonly<{
    /** As it was last filed: registering the same again changes nothing, whatever has become of the unit. */
    filed: Registration;
    notes: readonly SuccessionNote[];
    renamings: readonly Dated<Readonly<{ names: UnitEntry['names'] }>>[];
    parents: readonly Dated<Readonly<{ parent: string | null }>>[];
  }>;

/** Which members the group had that day. */
export const membersOn = ({ membership }: Pick<Registration, 'membership'>, day: LocalDate): readonly string[] =>
  membership.filter((period) => holdsOn(period, day)).map(({ unit }) => unit);

const holdsOn = ({ from, until }: Omit<Membership, 'unit'>, day: LocalDate): boolean =>
  (from === null || from <= day) && (until === null || day < until);

const OF_NOBODY: Readonly<Partial<Record<UnitEntry['kind'], string>>> = {
  group: 'a group of units: name one of its members',
  persons: 'a class of persons: name a unit or an office',
  placeholder: 'a place kept for units that are not named yet: name one',
};

/** Whether nobody answers under that name: neither a body nor an office. */
export const isNobody = ({ entry }: Pick<Registration, 'entry'>): boolean => OF_NOBODY[entry.kind] !== undefined;

/** Why nobody answers under that name; `field`: where it is named. Whoever does is a body, or an office that somebody holds. */
export const cannotAnswer = (
  field: string,
  id: string,
  unit: Pick<Registration, 'entry'> | null,
): Refused<never> | undefined => {
  if (unit === null) return refuse('unit/unknown', `No unit ${id} is registered.`);
  const why = OF_NOBODY[unit.entry.kind];
  return why === undefined ? undefined : refuse('unit/cannot-answer', `${field}: ${id} is ${why}.`);
};

/** The unit under the name and the parent that it had that day. */
export const entryOn = (unit: Registration & Partial<Registered>, day: LocalDate): Registration['entry'] => {
  const latest = <T extends { on: LocalDate }>(changes: readonly T[] = []): T | undefined =>
    changes
      .filter(({ on }) => on <= day)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .at(-1);
  const names = latest(unit.renamings)?.names ?? unit.entry.names;
  const under = latest(unit.parents);
  return { ...unit.entry, names, parent: under ? under.parent : unit.entry.parent };
};

/** It will not come about. What was noted before that was said in so many words has a successor and a day, and no moment. */
export const isCalledOff = ({ withdrawn, to, on, at }: SuccessionNote): boolean =>
  withdrawn ?? (at === null && on !== null && to !== null);

/** The succession by which the unit has ceased to answer, if by then it has. */
export const endedBy = ({ entry, notes }: Pick<Registered, 'entry' | 'notes'>, now: Instant) =>
  notes.find(({ from, to, at }) => from.includes(entry.id) && to !== entry.id && at !== null && at <= now);

/** For whom the unit answers by then, because it has taken over all that they had; one by one what was split is decided. */
export const predecessorsBy = ({ entry, notes }: Pick<Registered, 'entry' | 'notes'>, now: Instant) =>
  notes
    .filter(({ to, kind, at }) => to === entry.id && kind !== 'split' && at !== null && at <= now)
    .flatMap(({ from }) => from.filter((unit) => unit !== entry.id));

export const evolve = (unit: Registered | null, event: UnitEvent): Registered | null => {
  if (event.type === 'UnitRegistered') return filed(event.data, unit);
  if (event.type === 'UnitRegistrationCorrected') return filed(event.data, unit);
  return unit && evolveLife(unit, event);
};

const filed = (data: Registration, unit: Registered | null): Registered => ({
  notes: [],
  renamings: [],
  parents: [],
  ...unit,
  ...data,
  filed: data,
});

type Later = Exclude<UnitEvent, { type: 'UnitRegistered' | 'UnitRegistrationCorrected' }>;

const evolveLife = (unit: Registered, event: Later): Registered => {
  switch (event.type) {
    case 'UnitRenamed':
      return { ...unit, renamings: [...unit.renamings, event.data] };
    case 'UnitPutUnder':
      return { ...unit, parents: [...unit.parents, event.data] };
    case 'MemberAdmitted':
    case 'MemberDismissed':
    case 'MembershipMoved':
      return { ...unit, membership: membershipAfter(unit.membership, event) };
    case 'SuccessionNoted':
      return { ...unit, notes: [...unit.notes.filter(otherThan(event.data)), event.data] };
    default:
      return skipUnknown(event, unit);
  }
};

type OfMembers = Extract<UnitEvent, { type: 'MemberAdmitted' | 'MemberDismissed' | 'MembershipMoved' }>;

export const membershipAfter = (
  membership: readonly Membership[],
  { type, data }: OfMembers,
): readonly Membership[] => {
  if (type === 'MembershipMoved') return moved(membership, data);
  return type === 'MemberAdmitted'
    ? admitted(membership, data.unit, data.on)
    : dismissed(membership, data.unit, data.on);
};

const otherThan =
  ({ succession }: SuccessionNote) =>
  (note: SuccessionNote): boolean =>
    note.succession !== succession;

/** Up to where it is known to belong to it again. */
const admitted = (membership: readonly Membership[], unit: string, on: LocalDate): readonly Membership[] => {
  const begins = membership.flatMap((each) => (each.unit === unit && each.from !== null ? [each.from] : []));
  const until = begins.filter((day) => day > on).toSorted()[0] ?? null;
  return [...membership, { unit, from: on, until }];
};

const dismissed = (membership: readonly Membership[], unit: string, on: LocalDate): readonly Membership[] =>
  membership.map((each) => (each.unit === unit && holdsOn(each, on) ? { ...each, until: on } : each));

/**
 * A successor that is a member already comes in once. Whoever has come in after that day, because they followed somebody themselves, leaves
 * on the day on which they came.
 */
const moved = (membership: readonly Membership[], { from, to, effectiveOn }: MembershipMove): readonly Membership[] => {
  const isLeaving = ({ unit, until }: Membership): boolean =>
    from.includes(unit) && unit !== to && (until === null || effectiveOn < until);
  const dayOf = ({ from: since }: Membership): LocalDate =>
    since !== null && effectiveOn < since ? since : effectiveOn;
  const left = membership.map((each) => (isLeaving(each) ? { ...each, until: dayOf(each) } : each));
  const on = membership.filter(isLeaving).map(dayOf).toSorted()[0] ?? effectiveOn;
  return to === null || left.some((each) => each.unit === to && holdsOn(each, on)) ? left : admitted(left, to, on);
};
