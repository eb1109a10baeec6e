import type { Succession, UnitEntry, UnitsDocument } from '../document/index.ts';
import type { Membership, Registration, Successor } from './unit.decider.ts';

type Known = Readonly<{ entries: ReadonlyMap<string, UnitEntry>; ends: ReadonlyMap<string, Successor> }>;

/** What a units file says, unit by unit. A group's members change on the day of a succession that names its day. */
export const registrationsOf = ({ units, successions = [] }: UnitsDocument): readonly Registration[] => {
  const known: Known = {
    entries: new Map(units.map((entry) => [entry.id, entry])),
    ends: new Map(successions.flatMap(endsOf)),
  };
  return units.map(({ members, ...entry }) => ({
    entry,
    membership: members ? membershipOf(flat(members, known), known) : [],
    successor: known.ends.get(entry.id) ?? null,
  }));
};

const endsOf = ({ id, from, to, effectiveOn }: Succession) =>
  from.map((unit): [string, Successor] => [unit, { succession: id, to, on: effectiveOn }]);

/** Groups in groups are taken apart; a group without known members stands for itself. */
const flat = (members: readonly string[], known: Known, within: readonly string[] = []): readonly string[] => [
  ...new Set(
    members.flatMap((member) => {
      const inner = known.entries.get(member)?.members ?? [];
      return inner.length === 0 || within.includes(member) ? [member] : flat(inner, known, [...within, member]);
    }),
  ),
];

const membershipOf = (members: readonly string[], { ends }: Known): readonly Membership[] => {
  const leaving = members.map((unit): Membership => ({ unit, from: null, until: ends.get(unit)?.on ?? null }));
  const entering = leaving.flatMap(({ unit, until }): Membership[] => {
    const to = ends.get(unit)?.to;
    return until && to && !members.includes(to) ? [{ unit: to, from: until, until: null }] : [];
  });
  const first = (membership: Membership, n: number) => entering.findIndex(({ unit }) => unit === membership.unit) === n;
  return [...leaving, ...entering.filter(first)];
};
