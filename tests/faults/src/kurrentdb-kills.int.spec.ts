import { setTimeout as after } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskView, type TaskRow } from '@edict/directives';
import { freshPrefix, serverForTests, type Served } from '@edict/kurrentdb-server';
import { plusMs } from '@edict/kernel';
import { SEED } from '@edict/kernel/testing';
import { tableOf } from '@edict/runtime';

import { aftermath } from './aftermath.ts';
import type { Ack } from './oracle.ts';
import { startWorker } from './processes.ts';
import { randomOf } from './random.ts';
import { issuance, registrations, scratch, START, within } from './scene.ts';

/** More by hand: `EDICT_KURRENTDB_KILLS=100`. */
const KILLS = Number(process.env['EDICT_KURRENTDB_KILLS'] ?? 8);
const MOST_ACKS = 40;
const DAY_MS = 86_400_000;

describe(`An engine whose log is on KurrentDB (seed ${SEED})`, () => {
  let server: Served;
  let dir: string;
  let tasks: readonly string[];

  beforeAll(async () => {
    server = await serverForTests();
    Object.assign(process.env, {
      EDICT_STORE: 'kurrentdb',
      EDICT_KURRENTDB: server.url,
      EDICT_KURRENTDB_PREFIX: freshPrefix(),
      EDICT_KURRENTDB_READER: 'grpc', // what comes after the last kill is read one by one
    });
    dir = scratch();
    const rows = await within(dir, async (engine, { views }) => {
      for (let n = 0; n < registrations.length; n += 32)
        await Promise.all(registrations.slice(n, n + 32).map(({ command, caller }) => engine.execute(command, caller)));
      await engine.execute(issuance.command, issuance.caller);
      await engine.drain();
      return (await views.find(tableOf(taskView), {})) as readonly TaskRow[];
    });
    tasks = rows.filter(({ unit, dueAt }) => unit !== null && dueAt === null).map(({ taskId }) => taskId);
  }, 600_000);
  afterAll(async () => {
    Object.assign(process.env, { EDICT_STORE: 'embedded' });
    await server.close();
  }, 60_000);

  it(`that is killed ${KILLS} times in as many days loses nothing that was acknowledged, and doubles nothing`, async () => {
    const random = randomOf(SEED);
    const acks: Ack[] = [];
    for (let life = 0; life < KILLS; life++) {
      const now = plusMs(START, life * DAY_MS);
      const worker = startWorker({ dir, now, load: tasks, thenStop: true, seed: SEED * 10_000 + life });
      // Every fourth is killed while it starts.
      const moment = life % 4 === 3 ? after(random.upTo(1_500)) : worker.heard(1 + random.upTo(MOST_ACKS));
      await Promise.race([worker.ended, moment]);
      worker.child.kill('SIGKILL');
      const { acks: more, signal } = await worker.ended;
      expect(signal).toBe('SIGKILL');
      acks.push(...more);
    }
    const { broken, log } = await aftermath(dir, { now: plusMs(START, KILLS * DAY_MS), acks });
    expect(broken).toStrictEqual([]);
    expect(acks.length).toBeGreaterThan(KILLS * 5);
    expect(log.some(({ type }) => type === 'TaskSubmitted')).toBe(true);
  }, 900_000);
});
