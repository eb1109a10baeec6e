import {
  canonical,
  lookup,
  refuse,
  unreachable,
  type Context,
  type Decider,
  type Refused,
  type Sent,
} from '@edict/kernel';

import { account, notFromThen } from '../account/account.decider.ts';
import type { Span } from '../account/account.messages.ts';
import { inOtherHands, overlap } from '../account/duties.ts';
import { unitNamed } from '../unit/unit.decider.ts';
import type { Given, OfficeCommand, OfficeEvent } from './office.messages.ts';
import { evolve, type Appointment, type Office } from './office.state.ts';

type Decision = readonly OfficeEvent[] | Refused<OfficeEvent>;

const establish = ({ registration, ...data }: Given<'EstablishOffice'>, office: Office | null): Decision => {
  if (office)
    return office.unit === data.unit && office.capacity === data.capacity
      ? []
      : refuse('office/established', `It acts for ${office.unit}, as ${office.capacity}.`);
  if (!registration.value) return refuse('unit/unknown', `No unit ${data.unit} is registered.`);
  return [{ type: 'OfficeEstablished', data }];
};

/** One holds it at a time, and one stands in at a time. */
const appoint = (data: Given<'Appoint'>, office: Office, context: Context): Decision => {
  const { account: of, as, until, basis, holder } = data;
  const span = { from: data.from ?? context.now, until };
  const wanted = { account: of, as, ...span };
  const { appointments, capacity } = office;
  if (appointments.some(({ appointment: _, ...each }) => canonical(each) === canonical(wanted))) return [];
  const no = mayHold(data, context) ?? notFromThen(span, context) ?? isFree(office, as, span);
  if (no) return no;
  const other = inOtherHands(holder.value!.grants, { capacity, ...span });
  if (other) return refuse('account/duties-apart', `Who is ${other.capacity} is not ${capacity} as well.`);
  return [{ type: 'Appointed', data: { appointment: appointments.length + 1, ...wanted, basis } }];
};

const isFree = ({ appointments, closed }: Office, as: Appointment['as'], span: Span): Refused<never> | undefined => {
  if (closed) return refuse('office/closed', 'It has been closed.');
  if (as === 'substitute' && span.until === null)
    return refuse('office/without-end', 'Standing in has an end: who holds it for good is its holder.');
  const held = appointments.find((each) => each.as === as && overlap(each, span));
  return held && refuse('office/held', `Appointment ${held.appointment} is for the same time.`);
};

const mayHold = ({ account: of, holder }: Given<'Appoint'>, { actor }: Context): Refused<never> | undefined => {
  if (actor.id === of) return refuse('account/not-to-oneself', 'Nobody gives authority to themselves.');
  if (!holder.value) return refuse('account/unknown', 'There is no such account.');
  if (holder.value.kind !== 'person') return refuse('office/not-a-person', 'An office is held by a person.');
  return holder.value.disabled ? refuse('account/disabled', 'The account is disabled.') : undefined;
};

const end = ({ appointment, reason }: Given<'EndAppointment'>, office: Office, { now }: Context): Decision => {
  const held = office.appointments.find((each) => each.appointment === appointment);
  if (!held) return refuse('appointment/unknown', `There is no appointment ${appointment}.`);
  if (held.until !== null && held.until <= now) return [];
  return [{ type: 'AppointmentEnded', data: { appointment, at: now < held.from ? held.from : now, reason } }];
};

const close = ({ reason }: Given<'CloseOffice'>, { closed }: Office, { now }: Context): Decision =>
  closed ? [] : [{ type: 'OfficeClosed', data: { at: now, reason } }];

const decide = (command: OfficeCommand, office: Office | null, context: Context): Decision => {
  if (command.type === 'EstablishOffice') return establish(command.data, office);
  if (!office) return refuse('office/unknown', 'There is no such office.');
  switch (command.type) {
    case 'Appoint':
      return appoint(command.data, office, context);
    case 'EndAppointment':
      return end(command.data, office, context);
    case 'CloseOffice':
      return close(command.data, office, context);
    default:
      return unreachable(command);
  }
};

/** A post in a unit. Whoever holds it, or stands in, acts in its capacity for that unit, as long as they do. */
export const office: Decider<Office | null, OfficeCommand, OfficeEvent> = {
  category: 'office',
  origins: { EstablishOffice: ['person'], Appoint: ['person'], EndAppointment: ['person'], CloseOffice: ['person'] },
  initialState: null,
  decide,
  evolve,
  alarms: () => [],
  facts(command: Sent<OfficeCommand>) {
    if (command.type === 'EstablishOffice') return { registration: unitNamed(command.data.unit) };
    if (command.type !== 'Appoint') return {};
    return { holder: lookup(`account-${command.data.account}`, account, (known) => known) };
  },
};
