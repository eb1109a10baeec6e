import { setTimeout as sleep } from 'node:timers/promises';

import type { Instant } from '@edict/kernel';
import {
  followLive,
  skewOf,
  type AccessStore,
  type EventStore,
  type Leases,
  type OtherClock,
  type Position,
  type Ringing,
  type Skew,
  type Subscriber,
  type Views,
  type WorkQueue,
} from '@edict/runtime';

import { areDeliveriesParked, concernsOf, lateSince, Pace, type Health, type SubscriberHealth } from './health.ts';
import type { Crew } from './led.ts';
import type { Rebuild, Rebuilder } from './rebuilding.ts';
import type { Followed } from './subscribers.ts';
import { furtherIn, heardOf, teller, troubleIn, withReason, type Trouble } from './told.ts';

type Machines = Readonly<{
  store: EventStore;
  views: Views;
  leases: Leases;
  clock: () => Instant;
  subscribers: readonly Subscriber[];
  others: readonly Followed[];
  /** `undefined`: others ring. */
  ring: (() => Promise<Ringing>) | undefined;
  crew: Crew;
  clocks: readonly OtherClock[];
  queue: WorkQueue | undefined;
  works: Readonly<Record<string, (ids: readonly string[], signal: AbortSignal) => Promise<void>>>;
  rebuilds: Rebuilder;
  notices: AccessStore | undefined;
  chores: readonly Chore[];
}>;

/** What a process does again and again besides. That it fails is told as of those who follow the log. */
export type Chore = Readonly<{ name: string; everyMs: number; work(): Promise<unknown> }>;

const SWEEP_MS = 1_000;
/** Where many alarms are due at once nobody is to wait for the next sweep with nothing in hand. */
const BUSY_MS = 100;
const RENEW_MS = 10_000;
const MEASURE_MS = 60_000;
/** A rebuild that is asked for is taken up so soon; once it is done, whoever follows goes on so soon. */
const IDLE_MS = 5_000;
const BUILDING_MS = 1_000;

/** What goes on by itself while a process runs: following the log, sweeping the alarms, keeping the leases. */
export const live = (machines: Machines) => {
  const { store, views, leases, clock, subscribers, ring, crew, clocks, queue, works, rebuilds, chores } = machines;
  const failures = new Failures();
  const [sweep, skews] = [sweepOf(ring), skewsOf(clocks, clock)];
  const followed = watch(machines, { failures, sweep });

  const start = async (signal: AbortSignal): Promise<void> => {
    await Promise.all([
      followLive(store, subscribers, signal, failures.report),
      forever(signal, async () => pause(await sweep.once(), signal)),
      forever(signal, async () => pause(RENEW_MS, signal).then(() => void crew.renew().catch(() => undefined))),
      forever(signal, async () => pause(RENEW_MS, signal).then(() => look(signal))),
      forever(signal, async () => skews.measure().then(() => pause(MEASURE_MS, signal))),
      ring && rebuildAgain(rebuilds, crew, signal),
      ...chores.map((chore) =>
        forever(signal, async () => pause(chore.everyMs, signal).then(() => failures.in(chore))),
      ),
      ...Object.entries(works).map(([kind, handle]) => queue?.work(kind, (ids) => handle(ids, signal), signal)),
    ]);
    await crew.release().catch(() => undefined);
  };

  /** Asked every now and then also by ourselves: who is behind shows only to who has looked before. */
  const health = async (): Promise<Health> => {
    const head = await store.head();
    const found = {
      ...(await followed(head)),
      lateSince: await lateSince(views, clock()),
      deliveriesParked: await areDeliveriesParked(views),
      queue: queue ? (queue.trouble() ?? 'shared') : 'none',
      skews: skews.found,
      rebuilds: (await rebuilds.pending()).map(underWay),
    } as const;
    return { head, ...found, leases: await leases.held(), concerns: concernsOf(found) };
  };
  const look = ({ aborted }: AbortSignal) => (aborted ? undefined : health().catch(() => undefined));
  return { start, health };
};

type Own = Readonly<{ failures: Failures; sweep: Readonly<{ failedRings: number }> }>;

/** How all get on who follow the log and ring: whoever does tells it, and all others hear it. */
const watch = (machines: Machines, { failures, sweep }: Own) => {
  const { views, subscribers, others, chores } = machines;
  const [pace, tell, doesFollow] = [new Pace(), teller(machines), subscribers.length > 0];

  const stateOf = async ({ name, reached: place }: Followed, head: Position): Promise<SubscriberHealth> => {
    const [reached, { parked }] = await Promise.all([place(), views.progress(name)]);
    return { name, reached, parked, failing: failures.of(name), behind: pace.isBehind(name, reached, head) };
  };

  return async (head: Position) => {
    const heard: Trouble = doesFollow ? { failing: [], failedRings: sweep.failedRings } : await heardOf(machines);
    const besides = chores.map(({ name }) => ({ name, reached: async () => head }));
    const known = [...subscribers, ...others, ...besides];
    const states = await Promise.all([...known, ...furtherIn(heard, known)].map((each) => stateOf(each, head)));
    const found = { subscribers: states.map(withReason(heard)), failedRings: heard.failedRings };
    if (doesFollow) await tell(troubleIn(found));
    return found;
  };
};

class Failures {
  readonly #reasons = new Map<string, string>();

  readonly report = (name: string, error: unknown): void => {
    if (error === undefined) this.#reasons.delete(name);
    else this.#reasons.set(name, String(error));
  };

  of(name: string): string | null {
    return this.#reasons.get(name) ?? null;
  }

  async in({ name, work }: Chore): Promise<void> {
    await work().then(
      () => this.report(name, undefined),
      (error: unknown) => this.report(name, error),
    );
  }
}

/** Whoever worked on a table that another has replaced goes on at once with the new one. */
const rebuildAgain = (rebuilds: Rebuilder, crew: Crew, signal: AbortSignal): Promise<void> => {
  let before: readonly Rebuild[] = [];
  return forever(signal, async () => {
    const now = await rebuilds.pending().catch(() => before);
    if (before.some(({ rebuild }) => now.every((each) => each.rebuild !== rebuild)))
      await crew.renew().catch(() => undefined);
    if (now.length > 0) await rebuilds.handOn(now, signal).catch(() => undefined); // it says so itself, and is tried again
    before = now;
    await pause(now.length > 0 ? BUILDING_MS : IDLE_MS, signal);
  });
};

const underWay = ({ view, askedBy, failing }: Rebuild): Health['rebuilds'][number] => {
  return { view, askedAt: askedBy.meta['recordedAt'] as Instant, failing };
};

const NOBODY_RINGS: NonNullable<Machines['ring']> = async () => ({ rung: 0, failed: [] });

const failing = (error: unknown) => ({ rung: 0, failed: [{ error }], isBusy: false });

const sweepOf = (ring = NOBODY_RINGS) => {
  const sweep = {
    failedRings: 0,
    /** How long to pause after it. Straight on while there is more; not when there is none, nor when ringing fails. */
    async once(): Promise<number> {
      const { rung, failed, isBusy } = await ring().catch(failing);
      sweep.failedRings = failed.length;
      if (isBusy) return BUSY_MS;
      return rung > 0 && failed.length === 0 ? 0 : SWEEP_MS;
    },
  };
  return sweep;
};

/** By how much other clocks were ahead when they were asked last. */
const skewsOf = (clocks: readonly OtherClock[], clock: () => Instant) => {
  const skews = {
    found: [] as readonly Skew[],
    async measure(): Promise<void> {
      const all = await Promise.all(clocks.map((each) => skewOf(each, clock)));
      skews.found = all.filter((skew) => skew !== null);
    },
  };
  return skews;
};

const forever = async (signal: AbortSignal, work: () => Promise<unknown>): Promise<void> => {
  while (!signal.aborted) await work();
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
