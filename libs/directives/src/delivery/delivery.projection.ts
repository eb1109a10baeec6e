import { idOf, type Happened, type Projection } from '@edict/kernel';

import type { DeliveryEvent } from './delivery.decider.ts';

export type DeliveryRow = Readonly<{
  deliveryId: string;
  notificationId: string;
  unit: string;
  notice: string;
  about: string;
  directiveId: string;
  subscription: string;
  channel: string;
  state: string;
  attempt: number;
  /** When it is tried next, or was to be. */
  at: string | null;
  /** Why it failed last, or was replayed or dropped. */
  reason: string | null;
  changedAt: string;
}>;

export const deliveryView: Projection<DeliveryRow, DeliveryEvent> = {
  table: 'delivery',
  version: 1,
  columns: {
    deliveryId: 'text',
    notificationId: 'text',
    unit: 'text',
    notice: 'text',
    about: 'text',
    directiveId: 'text',
    subscription: 'text',
    channel: 'text',
    state: 'text',
    attempt: 'integer',
    at: 'text',
    reason: 'text',
    changedAt: 'text',
  },
  indexes: [
    ['state', 'changedAt'],
    ['unit', 'changedAt'],
  ],
  keys: ({ stream }) => (stream.startsWith('delivery-') ? [idOf(stream)] : []),
  evolve(row, event) {
    const changedAt = event.recordedAt;
    if (event.type !== 'DeliveryPlanned') return row && { ...row, ...changed(row, event), changedAt };
    const { callAt, ...of } = event.data;
    return { ...of, deliveryId: idOf(event.stream), state: 'waiting', attempt: 1, at: callAt, reason: null, changedAt };
  },
};

const changed = ({ attempt }: DeliveryRow, event: Happened<DeliveryEvent>): Partial<DeliveryRow> => {
  switch (event.type) {
    case 'DeliveryDue':
      return { state: 'due', at: event.data.missedAt };
    case 'DeliverySucceeded':
      return { state: 'delivered', at: null, reason: null };
    case 'DeliveryFailed':
      return { state: 'waiting', attempt: attempt + 1, at: event.data.callAt, reason: event.data.reason };
    case 'DeliveryReplayed':
      return { state: 'waiting', attempt: attempt + 1, at: event.data.callAt, reason: event.data.reason };
    case 'DeliveryParked':
      return { state: 'parked', at: null, reason: event.data.reason };
    case 'DeliveryWithheld':
      return { state: 'withheld', at: null, reason: event.data.reason };
    case 'DeliveryDropped':
      return { state: 'dropped', at: null, reason: event.data.reason };
    default:
      return {};
  }
};
