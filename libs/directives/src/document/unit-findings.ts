import { say, type Remark } from './finding.ts';
import type { UnitEntry, UnitsDocument } from './units.document.ts';

export type Registry = ReadonlyMap<string, UnitEntry>;

export const registryOf = ({ units }: UnitsDocument): Registry => new Map(units.map((unit) => [unit.id, unit]));

/** `ru` and `uk` names are labels of translations; a message that names a unit adds the id, because names repeat. */
const nameOf = ({ id, names }: UnitEntry): string =>
  `${names.en ?? names.vi ?? names.ru ?? names.uk ?? 'The unit'} (${id})`;

const ofKind = (ids: readonly string[], registry: Registry, kind: UnitEntry['kind']): readonly UnitEntry[] =>
  [...new Set(ids)].flatMap((id) => registry.get(id) ?? []).filter((unit) => unit.kind === kind);

/** Groups that cannot be given out, or not wholly; whether all members are known matters only where each has the task. */
export const groupRemarks = (ids: readonly string[], registry: Registry, each: boolean): readonly Remark[] =>
  ofKind(ids, registry, 'group').flatMap((group) => {
    if (!group.members?.length) return [say('group-without-members', `No members of ${nameOf(group)} are known.`)];
    if (!each || group.membersComplete !== false) return [];
    const known = group.members.length;
    return [say('group-members-incomplete', `Of ${nameOf(group)} ${known} members are known, and there are more.`)];
  });

export const placeholderRemarks = (ids: readonly string[], registry: Registry): readonly Remark[] =>
  ofKind(ids, registry, 'placeholder').map((place) =>
    say('placeholder-not-filled', `${nameOf(place)} is a placeholder: no unit is named, or none exists yet.`),
  );

/** A group with members that has one task: together, or each its own? */
export const sharedRemarks = (ids: readonly string[], registry: Registry): readonly Remark[] =>
  ofKind(ids, registry, 'group')
    .filter(({ members }) => members && members.length > 1)
    .map((group) =>
      say('common-or-each', `Whether ${nameOf(group)} have this task together or each for itself is not said.`),
    );
