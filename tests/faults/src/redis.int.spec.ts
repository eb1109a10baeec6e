import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BullWorkQueue, QueueUnsafe } from '@edict/adapter-bullmq';
import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { openEngine, openRehearsal, type Engine, type Health } from '@edict/engine';
import { endOf, plusMs, startOf, type Instant } from '@edict/kernel';
import { startRedis, type RedisServer } from '@edict/test-servers';

import { findings } from './aftermath.ts';
import { brokenPromises } from './oracle.ts';
import { copyOf, prepared, sending, actor, START, ZONE, type Prepared } from './scene.ts';

/** All that was due is rung in this time, whatever was lost on the way (I8). */
const LATEST_MS = 60_000;
const PATIENCE_MS = 300_000;
/** Work whose worker has not been heard of for so long is given to another. */
const LOCK_MS = 1_000;
/** Days on which a lot falls due, and the last one. */
const DAYS = ['2025-06-01', '2025-06-26', '2025-07-16', '2025-11-02'];

let scene: Prepared;
let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
  scene = await prepared();
}, PATIENCE_MS);
afterAll(() => redis.stop());

describe('Whatever Redis does', () => {
  let embedded: Embedded;
  let queues: BullWorkQueue[];
  let engines: Engine[];
  let running: Promise<void>[];
  let stop: AbortController;
  let day: Instant;
  let since: number;
  let started = 0;

  beforeEach(async () => {
    embedded = await openEmbedded(copyOf(scene.assigned));
    [queues, engines, running] = [[], [], []];
    stop = new AbortController();
    begin(START);
    started += 1;
  });
  afterEach(async () => {
    await ended();
    for (const queue of queues) await queue.close();
    await embedded.close();
    redis.say('config', 'set', 'maxmemory', '0');
  });

  /** Time goes on as it does, from the beginning of a day. */
  const begin = (at: Instant): void => {
    day = at;
    since = performance.now();
  };
  const now = (): Instant => plusMs(day, Math.floor(performance.now() - since));

  const openQueue = async (): Promise<BullWorkQueue> => {
    const queue = await BullWorkQueue.open({ url: () => redis.url }, { prefix: `edict-${started}`, lockMs: LOCK_MS });
    queues.push(queue);
    return queue;
  };
  /** A process more, whose clock may be wrong. */
  const start = async (aheadMs = 0): Promise<Engine> => {
    const queue = await openQueue();
    const clock = () => plusMs(now(), aheadMs);
    const engine = await openEngine({ ...embedded, clock, queue });
    engines.push(engine);
    running.push(engine.start(stop.signal));
    return engine;
  };
  const ended = async () => {
    stop.abort();
    await Promise.all(running);
  };

  const dueNow = async (): Promise<number> => {
    const waiting = await embedded.views.find('alarm', { within: { at: { below: now() } } });
    return waiting.length;
  };
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    for (let left = 1_500; left > 0 && !(await isSo()); left--) await pause(100);
    expect(await isSo()).toBe(true);
  };
  /** Nothing is due, and nothing follows any more from what was. */
  const isQuiet = async (): Promise<boolean> => {
    const head = await embedded.store.head();
    const { subscribers } = await engines[0]!.health();
    return (await dueNow()) === 0 && subscribers.every(({ reached }) => reached >= head);
  };

  /** From day to day; says how long after a day began the last of it was rung, at the worst. */
  const live = async (meanwhile = async (_on: string): Promise<void> => undefined): Promise<number> => {
    const { command, caller } = scene.settingUp[0]!;
    await engines[0]!.execute(command, caller);
    let worst = 0;
    for (const on of DAYS) {
      begin(on === DAYS.at(-1) ? endOf(on, ZONE) : startOf(on, ZONE));
      await meanwhile(on);
      await until(isQuiet);
      worst = Math.max(worst, performance.now() - since);
    }
    return worst;
  };

  /** The whole promise, when everybody has stopped. */
  const broken = async (): Promise<readonly string[]> => {
    await ended();
    const rehearsal = await openRehearsal(embedded, now());
    await rehearsal.drain();
    return brokenPromises({ ...(await findings(rehearsal, embedded)), acks: [], verdicts: [] });
  };

  const concerned = (by: Health['concerns'][number]): Promise<void> =>
    until(async () => (await engines[0]!.health()).concerns.includes(by));

  it(
    'R8: it is wiped again and again, and every alarm is rung in time',
    async () => {
      await start();
      await start();
      const wiping = setInterval(() => redis.say('flushall'), 2_000);
      const worst = await live().finally(() => clearInterval(wiping));
      expect(await broken()).toStrictEqual([]);
      expect(worst).toBeLessThan(LATEST_MS);
    },
    PATIENCE_MS,
  );

  it(
    'R9: it hangs, is killed, and comes back: commands are taken, alarms rung, and health says so',
    async () => {
      const engine = await start();
      await start();
      await live(async (on) => {
        if (on === DAYS[0]) redis.hang();
        if (on === DAYS[0]) await concerned('queueUnreachable');
        if (on === DAYS[1]) redis.goOn();
        if (on === DAYS[2]) await redis.kill();
        if (on === DAYS[2]) await concerned('queueUnreachable');
        const standing = scene.tasks.find(({ kind, unit }) => kind === 'standing' && unit !== null)!;
        const { taskId, unit, assignment } = standing;
        const data = { assignment, report: `As of ${on}.` };
        const report = sending({ stream: `task-${taskId}`, type: 'ReportProgress', data }, actor(unit!), on);
        expect(await engine.execute(report.command, report.caller)).toMatchObject({ stream: `task-${taskId}` });
        if (on === DAYS[3]) await redis.start();
        if (on === DAYS[3]) await until(async () => (await engine.health()).queue === 'shared');
      });
      expect((await engine.health()).concerns).not.toContain('queueUnreachable');
      expect(await broken()).toStrictEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'R10: it is full, or may evict: nothing is lost, and nothing starts on it',
    async () => {
      await start();
      redis.say('config', 'set', 'maxmemory', '1mb');
      await live();
      redis.say('config', 'set', 'maxmemory-policy', 'allkeys-lru');
      await expect(openQueue()).rejects.toThrow(QueueUnsafe);
      redis.say('config', 'set', 'maxmemory-policy', 'noeviction');
      expect(await broken()).toStrictEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'R12: one clock is an hour ahead and one a day behind: nothing rings before its time by who rings it, and health says so',
    async () => {
      const behind = await start(-24 * 3_600_000);
      await start(0);
      const nowMs = async () => Date.parse(now());
      const measured = await openEngine({
        ...embedded,
        clock: () => plusMs(now(), 3_600_000),
        clocks: [{ name: 'redis', nowMs }],
      });
      const measuring = new AbortController();
      const measurement = measured.start(measuring.signal);
      await until(async () => (await measured.health()).concerns.includes('clocksDiffer'));
      measuring.abort();
      await measurement;
      await live();
      expect((await behind.health()).queue).toBe('shared');
      expect(await broken()).toStrictEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'R24: a process stands still for longer than its work is its own, in the middle of it: it is done by another too, and has its effect once',
    async () => {
      await Promise.all([start(), start()]);
      await live(async () => {
        await pause(50); // by then some of it is in hand
        const until = performance.now() + 3 * LOCK_MS;
        while (performance.now() < until);
      });
      expect(await broken()).toStrictEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'R13, R14: all work comes three times, in any order, also of what is over: it has its effect once',
    async () => {
      const queue = await openQueue();
      const names: string[] = [];
      const hand = queue.hand.bind(queue);
      queue.hand = async (kind, ids) => {
        names.push(...ids);
        await hand(kind, ids);
      };
      const engine = await openEngine({ ...embedded, clock: now, queue });
      engines.push(engine);
      running.push(engine.start(stop.signal));
      await live(async () => {
        for (let copy = 0; copy < 3; copy++) await hand('ring', names.toReversed());
      });
      expect(names.length).toBeGreaterThan(500);
      const before = await embedded.store.head();
      for (let from = 0; from < names.length; from += 100) await hand('ring', names.slice(from, from + 100));
      await until(async () => Number(redis.say('llen', `edict-${started}:ring:wait`)) === 0);
      expect(await broken()).toStrictEqual([]);
      expect(await embedded.store.head()).toBe(before);
    },
    PATIENCE_MS,
  );
});
