import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { BullWorkQueue } from '@edict/adapter-bullmq';
import { openPostgresAccess, openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { issuing, MACHINE, type Role } from '@edict/engine';
import { loadFiles, type Loaded } from '@edict/documents';
import { instant } from '@edict/kernel';
import { byPerson } from '@edict/runtime';
import { startPostgres, startRedis, type PostgresServer, type RedisServer } from '@edict/test-servers';

import { example, exampleSeed } from './examples.ts';
import { openInstallation, type Installation } from './installation.ts';
import { answerProbes } from './probes.ts';
import { eventually } from './testing/test-server.ts';
import { LeftEarly } from './until-begun.ts';

const secretary = { id: 'ann', unit: 'politburo', capacity: 'secretariat', origin: 'person' } as const;

describe('Several processes, by role, on PostgreSQL and Redis', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let folder: string;
  const open: Installation[] = [];

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    folder = mkdtempSync(join(tmpdir(), 'edict-roles-'));
  });
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
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
    open.push(installation);
    return installation;
  };

  const filesOf = async (): Promise<Loaded> => {
    const loaded = loadFiles([await example('conclusion-155-kl-tw.yaml'), ...(await exampleSeed())]);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
    return loaded.documents;
  };

  it('some answer, some follow the log, some work, and one takes over where another ends', async () => {
    const answers = start('web', 'web-1'); // it waits for whoever seals
    const sagas = await start('sagas', 'sagas-1');
    const [web, other] = [await answers, await start('web', 'web-2')];
    await start('worker', 'worker-1');
    await start('sagas', 'sagas-2');
    const { directive, policy } = await filesOf();
    const issue = issuing({
      ...{ document: directive!, policy: policy!, calendarId: 'vn-working-days' },
      ...{ issuedOn: '2025-05-16', registration: ['roles'] },
    });
    await web.engine.execute(issue, byPerson(secretary, 'issue', instant('2025-05-16T02:00:00Z')));
    const tasks = () => web.engine.reader.as(MACHINE).tasks(issue.stream.slice('directive-'.length));
    await sagas.close();
    open.splice(open.indexOf(sagas), 1);
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
    const seen = { who: 'ann', capacity: 'officer', unit: 'x', act: 'GET /', about: null, rank: 2, from: '::1' };
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
    await sagas.close();
    open.splice(open.indexOf(sagas), 1);
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
