import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BullWorkQueue } from '@edict/adapter-bullmq';
import { MemoryAnchor } from '@edict/adapter-memory';
import { openPostgresViews, PostgresEventStore, PostgresViews } from '@edict/adapter-postgres';
import { REBUILDS, taskView, type TaskRow } from '@edict/directives';
import { openEngine, openRehearsal, type Engine, type Role } from '@edict/engine';
import { byPerson, tableOf } from '@edict/runtime';
import { startPostgres, startRedis, type PostgresServer, type RedisServer } from '@edict/test-servers';

import { findings } from './aftermath.ts';
import { brokenPromises } from './oracle.ts';
import { actor, issuance, registrations, sending, START } from './scene.ts';

const PATIENCE_MS = 300_000;
const TASKS = tableOf(taskView);
const BESIDE = '"edict_views_beside_1"."#group"';
const PREFIX = 'edict-rebuild';

const program = new URL('rebuild-worker.ts', import.meta.url).pathname;
const FLAGS = ['--conditions=@edict/source', '--disable-warning=ExperimentalWarning'];

describe('R22: a view on PostgreSQL is built anew through Redis while people act and read', () => {
  let [postgres, redis]: [PostgresServer, RedisServer] = [] as never;
  let store: PostgresEventStore;
  let desk: Awaited<ReturnType<typeof openPostgresViews>>;
  let sql: PostgresViews;
  let sagas: Engine;
  let child: ChildProcess | undefined;
  const queues: BullWorkQueue[] = [];
  const running: Promise<unknown>[] = [];
  const stop = new AbortController();
  const common = { installation: randomUUID(), anchor: new MemoryAnchor() };

  /** A process more; what it takes from the queue, `takes` says. */
  const begin = async (role: Role, takes = (_kind: string) => true): Promise<Engine> => {
    const queue = await BullWorkQueue.open({ url: () => redis.url }, { prefix: PREFIX, lockMs: 1_000 });
    queues.push(queue);
    const work = queue.work.bind(queue);
    queue.work = async (kind, ...how) => (takes(kind) ? work(kind, ...how) : undefined);
    const engine = await openEngine({ ...desk, ...common, store, role, queue, clock: () => START });
    running.push(engine.start(stop.signal));
    return engine;
  };
  const ended = async () => {
    stop.abort();
    child?.kill('SIGKILL');
    await Promise.all(running.splice(0));
    for (const queue of queues.splice(0)) await queue.close();
  };

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    store = await PostgresEventStore.open({ url: postgres.url }, common.installation);
    [desk, sql] = [await openPostgresViews({ url: postgres.url }), await PostgresViews.open({ url: postgres.url })];
    sagas = await begin('sagas', (kind) => kind !== 'rebuild');
    for (const { command, caller } of [...registrations, issuance]) await sagas.execute(command, caller);
    await until(async () => (await size()) === 512);
  }, PATIENCE_MS);
  afterAll(async () => {
    await ended();
    await Promise.all([store.close(), desk.close(), sql.close()]);
    await Promise.all([postgres.stop(), redis.stop()]);
  });

  const until = async (isSo: () => Promise<boolean>) => {
    for (let left = 600; left > 0 && !(await isSo()); left--) await pause(100);
    expect(await isSo()).toBe(true);
  };
  const size = async (): Promise<number> =>
    (await desk.views.count(TASKS, ['state'])).reduce((sum, { count }) => sum + count, 0);
  const isDone = async () => (await sagas.health()).rebuilds.length === 0;
  const types = async () => (await store.read(REBUILDS)).map(({ type }) => type);

  /** A worker that is half-way, with its process id. */
  const halfWay = async (): Promise<number> => {
    const head = Number(await store.head());
    const words = [...FLAGS, program, postgres.url, redis.url, PREFIX, String(Math.floor(head / 2))];
    child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    const died = once(child, 'exit').then(() => Promise.reject(new Error('The worker ended by itself.')));
    died.catch(() => undefined);
    await Promise.race([once(child.stdout!, 'data'), died]);
    return child.pid!;
  };

  /** People who report on tasks one after the other until told to stop, and one who looks how many tasks there are. */
  const traffic = (tasks: readonly TaskRow[]) => {
    const [over, seen] = [new AbortController(), new Set<number>()];
    const act = async () => {
      for (let n = 0; !over.signal.aborted; n++) {
        const { taskId, unit, assignment } = tasks[n % tasks.length]!;
        const data = { assignment, report: `For the ${n}th time.` };
        const said = sending({ stream: `task-${taskId}`, type: 'ReportProgress', data }, actor(unit!), `report ${n}`);
        await sagas.execute(said.command, said.caller);
      }
    };
    const look = async () => {
      while (!over.signal.aborted) seen.add(await size());
    };
    const all = Promise.all([act(), look()]);
    return async () => {
      over.abort();
      await all;
      return [...seen].toSorted();
    };
  };

  it(
    'goes on where a worker was killed, shows what was there until it is whole, and what is right from then on',
    async () => {
      const rows = (await desk.views.find(TASKS, {})) as readonly TaskRow[];
      const [lost, ...others] = rows.filter(({ kind, unit }) => kind === 'standing' && unit !== null);
      await sql.database.query(`DELETE FROM "${TASKS}" WHERE "#key" = $1`, [lost!.taskId]);
      const ends = traffic(others);
      const ask = { stream: REBUILDS, type: 'RebuildView', data: { view: TASKS, reason: 'Rows are missing.' } };
      await sagas.execute(ask, byPerson(actor('installation', 'administrator'), 'rebuild'));

      const pid = await halfWay();
      const [half] = await sql.database.query(`SELECT holder, reached FROM ${BESIDE}`);
      expect(half).toStrictEqual({ holder: expect.stringMatching(`/${pid}$`), reached: expect.stringMatching(/\d/) });
      expect([await isDone(), await size()]).toStrictEqual([false, 511]);
      child!.kill('SIGKILL');
      await once(child!, 'close');
      await sql.database.query(`UPDATE ${BESIDE} SET until = 0`); // as if its half minute were over
      await begin('worker');
      await until(isDone);

      expect(await ends()).toStrictEqual([511, 512]);
      expect(await types()).toStrictEqual(['ViewRebuildAsked', 'ViewRebuilt']);
      expect(await sagas.waitFor(await store.head(), 20_000)).toBe(true);
    },
    PATIENCE_MS,
  );

  it(
    'is not built again when the same work comes again, and is what the log says, to the byte',
    async () => {
      for (let copy = 0; copy < 3; copy++) await queues[0]!.hand('rebuild', ['rebuild-1']);
      await until(async () => redis.say('exists', `${PREFIX}:rebuild:rebuild-1`) === '0');
      expect(await types()).toStrictEqual(['ViewRebuildAsked', 'ViewRebuilt']);
      await ended();
      const rehearsal = await openRehearsal({ ...desk, ...common, store }, START);
      await rehearsal.drain();
      const found = await findings(rehearsal, { ...desk, ...common, store });
      expect(brokenPromises({ ...found, acks: [], verdicts: [] })).toStrictEqual([]);
    },
    PATIENCE_MS,
  );
});
