import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { BullWorkQueue } from '@edict/adapter-bullmq';
import { openPostgresAccess, openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { issuing, MACHINE, publishing, type Health, type Role } from '@edict/engine';
import { loadFiles, type Loaded } from '@edict/documents';
import { instant } from '@edict/kernel';
import { byPerson } from '@edict/runtime';
import { startPostgres, startRedis, type PostgresServer, type RedisServer } from '@edict/test-servers';

import { Access } from './access/access.ts';
import { createApp } from './create-app.ts';
import { example, exampleSeed } from './examples.ts';
import { openInstallation, type Installation } from './installation.ts';
import { answerProbes } from './probes.ts';
import { eventually, TOKEN } from './testing/test-server.ts';
import { withToken } from './testing/with-token.ts';
import { LeftEarly } from './until-begun.ts';

const secretary = { id: 'ann', unit: 'politburo', capacity: 'secretariat', origin: 'person' } as const;

/** So many the agreement gives. */
const TASKS = 16;

const seen = { who: 'ann', capacity: 'officer', unit: 'x', act: 'GET /', about: null, rank: 2, from: '::1' };

describe('Several processes, by role, on PostgreSQL and Redis', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let folder: string;
  /** The last one first. */
  const closing: Readonly<{ close(): Promise<void> }>[] = [];

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    folder = mkdtempSync(join(tmpdir(), 'edict-roles-'));
  });
  afterEach(async () => {
    for (const each of closing.splice(0)) await each.close();
  });
  afterAll(async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (role: Role, name: string): Promise<Installation> => {
    const { url } = postgres;
    const installation = await openInstallation(join(folder, name), {
      role,
      seed: role === 'web' ? await exampleSeed() : [],
      openStore: (id) => PostgresEventStore.open({ url }, id),
      openViews: () => openPostgresViews({ url }),
      openAccess: (genesis) => openPostgresAccess({ url }, genesis),
      files: join(folder, 'files'),
      key: () => Buffer.alloc(32, 'roles'),
      openQueue: (id) => BullWorkQueue.open({ url: () => redis.url }, { prefix: `edict-${id}` }),
    });
    closing.unshift(installation);
    return installation;
  };
  const leave = async (installation: Installation): Promise<void> => {
    closing.splice(closing.indexOf(installation), 1);
    await installation.close();
  };

  const loadedOf = async (name: string): Promise<Loaded> => {
    const loaded = loadFiles([await example(name), ...(await exampleSeed())]);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
    return loaded.documents;
  };

  it('some answer, some follow the log, some work, and one takes over where another ends', async () => {
    const answers = start('web', 'web-1'); // it waits for whoever seals
    const sagas = await start('sagas', 'sagas-1');
    const [web, other] = [await answers, await start('web', 'web-2')];
    await start('worker', 'worker-1');
    await start('sagas', 'sagas-2');
    const { directive, policy } = await loadedOf('conclusion-155-kl-tw.yaml');
    const issue = issuing({
      ...{ document: directive!, policy: policy!, calendarId: 'vn-working-days' },
      ...{ issuedOn: '2025-05-16', registration: ['roles'] },
    });
    await web.engine.execute(issue, byPerson(secretary, 'issue', instant('2025-05-16T02:00:00Z')));
    const tasks = () => web.engine.reader.as(MACHINE).tasks(issue.stream.slice('directive-'.length));
    await leave(sagas);
    await eventually(tasks, ({ length }) => length === 512, 120_000);
    const { subscribers, queue } = await other.engine.health();
    expect(queue).toBe('shared');
    expect(subscribers.map(({ name }) => name)).toEqual(expect.arrayContaining(['alarm', 'fan-out', 'succession']));
    expect(await other.seen(await web.engine.head(), 20_000)).toBe(true);
  }, 240_000);

  it('who answers says that it waits where nobody has begun the log, and leaves when asked to', async () => {
    const { url } = postgres;
    const stopped = Promise.withResolvers<void>();
    const said: string[] = [];
    const notice = (text: string) => {
      said.push(text);
      stopped.resolve();
    };
    const waiting = openInstallation(join(folder, 'web-early'), {
      role: 'web',
      openStore: (id) => PostgresEventStore.open({ url, schema: 'early' }, id),
      openViews: () => openPostgresViews({ url }),
      openAccess: (genesis) => openPostgresAccess({ url }, genesis),
      waiting: { notice, stopped: stopped.promise },
    });
    await expect(waiting).rejects.toThrow(LeftEarly);
    expect(said).toStrictEqual([expect.stringContaining('EDICT_ROLE is sagas')]);
  }, 60_000);

  it('what one of those who answer keeps, all of them have, and who seals has sealed it', async () => {
    const sagas = await start('sagas', 'sagas-3');
    const [one, other] = [await start('web', 'web-3'), await start('web', 'web-4')];
    const { sha256 } = await one.blobs.put(Readable.from([Buffer.from('kept')]), { most: 10 });
    expect((await other.blobs.get(sha256))?.bytes).toBe(4);
    await expect(other.positions.open(one.positions.seal('5'), other.engine.reader.as(MACHINE))).resolves.toBe('5');
    const entry = { kind: 'session', key: 'k', account: 'ann', until: null, value: 1 };
    await one.accessStore.put(entry);
    expect(await other.accessStore.get('session', 'k', instant('2025-05-16T02:00:00Z'))).toStrictEqual(entry);
    await Promise.all([one.journal.now([seen]), other.journal.now([seen])]);
    expect((await sagas.journal.read({}, 10)).map(({ n }) => n)).toStrictEqual([0, 1]);
    const checkpoint = join(folder, 'sagas-3', 'checkpoint-access');
    await eventually(
      async () => readFileSync(checkpoint, 'utf8'),
      (text) => text.split('\n')[1] === '2',
    );
  }, 120_000);

  it('a report that is asked for at one is made by a worker, and fetched at another', async () => {
    const sagas = await start('sagas', 'sagas-4');
    const [one, other] = [await start('web', 'web-5'), await start('web', 'web-6')];
    await leave(sagas);
    await start('worker', 'worker-3');
    const viewer = { id: 'ann', unit: 'politburo', clearance: { level: 'open', compartments: [] } } as const;
    const { id } = await one.exports.ask(viewer, 'late', { report: { kind: 'late' }, format: 'xlsx' });
    await eventually(
      () => other.exports.told(viewer, id),
      ({ state }) => state === 'made',
      60_000,
    );
    const { content, bytes } = await other.exports.open(viewer, id);
    expect([content.length, bytes > 10_000]).toStrictEqual([bytes, true]);
  }, 120_000);

  /** What those who sign in are answered by a process that answers. */
  const askingOf = async (web: Installation) => {
    const access = new Access(web.engine, web.accessStore, { ceiling: 'internal', localToken: true });
    await withToken(access, TOKEN);
    const app = await createApp(web, access);
    closing.unshift(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return async (url: string, more: object = {}) => {
      const headers = { authorization: `Bearer ${TOKEN}`, 'edict-unit': 'politburo', ...more };
      const { statusCode, body } = await app.inject({ method: 'GET', url, headers });
      return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> };
    };
  };

  it('those who answer go on while nobody follows the log, say so, and lose nothing until somebody does', async () => {
    const sagas = await start('sagas', 'sagas-5');
    const web = await start('web', 'web-7');
    const ask = await askingOf(web);
    await eventually(
      () => ask('/health/ready'),
      ({ status }) => status === 200,
      60_000,
    );
    await leave(sagas);

    const { directive, policy } = await loadedOf('thai-nguyen-bac-kan-agreement.yaml');
    const issue = issuing({
      ...{ document: directive!, policy: policy!, calendarId: 'vn-working-days' },
      ...{ issuedOn: '2025-05-16', registration: ['nobody follows'] },
    });
    const party = { ...secretary, unit: 'ppc-thai-nguyen-standing-committee' } as const;
    const send = () => web.engine.execute(issue, byPerson(party, 'nobody', instant('2025-05-16T02:00:00Z')));
    const outcome = await send();
    expect(await send()).toStrictEqual(outcome);
    const viewer = { id: 'ann', unit: 'politburo', clearance: { level: 'open', compartments: [] } } as const;
    const { id } = await web.exports.ask(viewer, 'nobody', { report: { kind: 'late' }, format: 'csv' });
    const here = `/directives/${issue.stream.slice('directive-'.length)}`;
    const written = { 'if-position-at-least': web.positions.seal(outcome.position) };
    expect(await ask(here)).toMatchObject({ status: 404 });
    expect(await ask(here, written)).toMatchObject({ status: 503, body: { code: 'views/behind' } });
    expect(await ask('/health/ready')).toMatchObject({ status: 200 });
    expect((await ask('/health')).body).toMatchObject({ status: 'ok', leases: [] });
    const later = performance.now() + 31_000;
    const elapsed = jest.spyOn(performance, 'now').mockImplementation(() => later);
    expect((await ask('/health')).body).toMatchObject({ status: 'degraded', concerns: ['behind'] });
    expect((await ask('/health/degraded')).body).toStrictEqual({ status: 'degraded' });
    elapsed.mockRestore();
    expect((await web.exports.told(viewer, id)).state).toBe('asked');

    await start('sagas', 'sagas-5');
    await eventually(
      () => ask(here, written),
      ({ status }) => status === 200,
      60_000,
    );
    await eventually(
      () => ask(`${here}/tasks?limit=500`),
      ({ body }) => (body['items'] as readonly unknown[]).length === TASKS,
      60_000,
    );
    await eventually(
      () => web.exports.told(viewer, id),
      ({ state }) => state === 'made',
      60_000,
    );
    expect(await send()).toStrictEqual(outcome);
    await eventually(
      () => ask('/health'),
      ({ body }) => body['status'] === 'ok',
      60_000,
    );
  }, 240_000);

  it('those who answer say why one fails who follows the log, as where it cannot write, and that it does so no more', async () => {
    await start('sagas', 'sagas-6');
    const [web, worker] = [await start('web', 'web-8'), await start('worker', 'worker-4')];
    const ask = await askingOf(web);
    const checkpoints = ['checkpoint', 'checkpoint-access'].map((name) => join(folder, 'sagas-6', name));
    for (const checkpoint of checkpoints) {
      rmSync(checkpoint);
      mkdirSync(checkpoint);
    }
    const { policy } = await loadedOf('thai-nguyen-bac-kan-agreement.yaml');
    const command = publishing({ ...policy!, policy: { ...policy!.policy, id: 'another' } });
    await web.engine.execute(command, byPerson(secretary, 'another', instant('2025-05-16T02:00:00Z')));
    await web.journal.now([seen]);
    const failing = await eventually(
      async () => ((await ask('/health')).body as unknown as Health).subscribers.filter((each) => each.failing),
      ({ length }) => length === checkpoints.length,
      60_000,
    );
    expect(failing).toMatchObject([
      { name: 'seal', failing: expect.stringContaining('EISDIR') },
      { name: 'access-seal', failing: expect.stringContaining('EISDIR') },
    ]);
    expect((await worker.engine.health()).concerns).toContain('failing');
    checkpoints.forEach((checkpoint) => rmdirSync(checkpoint));
    await eventually(
      () => ask('/health'),
      ({ body }) => body['status'] === 'ok',
      60_000,
    );
  }, 120_000);

  it('a worker answers how it is, and nothing else', async () => {
    const worker = await start('worker', 'worker-2');
    const asked: (readonly [string, number])[] = [];
    await answerProbes(worker, { host: '127.0.0.1', port: 0 }, async (url) => {
      await eventually(
        async () => (await fetch(`${url}/health/ready`)).json(),
        (answer) => (answer as { status: string }).status === 'ready',
        60_000,
      );
      for (const path of ['/health/live', '/health/degraded', '/health', '/directives'])
        asked.push([path, (await fetch(url + path)).status]);
    });
    expect(asked).toStrictEqual([
      ['/health/live', 200],
      ['/health/degraded', 200],
      ['/health', 404],
      ['/directives', 404],
    ]);
  }, 120_000);
});
