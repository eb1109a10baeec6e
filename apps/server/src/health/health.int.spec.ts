import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@edict/adapter-memory';
import { taskView, unitView } from '@edict/directives';
import { PROCESS_NAME, StoreUnavailable, tableOf } from '@edict/runtime';

import { operator } from '../access/principal.ts';
import { eventually, openTestServer, textOf, type Answer, type TestServer } from '../testing/test-server.ts';

/** A log that can be made not to say where it ends, or to take nothing. */
class MuteStore extends MemoryEventStore {
  isMute = false;
  isFull = false;

  override append(...write: Parameters<MemoryEventStore['append']>): Promise<string> {
    return this.isFull ? Promise.reject(new StoreUnavailable('full', 'no room')) : super.append(...write);
  }

  override head(): Promise<string> {
    return this.isMute ? Promise.reject(new StoreUnavailable('io', 'the disk')) : super.head();
  }
}

const NOBODY = { authorization: '' };
const UNCLEARED = { authorization: 'Bearer uncleared' };
const PROBES = ['/health/live', '/health/ready', '/health/degraded'];

describe('How the server is', () => {
  let server: TestServer;
  let store: MuteStore;

  beforeAll(async () => {
    store = new MuteStore();
    const uncleared = { ...operator('uncleared', 'open'), clearance: { level: 'open', compartments: [] } } as const;
    server = await openTestServer(store, undefined, { principals: [uncleared] });
  });
  afterAll(() => server.close());

  const asNobody = (url: string): Promise<Answer> => server.get(url, NOBODY);
  const statuses = async () => Promise.all(PROBES.map(async (url) => (await asNobody(url)).status));

  it('is told to nobody in one word: it lives, is ready, and is well', async () => {
    await eventually(
      () => asNobody('/health/ready'),
      ({ status }) => status === 200,
    );
    const words = await Promise.all(PROBES.map(async (url) => (await asNobody(url)).body));
    expect(words).toStrictEqual([{ status: 'live' }, { status: 'ready' }, { status: 'ok' }]);
    expect(await server.app.inject({ method: 'HEAD', url: '/health/ready' })).toMatchObject({ statusCode: 200 });
  });

  it('is told to nobody in more words', async () => expect((await asNobody('/health')).status).toBe(401));

  it('is alive and not ready while the log does not answer', async () => {
    store.isMute = true;
    expect(await asNobody('/health/live')).toMatchObject({ status: 200 });
    expect(await asNobody('/health/ready')).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      body: { code: 'health/not-ready', detail: expect.stringContaining('log') },
    });
    store.isMute = false;
    expect(await statuses()).toStrictEqual([200, 200, 200]);
  });

  const concernsOf = ({ body }: Answer): readonly string[] => (body as { concerns: readonly string[] }).concerns;
  const concerned = (by: string): Promise<Answer> =>
    eventually(
      () => server.get('/health'),
      (answer) => concernsOf(answer).includes(by),
    );

  it('is degraded, and takes requests, while alarms are long due and cannot be rung', async () => {
    expect((await server.get('/health')).body).toMatchObject({ status: 'ok', lateSince: null, concerns: [] });
    const said = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const document = await textOf('conclusion-155-kl-tw.yaml');
    const { body } = await server.post('/directives', { document, ...said }, { 'edict-unit': 'secretariat' });
    const tasks = (body as { stream: string }).stream.replace('directive-', '/directives/') + '/tasks';
    await eventually(
      () => server.all(tasks),
      ({ length }) => length === 512,
    );
    store.isFull = true;
    server.setTime('2025-07-16T02:00:00Z');
    expect((await concerned('ringsLate')).body).toMatchObject({ lateSince: expect.stringMatching(/^2025-0[56]-/) });
    expect(await statuses()).toStrictEqual([200, 200, 200]);
    expect((await asNobody('/health/degraded')).body).toStrictEqual({ status: 'degraded' });
    store.isFull = false;
  });

  it('is degraded, and takes requests, with a stream that is parked', async () => {
    const meta = { recordedAt: '2025-05-16T02:00:00.000Z', occurredAt: '2025-05-16T02:00:00.000Z' };
    // What cannot be evolved: nobody could have sent it, and every saga that reads tasks fails on it.
    const poison = { id: 'a1b6a4f2-2a6f-5b3e-9d52-7a0f4f1f1c11', type: 'TaskAssigned', data: null, meta };
    await store.append('task-00000000-0000-5000-8000-00000000dead', -1, [poison]);
    const { body } = await concerned('parked');
    expect(body).toMatchObject({ status: 'degraded' });
    expect(JSON.stringify(body)).toContain('task-00000000-0000-5000-8000-00000000dead');
    expect(await statuses()).toStrictEqual([200, 200, 200]);
    expect((await asNobody('/health/degraded')).body).toStrictEqual({ status: 'degraded' });
  });

  const POISON = 'task-00000000-0000-5000-8000-00000000dead';
  const RELEASE = { stream: POISON, how: 'skip', reason: 'Nobody could have sent it.' };
  const ADMINISTRATOR = { 'edict-capacity': 'administrator' };
  type Following = Readonly<{ name: string; reached: string; parked: readonly object[] }>;
  type Parked = Readonly<{ subscribers: readonly Following[] }>;
  const parkedBy = async (): Promise<readonly string[]> => {
    const { subscribers } = (await server.get('/health')).body as Parked;
    return subscribers.filter(({ parked }) => parked.length > 0).map(({ name }) => name);
  };

  it.each([
    ['escalation', { ...RELEASE, stream: 'task-1' }, ADMINISTRATOR, 409, 'upkeep/not-parked'],
    ['nobody', RELEASE, ADMINISTRATOR, 409, 'upkeep/not-parked'],
    [tableOf(taskView), RELEASE, ADMINISTRATOR, 409, 'upkeep/not-skipped'],
    ['..%2F..%2Fetc', RELEASE, ADMINISTRATOR, 400, 'request/invalid'],
    ['escalation', { ...RELEASE, how: 'forget' }, ADMINISTRATOR, 400, 'request/invalid'],
    ['escalation', { ...RELEASE, stream: '../../etc' }, ADMINISTRATOR, 400, 'request/invalid'],
    ['escalation', { ...RELEASE, reason: ' ' }, ADMINISTRATOR, 400, 'request/invalid'],
    ['escalation', RELEASE, { 'edict-unit': 'secretariat' }, 403, 'act/not-in-this-capacity'],
  ] as const)('is not mended by nonsense: %s %j', async (...[name, body, headers, status, code]) =>
    expect(await server.post(`/subscribers/${name}/release`, body, headers)).toMatchObject({ status, body: { code } }),
  );

  it('is mended by an administrator who has a saga go on, which is an event with its reason', async () => {
    expect(await parkedBy()).toContain('escalation');
    expect(await server.post('/subscribers/escalation/release', RELEASE, ADMINISTRATOR)).toMatchObject({ status: 200 });
    const { body } = await server.get('/streams/upkeep-escalation');
    const { items } = body as { items: readonly object[] };
    expect(items).toMatchObject([{ type: 'StreamReleased', data: RELEASE }]);
    expect((await server.get('/streams/upkeep-escalation', UNCLEARED)).status).toBe(404);
  });

  it('has a view try again what it has parked, which is an event too, and parks it again where nothing was mended', async () => {
    const task = tableOf(taskView);
    await eventually(parkedBy, (names) => names.includes(task) && names.includes('alarm'));
    const body = { ...RELEASE, how: 'retry' };
    expect(await server.post(`/subscribers/${task}/release`, body, ADMINISTRATOR)).toMatchObject({ status: 200 });
    const position = await store.head();
    const { items } = (await server.get(`/streams/upkeep-${task}`)).body as { items: readonly object[] };
    expect(items).toMatchObject([{ type: 'StreamReleased', data: body }]);
    await eventually(
      async () => (await server.get('/health')).body as Parked,
      ({ subscribers }) => subscribers.some(({ name, reached }) => name === task && reached >= position),
    );
    expect(await parkedBy()).toContain(task);
  });

  it.each([
    ['nothing_v1', { reason: 'Why.' }, ADMINISTRATOR, 404, 'rebuild/unknown'],
    ['escalation', { reason: 'Why.' }, ADMINISTRATOR, 404, 'rebuild/unknown'],
    ['..%2F..%2Fetc', { reason: 'Why.' }, ADMINISTRATOR, 400, 'request/invalid'],
    ['alarm', { reason: ' ' }, ADMINISTRATOR, 400, 'request/invalid'],
    ['alarm', { reason: 'Why.', rebuild: 7 }, ADMINISTRATOR, 400, 'request/invalid'],
    ['alarm', { reason: 'Why.' }, { 'edict-unit': 'secretariat' }, 403, 'act/not-in-this-capacity'],
  ] as const)('has no view built anew for nonsense: %s %j', async (...[view, body, headers, status, code]) =>
    expect(await server.post(`/views/${view}/rebuild`, body, headers)).toMatchObject({ status, body: { code } }),
  );

  it('says who works under which lease, and what came of a view that was built anew', async () => {
    const { body } = await server.get('/health');
    const { leases } = body as { leases: readonly object[] };
    expect(leases).toContainEqual({ name: 'alarm', epoch: 1, holder: PROCESS_NAME, until: expect.any(String) });
    const unit = tableOf(unitView);
    expect(await server.post(`/views/${unit}/rebuild`, { reason: 'Doubted.' }, ADMINISTRATOR)).toMatchObject({
      status: 200,
    });
    // Its code cannot read the event of above, so that it is not built anew however often it is tried.
    const task = tableOf(taskView);
    await server.post(`/views/${task}/rebuild`, { reason: 'Doubted.' }, ADMINISTRATOR);
    const { items } = await eventually(
      async () => (await server.get('/streams/rebuild-views')).body as { items: readonly { type: string }[] },
      ({ items }) => items.length === 4,
    );
    expect(items).toMatchObject([
      { type: 'ViewRebuildAsked', data: { rebuild: 1, view: unit, reason: 'Doubted.' } },
      { type: expect.any(String) },
      { type: expect.any(String) },
      { type: expect.any(String) },
    ]);
    expect(items.map(({ type }) => type).toSorted()).toStrictEqual([
      ...['ViewRebuildAsked', 'ViewRebuildAsked', 'ViewRebuildFailed', 'ViewRebuilt'],
    ]);
    expect((await server.get('/streams/rebuild-views', UNCLEARED)).status).toBe(404);
  });

  it('names to who is not cleared for all that is held here what is of concern, and not where', async () => {
    const { body } = await server.get('/health', UNCLEARED);
    expect(Object.keys(body as object)).toStrictEqual(['status', 'concerns']);
    expect(JSON.stringify(body)).not.toContain('task-');
  });
});
