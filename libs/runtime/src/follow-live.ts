import { setTimeout as sleep } from 'node:timers/promises';

import type { Batch, EventStore } from './event-store.ts';
import type { Subscriber } from './follow.ts';

/** Batches that may wait for one subscriber before the reading of the log waits for it. */
const ROOM = 16;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

/** Told when a subscriber fails, and with `undefined` when it goes on again. */
export type Report = (subscriber: string, error: unknown) => void;

/**
 * Reads the log once for all subscribers until aborted. Each works at its own pace: one that fails tries again, ever more slowly, and
 * holds up nobody else until `ROOM` batches wait for it.
 */
export const followLive = async (
  store: EventStore,
  subscribers: readonly Subscriber[],
  signal: AbortSignal,
  report: Report,
): Promise<void> => {
  const reached = await Promise.all(subscribers.map((each) => each.reached()));
  const lanes = subscribers.map((each) => laneOf(each, signal, report));
  for await (const batch of store.follow(reached.sort()[0] ?? '', signal))
    await Promise.all(lanes.map(({ push }) => push(batch)));
  await Promise.all(lanes.map(({ done }) => done()));
};

/** Hands batches to one subscriber, one at a time. `push` waits while there is no room, `done` until nothing is in hand. */
const laneOf = (subscriber: Subscriber, signal: AbortSignal, report: Report) => {
  const waiting: Promise<void>[] = [];
  let last = Promise.resolve();
  const push = async (batch: Batch): Promise<void> => {
    last = last.then(() => handled(subscriber, batch, signal, report));
    waiting.push(last);
    if (waiting.length >= ROOM) await waiting.shift();
  };
  return { push, done: () => last };
};

const handled = async (subscriber: Subscriber, batch: Batch, signal: AbortSignal, report: Report): Promise<void> => {
  for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      await subscriber.handle(batch);
      report(subscriber.name, undefined);
      return;
    } catch (error) {
      report(subscriber.name, error);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
};
