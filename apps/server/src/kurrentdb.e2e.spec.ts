import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freshPrefix, serverForTests, type Served } from '@edict/kurrentdb-server';

import { startBuilt, startInVain, type Running } from './testing/built-server.ts';
import { eventually, textOf } from './testing/test-server.ts';

type Task = Readonly<{ id: string; ref: string; unit: string; state: string }>;

jest.setTimeout(300_000);

const edict = join(import.meta.dirname, '../../cli/bin/edict.js');

describe('The built server with its log on KurrentDB', () => {
  let kurrent: Served;
  let dir: string;
  let env: Record<string, string>;
  let server: Running;
  let token: string;
  let directive: string;
  let task: Task;

  beforeAll(async () => {
    kurrent = await serverForTests();
    dir = await mkdtemp(join(tmpdir(), 'edict-e2e-'));
    env = { EDICT_STORE: 'kurrentdb', EDICT_KURRENTDB: kurrent.url, EDICT_KURRENTDB_PREFIX: freshPrefix() };
    server = await startBuilt(dir, env);
    token = (await readFile(join(dir, 'token'), 'utf8')).trim();
  });
  afterAll(async () => {
    server.signal('SIGKILL');
    await server.ended;
    await kurrent.close();
    await rm(dir, { recursive: true });
  });

  const ask = async (
    path: string,
    unit?: string,
    body?: object,
  ): Promise<Readonly<{ status: number; body: unknown }>> => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, ...(unit && { 'edict-unit': unit }) };
    if (!body) return answerOf(await fetch(new URL(path, server.url), { headers }));
    const more = { ...headers, 'content-type': 'application/json', 'idempotency-key': path };
    return answerOf(
      await fetch(new URL(path, server.url), { method: 'POST', headers: more, body: JSON.stringify(body) }),
    );
  };
  const answerOf = async (answer: Response) => ({ status: answer.status, body: await answer.json() });
  /** None as long as whoever asks is told that there is no such directive: its issue is acknowledged before it is shown. */
  const tasks = async (cursor = ''): Promise<readonly Task[]> => {
    const { status, body } = await ask(`/directives/${directive}/tasks?limit=500${cursor}`);
    if (status === 404) return [];
    const { items, next } = body as Readonly<{ items: readonly Task[]; next: string | null }>;
    return next === null ? items : [...items, ...(await tasks(`&cursor=${next}`))];
  };
  const verify = (more: Record<string, string> = {}) =>
    new Promise<Record<string, unknown>>((resolve) =>
      execFile(
        process.execPath,
        [edict, 'verify', '--data', dir, '--json'],
        { env: { ...process.env, ...env, ...more } },
        (_, out) => resolve(JSON.parse(out) as Record<string, unknown>),
      ),
    );

  it('keeps no log in its data folder, but the views, the checkpoint and who it is', async () => {
    await expect(stat(join(dir, 'events.db'))).rejects.toThrow('ENOENT');
    for (const file of ['views.db', 'checkpoint', 'installation.json'])
      expect((await stat(join(dir, file))).size).toBeGreaterThan(0);
  });

  it('issues Conclusion 155-KL/TW from its file, and gives out 512 tasks', async () => {
    const issued = await ask('/directives', 'secretariat', {
      document: await textOf('conclusion-155-kl-tw.yaml'),
      policyId: 'vn-party',
      calendarId: 'vn-working-days',
      issuedOn: '2025-05-16',
      occurredAt: '2025-05-16T09:00:00+07:00',
    });
    expect(issued).toMatchObject({ status: 201 });
    directive = (issued.body as { stream: string }).stream.replace('directive-', '');
    const given = await eventually(tasks, ({ length }) => length === 512, 120_000);
    task = given.find(({ ref }) => ref === '5.b3-1')!;
  });

  it('takes an act once, and reads it back', async () => {
    const first = await ask(`/tasks/${task.id}/acknowledge`, task.unit, { assignment: 1 });
    const again = await ask(`/tasks/${task.id}/acknowledge`, task.unit, { assignment: 1 });
    expect([first.status, again]).toStrictEqual([200, first]);
    await eventually(
      async () => (await ask(`/tasks/${task.id}`)).body as Task,
      ({ state }) => state === 'acknowledged',
    );
  });

  it('is verified while it runs: every link, and the seal that lies outside the database', async () => {
    const verdict = await verify();
    expect(verdict).toMatchObject({ ok: true, problems: [] });
    expect(verdict['events']).toBeGreaterThan(512);
  });

  it('ends cleanly and starts again with everything', async () => {
    server.signal('SIGINT');
    expect(await server.ended).toMatchObject({ code: 0 });
    server = await startBuilt(dir, env);
    expect((await tasks()).length).toBe(512);
    expect((await ask(`/tasks/${task.id}`)).body).toMatchObject({ state: 'acknowledged' });
  });

  it('does not start on another log than the one that was sealed, and verify says why', async () => {
    server.signal('SIGINT');
    await server.ended;
    const other = { EDICT_KURRENTDB_PREFIX: freshPrefix() };
    expect(await startInVain(dir, { ...env, ...other })).toMatchObject({
      code: 3,
      said: expect.stringContaining('not the log that was sealed'),
    });
    expect(await verify(other)).toMatchObject({ ok: false, events: 0 });
  });

  it('names the variable that is wrong, and does not show its value', async () => {
    const ended = await startInVain(dir, { ...env, EDICT_KURRENTDB: 'kurrentdb://edict:s3cret@127.0.0.1' });
    expect(ended).toMatchObject({ code: 1, said: expect.stringContaining('EDICT_KURRENTDB must be') });
    expect(ended.said).not.toContain('s3cret');
  });
});
