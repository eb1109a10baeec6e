import { StoreUnavailable, type Batch, type Position } from '@edict/runtime';

import { reasonOf } from './failures.ts';
import { backOff, orLate } from './patience.ts';
import { recordedFrom } from './stored-event.ts';
import { Subscription } from './subscription.ts';
import type { Connection, Notice, Supervisor } from './supervisor.ts';
import { Watch } from './watch.ts';

export type Following = Readonly<{
  supervisor: Supervisor;
  prefix: string;
  /** Whether the node that is followed may be behind the one that answers `head`. */
  lags: boolean;
  head(): Promise<Position>;
  /** The same, but at once or not at all. */
  glance(): Promise<Position>;
  watchMs: number;
  confirmMs: number;
  notice: Notice;
}>;

/** Each takes one of the hundred calls that a connection carries; the rest are for appends and reads. */
const MOST_SUBSCRIPTIONS = 20;

const open = new WeakMap<Supervisor, number>();

/** Subscribes, and when that ends, however it ends, subscribes again after what was handed out last. Ends when aborted. */
export async function* follow(following: Following, after: Position, signal: AbortSignal): AsyncIterable<Batch> {
  const { supervisor } = following;
  const others = open.get(supervisor) ?? 0;
  if (others >= MOST_SUBSCRIPTIONS)
    throw new RangeError(`No more than ${MOST_SUBSCRIPTIONS} may follow the log at once.`);
  open.set(supervisor, others + 1);
  try {
    yield* untilAborted(following, after, signal);
  } finally {
    open.set(supervisor, open.get(supervisor)! - 1);
  }
}

async function* untilAborted(following: Following, after: Position, signal: AbortSignal): AsyncGenerator<Batch> {
  let position = after;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const batch of subscribed(following, position, signal)) {
        position = batch.position;
        failures = 0;
        yield batch;
      }
    } catch (error) {
      if (error instanceof StoreUnavailable && error.reason === 'corrupt') throw error;
      following.notice(`KurrentDB: no subscription after ${position || 'the beginning'}: ${reasonOf(error)}`);
    }
    await backOff(failures, signal);
  }
}

/** One subscription, for as long as it lasts. Throws when it is over, or has fallen silent. */
async function* subscribed(following: Following, after: Position, signal: AbortSignal): AsyncGenerator<Batch> {
  const { supervisor, prefix, confirmMs } = following;
  const target = following.lags ? await following.head() : '';
  const connection = await supervisor.connection();
  const spoilt = replacing(supervisor, connection);
  const subscription = await Subscription.open(connection.client, { prefix, after, confirmMs }).catch(spoilt);
  const stop = AbortSignal.any([signal, connection.gone]);
  const close = () => subscription.close();
  stop.addEventListener('abort', close, { once: true });
  const watch = new Watch(following, after, target);
  try {
    while (!stop.aborted) {
      subscription.arm();
      const page = subscription.take();
      const batch = watch.batch(
        page.events.map((event) => recordedFrom(event, prefix)),
        page.live,
      );
      if (batch) yield batch;
      else if ((await orLate(subscription.changed, watch.pauseMs)) === 'late') await watch.look().catch(spoilt);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    stop.removeEventListener('abort', close);
    close();
  }
}

/** A client that cannot hold a subscription is not asked again. */
const replacing =
  (supervisor: Supervisor, connection: Connection) =>
  (error: unknown): never => {
    supervisor.replace(connection, reasonOf(error));
    throw error;
  };
