import { canonical, idOf, type Happened, type Projection } from '@edict/kernel';

import type { OfficeEvent } from './office.messages.ts';

/** `closedAt`: `null` while it is there. */
export type OfficeRow = Readonly<{
  officeId: string;
  unit: string;
  capacity: string;
  title: string;
  closedAt: string | null;
}>;

export const officeView: Projection<OfficeRow, OfficeEvent> = {
  table: 'office',
  version: 1,
  columns: { officeId: 'text', unit: 'text', capacity: 'text', title: 'text', closedAt: 'text' },
  indexes: [['unit']],
  keys: (event) => (event.stream.startsWith('office-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    if (event.type === 'OfficeEstablished') {
      const { unit, capacity, title } = event.data;
      return { officeId: idOf(event.stream), unit, capacity, title: canonical(title), closedAt: null };
    }
    return row && event.type === 'OfficeClosed' ? { ...row, closedAt: event.data.at } : row;
  },
};

/** Where an account has been appointed, ever. How it stands there, the office itself says. */
export type AppointmentRow = Readonly<{ place: string; officeId: string; accountId: string }>;

export const appointmentView: Projection<AppointmentRow, OfficeEvent> = {
  table: 'appointment',
  version: 1,
  columns: { place: 'text', officeId: 'text', accountId: 'text' },
  indexes: [['accountId']],
  keys: (event) => (event.type === 'Appointed' ? [placeOf(event)] : []),
  evolve: (row, event) =>
    event.type === 'Appointed'
      ? { place: placeOf(event), officeId: idOf(event.stream), accountId: event.data.account }
      : row,
};

const placeOf = ({ stream, data }: Extract<Happened<OfficeEvent>, { type: 'Appointed' }>): string =>
  `${idOf(stream)}/${data.appointment}`;
