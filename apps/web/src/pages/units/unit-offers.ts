import type { Unit } from '../../api/units.tsx';
import type { UnitVerb } from '../../api/unit-life.ts';
import type { AskedField } from '../../parts/asked-fields.tsx';
import type { Choice } from '../../parts/fields.tsx';

/** What can be entered of a unit. `enterGroup` and `leaveGroup` are said of the group. */
export type UnitOffer = UnitVerb | 'enterGroup' | 'leaveGroup';

export type Membership = Readonly<{ unit: string; from: string | null; until: string | null }>;

export const membershipOf = ({ membership }: Unit): readonly Membership[] => membership as readonly Membership[];

export const isMemberOn = ({ from, until }: Membership, day: string): boolean =>
  (from === null || from <= day) && (until === null || day < until);

/** To which groups it belongs, or belonged, and when. */
export const groupsOf = (id: string, units: readonly Unit[]): readonly Membership[] =>
  units.flatMap((group) =>
    membershipOf(group)
      .filter(({ unit }) => unit === id)
      .map((each) => ({ ...each, unit: group.unitId })),
  );

const current = (memberships: readonly Membership[], today: string): readonly string[] => [
  ...new Set(memberships.filter((each) => isMemberOn(each, today)).map(({ unit }) => unit)),
];

/** By which key each is done. */
export const KEYS: Readonly<Record<UnitOffer, string>> = {
  ...{ rename: 'r', putUnder: 'u', admit: 'a', dismiss: 'x' },
  ...{ enterGroup: 'a', leaveGroup: 'x' },
};

/** `units`: members of the group, or groups of the unit, that day. */
type Around = Readonly<{ groups: readonly string[]; members: readonly string[] }>;

export const aroundOf = (unit: Unit, units: readonly Unit[], today: string): Around => ({
  groups: current(groupsOf(unit.unitId, units), today),
  members: current(membershipOf(unit), today),
});

/** Whoever is in no group leaves none. */
export const offersOn = ({ kind }: Unit, { groups, members }: Around): readonly UnitOffer[] =>
  kind === 'group'
    ? ['rename', 'putUnder', 'admit', ...(members.length > 0 ? (['dismiss'] as const) : [])]
    : ['rename', 'putUnder', 'enterGroup', ...(groups.length > 0 ? (['leaveGroup'] as const) : [])];

const WHEN: readonly AskedField[] = [
  { name: 'on', kind: 'day', label: 'units.fromDay' },
  { name: 'basis', kind: 'line', label: 'accounts.basis' },
];

type Naming = Readonly<{ allGroups: readonly Choice[]; groups: readonly Choice[]; members: readonly Choice[] }>;

/** What is asked beside the new name. */
export const fieldsFor = (offer: UnitOffer, { allGroups, groups, members }: Naming): readonly AskedField[] => {
  switch (offer) {
    case 'rename':
      return WHEN;
    case 'putUnder':
      return [{ name: 'parent', kind: 'unit', label: 'units.underWhom', optional: true }, ...WHEN];
    case 'admit':
      return [{ name: 'unit', kind: 'unit', label: 'units.member' }, ...WHEN];
    case 'dismiss':
      return [{ name: 'unit', kind: 'pick', label: 'units.member', choices: members }, ...WHEN];
    case 'enterGroup':
      return [{ name: 'group', kind: 'pick', label: 'unitKind.group', choices: allGroups }, ...WHEN];
    default:
      return [{ name: 'group', kind: 'pick', label: 'unitKind.group', choices: groups }, ...WHEN];
  }
};

type Said = Readonly<Record<string, string>>;
type Sent = Readonly<{ verb: UnitVerb; id: string; body: object }>;
const LANGUAGES = ['vi', 'en', 'ru', 'uk'] as const;

/** As the API takes it. A name that is left empty is left out. */
export const sentFor = (offer: UnitOffer, id: string, said: Said): Sent => {
  const { on = '', basis = '', group = '', ...other } = said;
  const when = { on, basis };
  switch (offer) {
    case 'rename':
      return { verb: 'rename', id, body: { ...when, names: namesIn(said) } };
    case 'putUnder':
      return { verb: 'putUnder', id, body: { ...when, ...only(other, 'parent') } };
    case 'enterGroup':
      return { verb: 'admit', id: group, body: { ...when, unit: id } };
    case 'leaveGroup':
      return { verb: 'dismiss', id: group, body: { ...when, unit: id } };
    default:
      return { verb: offer, id, body: { ...when, ...only(other, 'unit') } };
  }
};

const namesIn = (said: Said): object =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, said[`name.${language}`]] as const).filter(([, name]) => name !== undefined),
  );

const only = (said: Said, name: string): object => (said[name] === undefined ? {} : { [name]: said[name] });
