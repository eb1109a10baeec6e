import { canonical, refuse, type LocalDate } from '@edict/kernel';

import type { Decision } from './unit.decider.ts';
import type { Given, Membership } from './unit.messages.ts';
import { entryOn, membersOn, type Registered } from './unit.state.ts';

export const rename = (data: Given<'RenameUnit'>, unit: Registered): Decision =>
  canonical(entryOn(unit, data.on).names) === canonical(data.names) ? [] : [{ type: 'UnitRenamed', data }];

export const putUnder = ({ units, ...data }: Given<'PutUnitUnder'>, unit: Registered): Decision => {
  const { parent, on } = data;
  if (entryOn(unit, on).parent === parent) return [];
  const no = parent === null ? undefined : cannotBeAbove(parent, unit, units[parent]?.value ?? null);
  return no ?? isCircle(data, unit, units) ?? [{ type: 'UnitPutUnder', data }];
};

const cannotBeAbove = (parent: string, { entry }: Registered, above: Registered | null) => {
  if (parent === entry.id) return refuse('unit/under-itself', 'No unit is under itself.');
  return above ? undefined : refuse('unit/unknown', `No unit ${parent} is registered.`);
};

/** Which parents it has that day, and from then on. */
export const parentsFrom = (unit: Registered, on: LocalDate): readonly (string | null)[] => [
  entryOn(unit, on).parent,
  ...unit.parents.filter((change) => change.on > on).map(({ parent }) => parent),
];

type Units = Given<'PutUnitUnder'>['units'];
type Move = Readonly<{ parent: string | null; on: LocalDate }>;

/** All the way up, that day and on every later one on which something in that chain is to change. */
const isCircle = ({ parent, on }: Move, unit: Registered, units: Units) => {
  const moved: Registered = { ...unit, parents: [...unit.parents, { parent, on }] };
  const known = [moved, ...Object.values(units).flatMap(({ value }) => (value ? [value] : []))];
  const chain = new Map(known.toReversed().map((each) => [each.entry.id, each]));
  const days = new Set([on, ...known.flatMap(({ parents }) => parents.map((change) => change.on))]);
  const bad = [...days].filter((day) => day >= on && isAboveItself(unit.entry.id, chain, day)).toSorted();
  return bad.length === 0
    ? undefined
    : refuse('unit/under-itself', `${parent ?? ''} is under it, directly or further down, on ${bad[0]!}.`);
};

const isAboveItself = (id: string, chain: ReadonlyMap<string, Registered>, day: LocalDate): boolean => {
  const seen = new Set<string>();
  let next = parentOn(chain.get(id), day);
  while (next !== null && next !== id && !seen.has(next)) {
    seen.add(next);
    next = parentOn(chain.get(next), day);
  }
  return next === id;
};

const parentOn = (unit: Registered | undefined, day: LocalDate): string | null =>
  unit === undefined ? null : entryOn(unit, day).parent;

export const admit = ({ units, ...data }: Given<'AdmitMember'>, unit: Registered): Decision => {
  const no = groupOnly(unit);
  if (no || membersOn(unit, data.on).includes(data.unit)) return no ?? [];
  if (data.unit === unit.entry.id) return refuse('unit/member-of-itself', 'No group is in itself.');
  return units[data.unit]?.value
    ? [{ type: 'MemberAdmitted', data }]
    : refuse('unit/unknown', `No unit ${data.unit} is registered.`);
};

export const dismiss = (data: Given<'DismissMember'>, unit: Registered): Decision =>
  groupOnly(unit) ?? (membersOn(unit, data.on).includes(data.unit) ? [{ type: 'MemberDismissed', data }] : []);

const groupOnly = ({ entry }: Registered) =>
  entry.kind === 'group'
    ? undefined
    : refuse('unit/no-group', `Only a group has members, and this is a ${entry.kind}.`);

export const note = (data: Given<'NoteSuccession'>, { notes }: Registered): Decision => {
  const known = notes.find(({ succession }) => succession === data.succession);
  return known && canonical(known) === canonical(data) ? [] : [{ type: 'SuccessionNoted', data }];
};

export const moveMembership = (data: Given<'MoveMembership'>, { membership }: Registered): Decision =>
  membership.some(
    ({ unit, until }) => unit !== data.to && data.from.includes(unit) && leaves(until, data.effectiveOn),
  ) && !membership.some(({ unit, until }) => unit === data.to && until === null && membership.every(leftBy(data)))
    ? [{ type: 'MembershipMoved', data }]
    : [];

/** Also who has left on that very day: of what is split, each part comes in. */
const leaves = (until: string | null, on: string): boolean => until === null || until === on;

const leftBy =
  ({ from, to }: Given<'MoveMembership'>) =>
  ({ unit, until }: Membership): boolean =>
    unit === to || !from.includes(unit) || until !== null;
