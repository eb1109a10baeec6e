import type { Fact, Instant, Message } from '@edict/kernel';

import type { Span } from '../account/account.messages.ts';
import type { Account } from '../account/account.state.ts';
import type { Capacity } from '../permission/capacities.ts';
import type { Prose } from '../prose.ts';
import type { Registration } from '../unit/unit.decider.ts';

/** Administrators are appointed by name, each of them: there is no office that sees no content. */
export type OfficeCapacity = Exclude<Capacity, 'administrator'>;

type Post = { unit: string; capacity: OfficeCapacity; title: Prose };
type Place = { account: string; as: 'holder' | 'substitute' };

export type OfficeCommand =
  | Message<'EstablishOffice', Post & { registration: Fact<Registration | null> }>
  | Message<'Appoint', Place & { from?: Instant; until: Instant | null; basis: Prose; holder: Fact<Account | null> }>
  | Message<'EndAppointment', { appointment: number; reason: Prose }>
  | Message<'CloseOffice', { reason: Prose }>;

/** `appointment` counts from 1 in the life of the office. */
export type OfficeEvent =
  | Message<'OfficeEstablished', Post>
  | Message<'Appointed', Place & Span & { appointment: number; basis: Prose }>
  | Message<'AppointmentEnded', { appointment: number; at: Instant; reason: Prose }>
  | Message<'OfficeClosed', { at: Instant; reason: Prose }>;

export type Given<Type extends OfficeCommand['type']> = Extract<OfficeCommand, { type: Type }>['data'];
