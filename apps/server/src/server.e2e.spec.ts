import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { startBuilt, startInVain, type Running } from './testing/built-server.ts';
import { eventually, textOf } from './testing/test-server.ts';

type Task = Readonly<{ id: string; ref: string; unit: string; state: string; assignment: number }>;
type Answer = Readonly<{ status: number; body: unknown }>;

jest.setTimeout(60_000);

describe('The built server', () => {
  let dir: string;
  let server: Running;
  let token: string;
  let directive: string;
  let task: Task;
  let beforeAccepting: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'edict-e2e-'));
    server = await startBuilt(dir);
    token = /Bearer (\S+)/.exec(server.said)?.[1] ?? '';
  });
  afterAll(async () => {
    server.signal('SIGKILL');
    await server.ended;
    await rm(dir, { recursive: true });
  });

  const ask = async (path: string, method = 'GET', unit?: string, body?: object): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(unit ? { 'edict-unit': unit } : {}),
      ...(body
        ? { 'content-type': 'application/json', 'idempotency-key': `${path} ${JSON.stringify(body).length}` }
        : {}),
    };
    const answer = await fetch(new URL(path, server.url), {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const act = (what: string, unit: string, body: object) => ask(`/tasks/${task.id}/${what}`, 'POST', unit, body);
  /** None as long as the directive is not shown: its issue is acknowledged before. */
  const tasks = async (cursor = ''): Promise<readonly Task[]> => {
    const { status, body } = await ask(`/directives/${directive}/tasks?limit=500${cursor}`);
    if (status === 404) return [];
    const { items, next } = body as Readonly<{ items: readonly Task[]; next: string | null }>;
    return next === null ? items : [...items, ...(await tasks(`&cursor=${next}`))];
  };
  const now = () => new Date().toISOString();

  it('tells the story at its first start, in one screen, and then where it is and how to sign in', () => {
    const [story] = server.said.split('\n\nEdict runs at');
    expect(story?.split('\n').length).toBeLessThanOrEqual(40);
    expect(story).toContain('512 tasks from 50');
    expect(server.said).toContain(`Edict runs at ${server.url}`);
    expect(server.said).toContain(`${server.url}/api/docs`);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('keeps the token for its owner, and of it only the hash', async () => {
    expect((await readFile(join(dir, 'token'), 'utf8')).trim()).toBe(token);
    expect(await readFile(join(dir, 'access.db'), 'latin1')).not.toContain(token);
    for (const file of ['token', 'access.db']) expect((await stat(join(dir, file))).mode & 0o777).toBe(0o600);
  });

  it('issues Conclusion 155-KL/TW from its file, and gives out 512 tasks', async () => {
    const document = await textOf('conclusion-155-kl-tw.yaml');
    const rules = { policyId: 'vn-party', calendarId: 'vn-working-days' };
    const when = { issuedOn: '2025-05-16', occurredAt: '2025-05-16T09:00:00+07:00' };
    const issued = await ask('/directives', 'POST', 'secretariat', { document, ...rules, ...when });
    expect(issued).toMatchObject({ status: 201 });
    directive = (issued.body as { stream: string }).stream.replace('directive-', '');
    const given = await eventually(tasks, (all) => all.length === 512, 30_000);
    task = given.find(({ ref }) => ref === '5.b3-1')!;
  });

  it('takes a task from its assignment to its acceptance', async () => {
    const { unit } = task;
    expect((await act('acknowledge', unit, { assignment: 1 })).status).toBe(200);
    expect((await act('report', unit, { assignment: 1, report: 'Half of it' })).status).toBe(200);
    expect((await act('submit', unit, { assignment: 1, report: 'All of it' })).status).toBe(200);
    beforeAccepting = now();
    await eventually(
      async () => now(),
      (later) => later > beforeAccepting,
    );
    expect((await act('accept', 'secretariat', { submission: 1 })).status).toBe(200);
    await eventually(
      async () => (await ask(`/tasks/${task.id}`)).body as Task,
      ({ state }) => state === 'accepted',
    );
  });

  it('still knows how it was before', async () => {
    expect((await ask(`/tasks/${task.id}?asOf=${beforeAccepting}`)).body).toMatchObject({ state: 'submitted' });
    const history = ((await ask(`/tasks/${task.id}/history`)).body as { items: readonly { type: string }[] }).items;
    expect(history.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['TaskAssigned', 'TaskAcknowledged', 'ProgressReported', 'TaskSubmitted', 'TaskAccepted']),
    );
  });

  it('is the only one on its folder and on its port, and says so to a second one', async () => {
    expect(await startInVain(dir)).toMatchObject({ code: 1, said: expect.stringContaining('open in another process') });
    const other = await mkdtemp(join(tmpdir(), 'edict-e2e-'));
    const squatter = createServer().listen(0, '127.0.0.1');
    await eventually(async () => squatter.listening, Boolean);
    const port = String((squatter.address() as AddressInfo).port);
    expect(await startInVain(other, { EDICT_PORT: port })).toMatchObject({
      code: 1,
      said: expect.stringContaining(`port ${port} is in use`),
    });
    squatter.close();
    await rm(other, { recursive: true });
  });

  it('names the variable of a bad setting, and does not show its value', async () => {
    const ended = await startInVain(dir, { EDICT_PORT: 's3cret' });
    expect(ended).toMatchObject({ code: 1, said: expect.stringContaining('EDICT_PORT') });
    expect(ended.said).not.toContain('s3cret');
  });

  it('ends cleanly at Ctrl-C, starts again without the story, and has kept everything', async () => {
    server.signal('SIGINT');
    expect(await server.ended).toMatchObject({ code: 0 });
    await expect(stat(join(dir, 'server.json'))).rejects.toThrow('ENOENT');
    await copyFile(join(dir, 'events.db'), join(dir, 'old-copy'));
    server = await startBuilt(dir);
    expect(server.said).not.toContain('512 tasks');
    expect(server.said).toContain(join(dir, 'token'));
    expect((await tasks()).length).toBe(512);
    expect((await ask(`/tasks/${task.id}`)).body).toMatchObject({ state: 'accepted' });
  });

  it('waits at Ctrl-C for what is in hand, but not if told twice; and what was acknowledged is there all the same', async () => {
    const { port } = new URL(server.url);
    const slow = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    slow.write(`POST /units HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n`);
    slow.write('Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
    expect((await ask('/health')).status).toBe(200);
    server.signal('SIGINT');
    const isAnswered = () => fetch(server.url).then(Boolean, () => false);
    await eventually(isAnswered, (it) => !it);
    server.signal('SIGINT');
    expect(await server.ended).toMatchObject({ code: 130 });
    server = await startBuilt(dir);
    expect((await tasks()).length).toBe(512);
  });

  it('ends at Ctrl-C also where its Redis cannot be reached', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    server.signal('SIGINT');
    await server.ended;
    server = await startBuilt(dir, { EDICT_REDIS_URL: `redis://127.0.0.1:${port}` });
    server.signal('SIGINT');
    expect(await server.ended).toMatchObject({ code: 0 });
    server = await startBuilt(dir);
  });

  it('does not start on an old copy of its database, and says why', async () => {
    const lead = (await tasks()).find(({ ref }) => ref === '3.b5-2')!;
    const body = { assignment: lead.assignment };
    expect((await ask(`/tasks/${lead.id}/acknowledge`, 'POST', lead.unit, body)).status).toBe(200);
    server.signal('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0 });
    await copyFile(join(dir, 'old-copy'), join(dir, 'events.db'));
    expect(await startInVain(dir)).toMatchObject({ code: 3, said: expect.stringContaining('not what was written') });
    await rm(join(dir, 'events.digest'));
    expect(await startInVain(dir)).toMatchObject({ code: 3, said: expect.stringContaining('rolled back') });
  });
});
