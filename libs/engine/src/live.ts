import { setTimeout as sleep } from 'node:timers/promises';

import {
  followLive,
  type EventStore,
  type Parked,
  type Position,
  type Ringing,
  type Subscriber,
  type Views,
} from '@edict/runtime';

import type { Crew } from './led.ts';

export type SubscriberHealth = Readonly<{
  name: string;
  reached: Position;
  parked: readonly Parked[];
  /** Why it does not go on; it tries again. */
  failing: string | null;
}>;

/** `failedRings`: alarms of the last sweep that could not be rung; each is tried again, ever more slowly. */
export type Health = Readonly<{ head: Position; subscribers: readonly SubscriberHealth[]; failedRings: number }>;

type Machines = Readonly<{
  store: EventStore;
  views: Views;
  subscribers: readonly Subscriber[];
  ring(): Promise<Ringing>;
  crew: Crew;
}>;

const SWEEP_MS = 1_000;
const RENEW_MS = 10_000;

/** What goes on by itself while a process runs: following the log, sweeping the alarms, keeping the leases. */
export const live = ({ store, views, subscribers, ring, crew }: Machines) => {
  const failing = new Map<string, string>();
  let failedRings = 0;

  const report = (name: string, error: unknown) => {
    if (error === undefined) failing.delete(name);
    else failing.set(name, String(error));
  };

  /** Goes straight on while there is more, and rests when there is not, or when ringing fails. */
  const sweep = async () => {
    const swept = await ring().catch((error: unknown) => ({ rung: 0, failed: [{ error }] }));
    failedRings = swept.failed.length;
    return swept.rung > 0 && failedRings === 0;
  };

  const start = async (signal: AbortSignal): Promise<void> => {
    await Promise.all([
      followLive(store, subscribers, signal, report),
      forever(signal, async () => (await sweep()) || pause(SWEEP_MS, signal)),
      forever(signal, async () => pause(RENEW_MS, signal).then(() => void crew.renew().catch(() => undefined))),
    ]);
    await crew.release().catch(() => undefined);
  };

  const health = async (): Promise<Health> => {
    const states = subscribers.map(async ({ name, reached }) => ({
      name,
      reached: await reached(),
      parked: (await views.progress(name)).parked,
      failing: failing.get(name) ?? null,
    }));
    return { head: await store.head(), subscribers: await Promise.all(states), failedRings };
  };
  return { start, health };
};

const forever = async (signal: AbortSignal, work: () => Promise<unknown>): Promise<void> => {
  while (!signal.aborted) await work();
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
