import {
  delivery as decider,
  mayLeave,
  subscription as subscriptions,
  type DeliveryEvent,
  type DeliveryOutcome,
  type DeliveryState,
  type DirectiveEvent,
  type NotificationEvent,
  type Subscription,
  type SubscriptionEvent,
} from '@edict/directives';
import { categoryOf, fold, idFrom, idOf, type Command, type Evolver, type Happened, type Message } from '@edict/kernel';
import {
  bySaga,
  happened,
  Undeliverable,
  type Channel,
  type EventStore,
  type Execute,
  type Position,
  type Recorded,
} from '@edict/runtime';

/** The ways out that there are. */
export type Channels = Readonly<Partial<Record<'mail' | 'webhook', Channel>>>;

type Ports = Readonly<{
  store: EventStore;
  execute: Execute;
  channels: Channels;
  /** From then on notices are sent: what was said before somebody wanted to hear it is not. */
  since: Position;
  /** Hands a delivery on to whoever is free; says whether it did. */
  handOn(stream: string): Promise<boolean>;
}>;

/** The name of the subscriber, and the kind of work. Never changed: the ids of commands hang on it. */
export const DELIVERIES = 'deliveries';

/**
 * Plans a delivery to each subscription of the unit that a notice is for, and sends what is due. Only what is in the log is sent; a crash
 * between sending and saying so sends it again under the same key.
 */
export const deliverer = (ports: Ports) => {
  const { store, execute, channels, since, handOn } = ports;
  const send = sender(ports);

  const plan = async (event: Recorded): Promise<void> => {
    const { releaseAt, ...notice } = event.data as NotificationEvent['data'];
    const notificationId = idOf(event.stream);
    const known = await folded(store, `subscription-${notice.unit}`, subscriptions);
    for (const [subscription, { channel, ended }] of Object.entries(known as Readonly<Record<string, Subscription>>)) {
      if (ended || !Object.hasOwn(channels, channel)) continue;
      const stream = `delivery-${idFrom('delivery', notificationId, subscription)}`;
      const data = { ...notice, notificationId, subscription, channel, releaseAt };
      await execute({ stream, type: 'PlanDelivery', data }, bySaga(DELIVERIES, event, `plan-${subscription}`));
    }
  };
  const handle = async (event: Recorded): Promise<void> => {
    if (event.type === 'NotificationRequested' && event.position > since) await plan(event);
    if (event.type === 'DeliveryDue' && !(await handOn(event.stream))) await send(event.stream);
  };
  return handle;
};

/** Sends what a delivery waits for, if it still does, and says what came of it. */
export const sender =
  ({ store, execute, channels }: Pick<Ports, 'store' | 'execute' | 'channels'>) =>
  async (stream: string): Promise<void> => {
    if (categoryOf(stream) !== 'delivery') return;
    const history = await store.read(stream);
    const state = fold(decider, history.map(happened) as readonly DeliveryEvent[]);
    const asked = history.findLast(({ type }) => type === 'DeliveryDue');
    if (state?.status !== 'due' || !asked) return;
    const traceparent = history[0]?.meta['traceparent'];
    const [outcome, reason] = await tried(stream, state, { store, channels, traceparent });
    const { attempt } = state;
    const command: Command = { stream, type: 'RecordDelivery', data: { attempt, outcome, reason } };
    await execute(command, bySaga(DELIVERIES, asked, `${outcome}-${idFrom(reason)}`));
  };

type Tried = readonly [DeliveryOutcome, reason: string];

/** Everything that may keep it here is looked at now, and in the streams themselves: whatever was planned may have been marked since. */
const tried = async (
  stream: string,
  { delivery }: DeliveryState,
  { store, channels, traceparent }: Pick<Ports, 'store' | 'channels'> & Readonly<{ traceparent: string | undefined }>,
): Promise<Tried> => {
  const { unit, notice, about, directiveId, subscription: id, channel: name } = delivery;
  const label = (await store.read(`directive-${directiveId}`)).map(happened) as readonly Happened<DirectiveEvent>[];
  if (!mayLeave(label)) return ['withheld', 'classified'];
  const known = (await folded(store, `subscription-${unit}`, subscriptions)) as Readonly<Record<string, Subscription>>;
  const to = known[id];
  if (!to || to.ended) return ['withheld', 'subscription-ended'];
  const channel = name === 'calendar' ? undefined : channels[name];
  if (!channel) return ['failed', 'no-channel'];
  return sent(
    channel.send({
      ...{ key: idOf(stream), address: to.address, notice, unit, about, directiveId },
      ...(to.language && { language: to.language }),
      ...(traceparent && { traceparent }),
    }),
  );
};

/** What a receiver says is cut short: it is kept for ever. */
const REASON_LENGTH = 200;

const sent = async (sending: Promise<void>): Promise<Tried> => {
  try {
    await sending;
    return ['delivered', ''];
  } catch (error) {
    const { name, message } = error as Error;
    const reason = (message || name).slice(0, REASON_LENGTH).toWellFormed();
    return [error instanceof Undeliverable ? 'refused' : 'failed', reason];
  }
};

const folded = async (store: EventStore, stream: string, evolver: Evolver<unknown, Message>): Promise<unknown> =>
  fold(evolver, (await store.read(stream)).map(happened) as readonly SubscriptionEvent[]);
