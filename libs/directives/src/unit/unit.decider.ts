import { canonical, refuse, type Context, type Decider, type LocalDate, type Message } from '@edict/kernel';

import type { UnitEntry } from '../document/index.ts';
import { isRegistrar } from '../capacity.ts';

/** Belongs to a group from a day on and up to, not including, another; `null`: for as long as is known. */
export type Membership = Readonly<{ unit: string; from: LocalDate | null; until: LocalDate | null }>;

/** What becomes of a unit, and when, where that is known. */
export type Successor = Readonly<{ succession: string; to: string | null; on: LocalDate | null }>;

export type Registration = Readonly<{
  entry: Omit<UnitEntry, 'members'>;
  membership: readonly Membership[];
  /** None: as far as is known it goes on. Several: it is split. */
  successors: readonly Successor[];
}>;

export type UnitCommand = Message<'RegisterUnit', Registration>;
export type UnitEvent = Message<'UnitRegistered', Registration> | Message<'UnitRegistrationCorrected', Registration>;

/** Which members the group had that day. */
export const membersOn = ({ membership }: Registration, day: LocalDate): readonly string[] =>
  membership
    .filter(({ from, until }) => (from === null || from <= day) && (until === null || day < until))
    .map(({ unit }) => unit);

const decide = ({ data }: UnitCommand, unit: Registration | null, { actor, stream }: Context) => {
  if (stream !== `unit-${data.entry.id}`)
    return refuse('unit/other-stream', `${data.entry.id} has a stream of its own.`);
  if (!isRegistrar(actor))
    return refuse('unit/not-the-registrar', 'Units are registered in the capacity of a secretariat.');
  if (!unit) return [{ type: 'UnitRegistered', data } as const];
  return canonical(unit) === canonical(data) ? [] : [{ type: 'UnitRegistrationCorrected', data } as const];
};

/** A unit, a group or a placeholder of the registry. Whoever asks names the day: membership goes by date. */
export const unit: Decider<Registration | null, UnitCommand, UnitEvent> = {
  category: 'unit',
  origins: { RegisterUnit: ['person'] },
  initialState: null,
  decide,
  evolve: (_, { data }) => data,
  alarms: () => [],
};
