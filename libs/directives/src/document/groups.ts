import type { UnitEntry } from './units.document.ts';

type Entries = ReadonlyMap<string, UnitEntry>;

/** Groups in groups are taken apart; a group without known members stands for itself. */
export const membersWithin = (
  members: readonly string[],
  entries: Entries,
  within: readonly string[] = [],
): readonly string[] => [
  ...new Set(
    members.flatMap((member) => {
      const inner = entries.get(member)?.members ?? [];
      return inner.length === 0 || within.includes(member)
        ? [member]
        : membersWithin(inner, entries, [...within, member]);
    }),
  ),
];

/** `undefined`: nothing is said. What a group in it leaves open is open in it too. */
export const isCompleteWithin = (entry: UnitEntry, entries: Entries): boolean | undefined => {
  const groups = groupsWithin(entry, entries, new Set([entry.id]));
  const isOpen = groups.some(({ members = [], membersComplete }) => members.length === 0 || membersComplete === false);
  return isOpen ? false : entry.membersComplete;
};

const groupsWithin = ({ members = [] }: UnitEntry, entries: Entries, seen: Set<string>): readonly UnitEntry[] =>
  members.flatMap((member) => {
    const inner = entries.get(member);
    if (inner?.kind !== 'group' || seen.has(member)) return [];
    seen.add(member);
    return [inner, ...groupsWithin(inner, entries, seen)];
  });
