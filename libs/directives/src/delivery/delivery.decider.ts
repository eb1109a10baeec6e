import { plusMs, refuse, type Alarm, type Decider, type Instant, type Message, type Refused } from '@edict/kernel';

import type { Channel } from '../subscription/subscription.decider.ts';
import { afterAttempt, PATIENCE_MS } from './delivery.policy.ts';

/** A notice on its way to one subscription of the unit that it is for. Ids only: what it says is put together when it is sent. */
export type Delivery = Readonly<{
  notificationId: string;
  unit: string;
  notice: string;
  about: string;
  directiveId: string;
  subscription: string;
  channel: Channel;
}>;

/** `refused`: the receiver will never take it, so that it is not tried again. `withheld`: it may not leave. */
export type Outcome = 'delivered' | 'failed' | 'refused' | 'withheld';

type Attempt = Readonly<{ attempt: number }>;
type Because = Readonly<{ reason: string }>;

export type DeliveryCommand =
  | Message<'PlanDelivery', Delivery & { releaseAt: Instant }>
  | Message<'CallDelivery', Attempt>
  | Message<'MissDelivery', Attempt>
  | Message<'RecordDelivery', Attempt & Because & { outcome: Outcome }>
  | Message<'ReplayDelivery', Because>
  | Message<'DropDelivery', Because>;

export type DeliveryEvent =
  | Message<'DeliveryPlanned', Delivery & { callAt: Instant }>
  /** To be sent now; who sends it says what came of it, or is taken to have failed at `missedAt`. */
  | Message<'DeliveryDue', Attempt & { missedAt: Instant }>
  | Message<'DeliverySucceeded', Attempt>
  | Message<'DeliveryFailed', Attempt & Because & { callAt: Instant }>
  | Message<'DeliveryParked', Attempt & Because>
  | Message<'DeliveryWithheld', Attempt & Because>
  | Message<'DeliveryReplayed', Because & { callAt: Instant }>
  | Message<'DeliveryDropped', Because>;

export type DeliveryStatus = 'waiting' | 'due' | 'delivered' | 'parked' | 'withheld' | 'dropped';

/** `attempt`: the one that comes or goes on, counted through; `tries`: how many since it was planned or replayed. */
export type DeliveryState = Readonly<{
  delivery: Delivery;
  status: DeliveryStatus;
  attempt: number;
  tries: number;
  at: Instant;
}>;

type State = DeliveryState | null;
type Decision = readonly DeliveryEvent[] | Refused<DeliveryEvent>;

export const delivery: Decider<State, DeliveryCommand, DeliveryEvent> = {
  category: 'delivery',
  origins: {
    PlanDelivery: ['saga'],
    CallDelivery: ['ring'],
    MissDelivery: ['ring'],
    RecordDelivery: ['saga'],
    ReplayDelivery: ['person'],
    DropDelivery: ['person'],
  },
  initialState: null,
  decide(command, state, { now }): Decision {
    if (command.type === 'PlanDelivery') return state ? [] : [planned(command.data)];
    if (!state) return refuse('delivery/unknown', 'There is no such delivery.');
    return command.type === 'ReplayDelivery' || command.type === 'DropDelivery'
      ? handled(state, command, now)
      : went(state, command, now);
  },
  evolve: (state, event) => {
    if (event.type === 'DeliveryPlanned') return begun(event.data);
    return state && { ...state, ...changed(state, event) };
  },
  alarms(state): readonly Alarm<DeliveryCommand>[] {
    if (state?.status === 'waiting') return [alarm(state, 'CallDelivery')];
    return state?.status === 'due' ? [alarm(state, 'MissDelivery')] : [];
  },
};

const isMeant = ({ status, attempt }: DeliveryState, wanted: DeliveryStatus, meant: Attempt): boolean =>
  status === wanted && attempt === meant.attempt;

const alarm = ({ attempt, at }: DeliveryState, type: 'CallDelivery' | 'MissDelivery'): Alarm<DeliveryCommand> => ({
  key: `${type}/${attempt}`,
  at,
  ring: { type, data: { attempt } },
});

const planned = ({ releaseAt, ...data }: Delivery & { releaseAt: Instant }): DeliveryEvent => ({
  type: 'DeliveryPlanned',
  data: { ...data, callAt: releaseAt },
});

const due = ({ attempt }: DeliveryState, now: Instant): DeliveryEvent => ({
  type: 'DeliveryDue',
  data: { attempt, missedAt: plusMs(now, PATIENCE_MS) },
});

const failed = ({ attempt, tries }: DeliveryState, reason: string, now: Instant): DeliveryEvent => {
  const callAt = afterAttempt(tries + 1, now);
  if (callAt === undefined) return { type: 'DeliveryParked', data: { attempt, reason } };
  return { type: 'DeliveryFailed', data: { attempt, reason, callAt } };
};

const recorded = (
  state: DeliveryState,
  { attempt, outcome, reason }: Attempt & Because & { outcome: Outcome },
  now: Instant,
): DeliveryEvent => {
  switch (outcome) {
    case 'delivered':
      return { type: 'DeliverySucceeded', data: { attempt } };
    case 'withheld':
      return { type: 'DeliveryWithheld', data: { attempt, reason } };
    case 'refused':
      return { type: 'DeliveryParked', data: { attempt, reason } };
    default:
      return failed(state, reason, now);
  }
};

type Course = Extract<DeliveryCommand, { type: 'CallDelivery' | 'MissDelivery' | 'RecordDelivery' }>;

/** What comes late, twice, or of another attempt, changes nothing. */
const went = (state: DeliveryState, { type, data }: Course, now: Instant): Decision => {
  if (!isMeant(state, type === 'CallDelivery' ? 'waiting' : 'due', data)) return [];
  if (type === 'RecordDelivery') return [recorded(state, data, now)];
  if (now < state.at) return [];
  return [type === 'CallDelivery' ? due(state, now) : failed(state, 'no-outcome', now)];
};

/** By an operator, and only what nobody works on any more. */
const handled = (
  { status }: DeliveryState,
  { type, data: { reason } }: Extract<DeliveryCommand, { type: 'ReplayDelivery' | 'DropDelivery' }>,
  now: Instant,
): Decision => {
  if (type === 'DropDelivery' && status === 'dropped') return [];
  if (status !== 'parked' && status !== 'withheld')
    return refuse('delivery/not-parked', 'Only what is parked or withheld is replayed or dropped.');
  if (type === 'DropDelivery') return [{ type: 'DeliveryDropped', data: { reason } }];
  return [{ type: 'DeliveryReplayed', data: { reason, callAt: now } }];
};

const begun = ({ callAt, ...of }: Delivery & { callAt: Instant }): DeliveryState => ({
  delivery: of,
  status: 'waiting',
  attempt: 1,
  tries: 0,
  at: callAt,
});

const changed = ({ attempt, tries }: DeliveryState, event: DeliveryEvent): Partial<DeliveryState> => {
  switch (event.type) {
    case 'DeliveryDue':
      return { status: 'due', at: event.data.missedAt };
    case 'DeliveryFailed':
      return { status: 'waiting', attempt: attempt + 1, tries: tries + 1, at: event.data.callAt };
    case 'DeliveryReplayed':
      return { status: 'waiting', attempt: attempt + 1, tries: 0, at: event.data.callAt };
    case 'DeliverySucceeded':
      return { status: 'delivered' };
    case 'DeliveryParked':
      return { status: 'parked' };
    case 'DeliveryWithheld':
      return { status: 'withheld' };
    case 'DeliveryDropped':
      return { status: 'dropped' };
    default:
      return {};
  }
};
