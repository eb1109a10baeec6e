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

/**
 * Hands batches to one subscriber, one at a time; what has come meanwhile as one, so that who is behind commits less often and catches up.
 * `push` waits while there is no room, `done` until nothing is in hand.
 */
const laneOf = (subscriber: Subscriber, signal: AbortSignal, report: Report) => {
  const waiting: Batch[] = [];
  let turn = Promise.resolve();
  let working: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      turn = handled(subscriber, asOne(waiting.splice(0)), signal, report);
      await turn;
    }
    working = undefined;
  };
  const push = async (batch: Batch): Promise<void> => {
    waiting.push(batch);
    working ??= work();
    if (waiting.length >= ROOM) await turn;
  };
  return { push, done: () => working ?? Promise.resolve() };
};

const asOne = (batches: readonly Batch[]): Batch => ({
  ...batches.at(-1)!,
  events: batches.flatMap(({ events }) => events),
});

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
