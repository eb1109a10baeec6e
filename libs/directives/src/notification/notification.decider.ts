import { type Decider, type Instant, type Message } from '@edict/kernel';

import { afterQuietHours, type Quiet } from '../time/policy.ts';

export const NOTICES = [
  'deadline-neared',
  'acknowledgement-missed',
  'milestone-neared',
  'milestone-missed',
  'overdue',
  'escalated',
  'escalation-found-nobody',
  'matter-received',
  'matter-directed',
  'matter-recommended',
  'matter-answered',
  'response-missed',
  'mandate-end-neared',
  'mandate-ended',
  'matter-handed-over',
  'consultation-asked',
  'consultation-answered',
  'consultation-missed',
] as const;

/** `about`: the stream that gave rise to it. Ids only: what it says is read by whoever may read it. */
export type Notice = Readonly<{ unit: string; notice: (typeof NOTICES)[number]; about: string; directiveId: string }>;

export type NotificationCommand = Message<'RequestNotification', Notice & { quiet: Quiet }>;

/** `releaseAt`: not before, so that quiet hours are kept. */
export type NotificationEvent = Message<'NotificationRequested', Notice & { releaseAt: Instant }>;

/** A stream of its own for each notice, so that sending and delivering never changes what it is about. */
export const notification: Decider<boolean, NotificationCommand, NotificationEvent> = {
  category: 'notification',
  origins: { RequestNotification: ['saga'] },
  initialState: false,
  decide({ data: { quiet, ...notice } }, requested, { now }) {
    return requested
      ? []
      : [{ type: 'NotificationRequested', data: { ...notice, releaseAt: afterQuietHours(now, quiet) } }];
  },
  evolve: () => true,
  alarms: () => [],
};
