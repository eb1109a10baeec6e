import { say, type Remark } from './finding.ts';
import { isCompleteWithin, membersWithin } from './groups.ts';
import type { UnitEntry, UnitsDocument } from './units.document.ts';

export type Registry = ReadonlyMap<string, UnitEntry>;

/** Every group with all of its members, also those of groups in it. */
export const registryOf = ({ units }: UnitsDocument): Registry => {
  const entries = new Map(units.map((unit) => [unit.id, unit]));
  return new Map(units.map((unit) => [unit.id, unit.members ? apart(unit, entries) : unit]));
};

const apart = (unit: UnitEntry, entries: Registry): UnitEntry => {
  const { members: _, membersComplete: __, ...rest } = unit;
  const complete = isCompleteWithin(unit, entries);
  const members = membersWithin(unit.members ?? [], entries);
  return { ...rest, members, ...(complete === undefined ? {} : { membersComplete: complete }) };
};

/** `ru` and `uk` names are labels of translations; a message that names a unit adds the id, because names repeat. */
const nameOf = ({ id, names }: UnitEntry): string =>
  `${names.en ?? names.vi ?? names.ru ?? names.uk ?? 'The unit'} (${id})`;

const ofKind = (ids: readonly string[], registry: Registry, kind: UnitEntry['kind']): readonly UnitEntry[] =>
  [...new Set(ids)].flatMap((id) => registry.get(id) ?? []).filter((unit) => unit.kind === kind);

/** Groups that cannot be given out, or not wholly; whether all members are known matters only where each has the task. */
export const groupRemarks = (ids: readonly string[], registry: Registry, each: boolean): readonly Remark[] =>
  [...ofKind(ids, registry, 'group'), ...(each ? ofKind(ids, registry, 'persons') : [])].flatMap((group) => {
    if (!group.members?.length) return [say('group-without-members', withoutMembers(group))];
    return each && isIncomplete(group) ? [say('group-members-incomplete', incomplete(group))] : [];
  });

const withoutMembers = (group: UnitEntry): string =>
  `No members of ${nameOf(group)} are known${group.size === undefined ? '' : `; there are ${group.size}`}.`;

const isIncomplete = ({ members = [], membersComplete, size }: UnitEntry): boolean =>
  membersComplete === false || (size !== undefined && members.length < size);

const incomplete = ({ members = [], size, ...group }: UnitEntry): string =>
  `Of ${nameOf(group)} ${members.length} members are known, and there are ${size === undefined || size <= members.length ? 'more' : size}.`;

export const placeholderRemarks = (ids: readonly string[], registry: Registry): readonly Remark[] => [
  ...ofKind(ids, registry, 'placeholder').map((place) => say(...unfilled(place))),
  ...[...new Set(ids)].flatMap((id) => registry.get(id) ?? []).flatMap(oneOfRemarks),
];

const unfilled = (place: UnitEntry) =>
  ['placeholder-not-filled', `${nameOf(place)} is a placeholder: no unit is named, or none exists yet.`] as const;

const oneOfRemarks = (unit: UnitEntry): readonly Remark[] =>
  unit.oneOf === undefined
    ? []
    : [say('one-of-several', `${nameOf(unit)} is one of ${unit.oneOf.join(', ')}: which one is not said.`)];

/** A group with members that has one task: together, or each its own? */
export const sharedRemarks = (ids: readonly string[], registry: Registry): readonly Remark[] =>
  ofKind(ids, registry, 'group')
    .filter(({ members }) => members && members.length > 1)
    .map((group) =>
      say('common-or-each', `Whether ${nameOf(group)} have this task together or each for itself is not said.`),
    );
