import { canonical, refuse, type LocalDate } from '@edict/kernel';

import type { Decision } from './unit.decider.ts';
import type { Given, Membership } from './unit.messages.ts';
import { entryOn, membersOn, type Registered } from './unit.state.ts';

export const rename = (data: Given<'RenameUnit'>, unit: Registered): Decision =>
  canonical(entryOn(unit, data.on).names) === canonical(data.names) ? [] : [{ type: 'UnitRenamed', data }];

export const putUnder = ({ units, ...data }: Given<'PutUnitUnder'>, unit: Registered): Decision => {
  const { parent, on } = data;
  if (entryOn(unit, on).parent === parent) return [];
  const no = parent === null ? undefined : cannotBeAbove(parent, unit, units[parent]?.value ?? null, on);
  return no ?? [{ type: 'UnitPutUnder', data }];
};

const cannotBeAbove = (parent: string, { entry }: Registered, above: Registered | null, on: LocalDate) => {
  if (parent === entry.id) return refuse('unit/under-itself', 'No unit is under itself.');
  if (!above) return refuse('unit/unknown', `No unit ${parent} is registered.`);
  return entryOn(above, on).parent === entry.id
    ? refuse('unit/under-itself', `${parent} is under it that day.`)
    : undefined;
};

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
