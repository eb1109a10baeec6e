import { setTimeout as sleep } from 'node:timers/promises';

import type { Instant } from '@edict/kernel';
import { followLive, type EventStore, type Ringing, type Subscriber, type Views } from '@edict/runtime';

import { concernsOf, lateSince, Pace, type Health } from './health.ts';
import type { Crew } from './led.ts';

type Machines = Readonly<{
  store: EventStore;
  views: Views;
  clock: () => Instant;
  subscribers: readonly Subscriber[];
  ring(): Promise<Ringing>;
  crew: Crew;
}>;

const SWEEP_MS = 1_000;
const RENEW_MS = 10_000;

/** What goes on by itself while a process runs: following the log, sweeping the alarms, keeping the leases. */
export const live = ({ store, views, clock, subscribers, ring, crew }: Machines) => {
  const failing = new Map<string, string>();
  const pace = new Pace();
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
      forever(signal, async () => pause(RENEW_MS, signal).then(() => look(signal))),
    ]);
    await crew.release().catch(() => undefined);
  };

  /** Asked every now and then also by ourselves: who is behind shows only to who has looked before. */
  const health = async (): Promise<Health> => {
    const head = await store.head();
    const states = subscribers.map(async ({ name, reached: place }) => {
      const [reached, { parked }] = await Promise.all([place(), views.progress(name)]);
      return { name, reached, parked, failing: failing.get(name) ?? null, behind: pace.isBehind(name, reached, head) };
    });
    const found = { subscribers: await Promise.all(states), failedRings, lateSince: await lateSince(views, clock()) };
    return { head, ...found, concerns: concernsOf(found) };
  };
  const look = async ({ aborted }: AbortSignal): Promise<void> => {
    if (!aborted) await health().catch(() => undefined);
  };
  return { start, health };
};

const forever = async (signal: AbortSignal, work: () => Promise<unknown>): Promise<void> => {
  while (!signal.aborted) await work();
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
