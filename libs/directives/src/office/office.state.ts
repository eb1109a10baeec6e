import { skipUnknown, type Instant } from '@edict/kernel';

import type { Span } from '../account/account.messages.ts';
import type { OfficeCapacity, OfficeEvent } from './office.messages.ts';

/** It stays known after its end: what was done under it is judged by it. */
export type Appointment = Span & Readonly<{ appointment: number; account: string; as: 'holder' | 'substitute' }>;

export type Office = Readonly<{
  unit: string;
  capacity: OfficeCapacity;
  appointments: readonly Appointment[];
  closed: boolean;
}>;

export const evolve = (office: Office | null, event: OfficeEvent): Office | null => {
  if (event.type !== 'OfficeEstablished') return office && next(office, event);
  const { unit, capacity } = event.data;
  return { unit, capacity, appointments: [], closed: false };
};

const next = (office: Office, event: Exclude<OfficeEvent, { type: 'OfficeEstablished' }>): Office => {
  switch (event.type) {
    case 'Appointed': {
      const { basis: _, ...appointment } = event.data;
      return { ...office, appointments: [...office.appointments, appointment] };
    }
    case 'AppointmentEnded':
      return { ...office, appointments: endedAt(office, event.data.at, event.data.appointment) };
    case 'OfficeClosed':
      return { ...office, closed: true, appointments: endedAt(office, event.data.at) };
    default:
      return skipUnknown(event, office);
  }
};

/** One of them, or all; what has not begun ends where it would have begun. */
const endedAt = ({ appointments }: Office, at: Instant, only?: number): readonly Appointment[] =>
  appointments.map((each) => {
    if (only !== undefined && only !== each.appointment) return each;
    if (each.until !== null && each.until <= at) return each;
    return { ...each, until: at < each.from ? each.from : at };
  });
