import {
  canonical,
  lookup,
  refuse,
  unreachable,
  type Context,
  type Decider,
  type LocalDate,
  type Lookup,
  type Lookups,
  type Refused,
  type Sent,
} from '@edict/kernel';

import { isRegistrar } from '../capacity.ts';
import * as life from './unit.life.ts';
import type { UnitCommand, UnitEvent } from './unit.messages.ts';
import { evolve, type Registered } from './unit.state.ts';

export type * from './unit.messages.ts';
export {
  cannotAnswer,
  endedBy,
  entryOn,
  isCalledOff,
  isNobody,
  membersOn,
  predecessorsBy,
  type Registered,
} from './unit.state.ts';

export type Decision = readonly UnitEvent[] | Refused<UnitEvent>;

const register = (
  { data }: Extract<UnitCommand, { type: 'RegisterUnit' }>,
  unit: Registered | null,
  { stream }: Context,
): Decision => {
  if (stream !== `unit-${data.entry.id}`)
    return refuse('unit/other-stream', `${data.entry.id} has a stream of its own.`);
  if (!unit) return [{ type: 'UnitRegistered', data }];
  return canonical(unit.filed) === canonical(data) ? [] : [{ type: 'UnitRegistrationCorrected', data }];
};

const decide = (command: UnitCommand, unit: Registered | null, context: Context): Decision => {
  if (context.actor.origin === 'person' && !isRegistrar(context.actor))
    return refuse('unit/not-the-registrar', 'Units are registered in the capacity of a secretariat.');
  if (command.type === 'RegisterUnit') return register(command, unit, context);
  return unit ? onRegistered(command, unit) : refuse('unit/unknown', 'There is no such unit.');
};

const onRegistered = (command: Exclude<UnitCommand, { type: 'RegisterUnit' }>, unit: Registered): Decision => {
  switch (command.type) {
    case 'RenameUnit':
      return life.rename(command.data, unit);
    case 'PutUnitUnder':
      return life.putUnder(command.data, unit);
    case 'AdmitMember':
      return life.admit(command.data, unit);
    case 'DismissMember':
      return life.dismiss(command.data, unit);
    case 'NoteSuccession':
      return life.note(command.data, unit);
    case 'MoveMembership':
      return life.moveMembership(command.data, unit);
    default:
      return unreachable(command);
  }
};

/** Whoever is named beside it: a member, or a parent with all that is above it from that day on. */
const facts = (command: Sent<UnitCommand>, state: Registered | null): Lookups => {
  if (command.type === 'PutUnitUnder') return { units: above(command.data, state) };
  const other = named(command);
  return other === undefined ? {} : { units: { [other]: unitNamed(other) } };
};

const named = (command: Sent<UnitCommand>): string | undefined =>
  command.type === 'AdmitMember' ? command.data.unit : undefined;

type Climb = Pick<Extract<UnitCommand, { type: 'PutUnitUnder' }>['data'], 'on' | 'parent'>;

const above = ({ on, parent }: Climb, state: Registered | null): Readonly<Record<string, Lookup>> =>
  lookups([parent, ...(state ? life.parentsFrom(state, on) : [])], on);

const lookups = (ids: readonly (string | null)[], on: LocalDate): Readonly<Record<string, Lookup>> =>
  Object.fromEntries(ids.flatMap((id) => (id === null ? [] : [[id, climbing(id, on)]])));

/** What is registered under that name, for whoever decides; `null`: nothing. */
export const unitNamed = (id: string): Lookup => lookup(`unit-${id}`, unit, (known) => known);

const climbing = (id: string, on: LocalDate): Lookup => ({
  ...unitNamed(id),
  leads: (found) => (found === null ? {} : lookups(life.parentsFrom(found as Registered, on), on)),
});

/** A unit, a group or a placeholder of the registry. Whoever asks names the day: names, parents and membership go by date. */
export const unit: Decider<Registered | null, UnitCommand, UnitEvent> = {
  category: 'unit',
  origins: {
    RegisterUnit: ['person'],
    RenameUnit: ['person'],
    PutUnitUnder: ['person'],
    AdmitMember: ['person'],
    DismissMember: ['person'],
    NoteSuccession: ['saga'],
    MoveMembership: ['saga'],
  },
  initialState: null,
  decide,
  evolve,
  alarms: () => [],
  facts,
};
