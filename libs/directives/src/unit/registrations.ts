import type { LocalDate } from '@edict/kernel';

import {
  isCompleteWithin,
  isUnpaired,
  membersWithin,
  singly,
  type UnitEntry,
  type UnitsDocument,
  type WrittenSuccession,
} from '../document/index.ts';
import type { Membership, Registration, Successor } from './unit.decider.ts';

type Known = Readonly<{ entries: ReadonlyMap<string, UnitEntry>; ends: ReadonlyMap<string, readonly Successor[]> }>;

/** What a units file says, unit by unit. A group's members change on the day of a succession that names its day. */
export const registrationsOf = ({ units, successions = [] }: UnitsDocument): readonly Registration[] => {
  const known: Known = {
    entries: new Map(units.map((entry) => [entry.id, entry])),
    ends: endsOf(successions),
  };
  return units.map((unit) => {
    const { members, ...entry } = unit;
    const membersComplete = members && isCompleteWithin(unit, known.entries);
    return {
      entry: membersComplete === undefined ? entry : { ...entry, membersComplete },
      membership: members ? membershipOf(membersWithin(members, known.entries), known) : [],
      successors: known.ends.get(entry.id) ?? [],
    };
  });
};

/** A unit that is split has several ends. */
const endsOf = (written: readonly WrittenSuccession[]): Known['ends'] => {
  const ends = singly(written.filter((each) => !isUnpaired(each))).flatMap(({ id, from, to, effectiveOn }) =>
    from.map((unit) => ({ unit, end: { succession: id, to, on: effectiveOn } })),
  );
  const byUnit = Map.groupBy(ends, ({ unit }) => unit);
  return new Map([...byUnit].map(([unit, of]) => [unit, of.map(({ end }) => end)]));
};

/** Whoever succeeds a member is one from that day on, also after a second succession; of several ways in, the first counts. */
const membershipOf = (members: readonly string[], known: Known): readonly Membership[] => {
  const stays = members.flatMap((unit) => stay(unit, null, known));
  const all = stays.toSorted((a, b) => dayOrder(a.from ?? '', b.from ?? ''));
  return all.filter(({ unit }, n) => all.findIndex((each) => each.unit === unit) === n);
};

const dayOrder = (a: LocalDate, b: LocalDate): number => (a === b ? 0 : a < b ? -1 : 1);

/** A unit's time in the group, to the first day on which it ends, and then that of its successors. What takes others in goes on. */
const stay = (unit: string, from: LocalDate | null, known: Known): readonly Membership[] => {
  const ends = (known.ends.get(unit) ?? []).flatMap(({ on, to }) => (on === null || to === unit ? [] : [{ on, to }]));
  const until = ends.map(({ on }) => on).toSorted(dayOrder)[0] ?? null;
  const heirs = ends.flatMap(({ on, to }) => (to !== null && (from === null || from < on) ? stay(to, on, known) : []));
  return [{ unit, from, until }, ...heirs];
};
