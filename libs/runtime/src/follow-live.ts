import { setTimeout as sleep } from 'node:timers/promises';

import type { Batch, EventStore } from './event-store.ts';
import { catchUp, type Subscriber } from './follow.ts';

/** Batches that may wait for one subscriber before the reading of the log waits for it. */
const ROOM = 16;
/** So long the others wait for one that is slow. */
const PATIENCE_MS = 30_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

/** Told when a subscriber fails, and with `undefined` when it goes on again. */
export type Report = (subscriber: string, error: unknown) => void;

/**
 * Reads the log once for all subscribers until aborted. Each works at its own pace, and nobody else waits for it until `ROOM` batches do. For
 * one that fails nobody waits, and not for long for one that is slow: when it goes on, it reads by itself what it has missed. One that fails
 * tries again, ever more slowly. In the end what was handed to each is tried once.
 */
export const followLive = async (
  store: EventStore,
  subscribers: readonly Subscriber[],
  signal: AbortSignal,
  report: Report,
): Promise<void> => {
  if (subscribers.length === 0) return;
  const reached = await Promise.all(subscribers.map((each) => each.reached()));
  const lanes = subscribers.map((each) => laneOf(each, { store, signal, report }));
  for await (const batch of store.follow(reached.sort()[0] ?? '', signal))
    await Promise.all(lanes.map(({ push }) => push(batch)));
  await Promise.all(lanes.map(({ done }) => done()));
};

type Lane = Readonly<{ store: EventStore; signal: AbortSignal; report: Report }>;

/**
 * Hands batches to one subscriber, one at a time; what has come meanwhile as one, so that who is behind commits less often and catches up.
 * `push` waits while there is no room, `done` until nothing is in hand.
 */
const laneOf = (subscriber: Subscriber, { store, signal, report }: Lane) => {
  const waiting: Batch[] = [];
  let [isAlone, hasMissed, isOver] = [false, false, false];
  /** Over when what is in hand is done, or when nobody waits for that any longer. */
  let turn = Promise.withResolvers<void>();
  let working: Promise<void> | undefined;

  /** Nobody waits for it until it is where the others are. */
  const leaveAlone = () => {
    isAlone = true;
    turn.resolve();
  };
  const noting: Report = (name, error) => {
    if (error !== undefined) leaveAlone();
    report(name, error);
  };
  /** Whether it was done: at the end it may not be. */
  const tried = (handle: () => Promise<void>): Promise<boolean> => {
    turn = Promise.withResolvers();
    return untilDone({ name: subscriber.name, handle }, signal, noting).finally(() => turn.resolve());
  };
  /** Nothing is handled after something that was not done: it would be passed over. */
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = asOne(waiting.splice(0));
      isOver = !(await tried(() => subscriber.handle(batch)));
      while (hasMissed && !isOver) {
        hasMissed = false;
        isOver = !(await tried(() => catchUp(store, [subscriber], signal))) || signal.aborted;
      }
      if (isOver) return;
      isAlone = false;
      if (subscriber.restMs) await pause(subscriber.restMs, signal);
    }
    working = undefined;
  };
  const push = async (batch: Batch): Promise<void> => {
    if (isOver) return;
    if (isAlone && waiting.length >= ROOM) hasMissed = waiting.splice(0).length > 0;
    waiting.push(batch);
    working ??= work();
    if (waiting.length >= ROOM && !isAlone && !(await isSoon(turn.promise))) leaveAlone();
  };
  return { push, done: () => working ?? Promise.resolve() };
};

const isSoon = async (turn: Promise<void>): Promise<boolean> => {
  const over = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => over.resolve(false), PATIENCE_MS);
  return Promise.race([turn.then(() => true), over.promise]).finally(() => clearTimeout(timer));
};

const asOne = (batches: readonly Batch[]): Batch => ({
  ...batches.at(-1)!,
  events: batches.flatMap(({ events }) => events),
});

type Attempt = Readonly<{ name: string; handle(): Promise<void> }>;

const untilDone = async ({ name, handle }: Attempt, signal: AbortSignal, report: Report): Promise<boolean> => {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      await handle();
      report(name, undefined);
      return true;
    } catch (error) {
      report(name, error);
      if (signal.aborted) return false;
      await pause(pauseMs, signal);
    }
  }
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
