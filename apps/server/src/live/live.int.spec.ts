import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryAnchor, MemoryEventStore } from '@edict/adapter-memory';

import { listen, type Heard, type Listener } from '../testing/listener.ts';
import { eventually, openTestServer, textOf, TOKEN, type TestServer } from '../testing/test-server.ts';
import { EventHub, KEPT } from './event-hub.ts';

type Task = Readonly<{
  id: string;
  directiveId: string;
  unit: string | null;
  accountable: string[];
  lead: string[];
  coordinating: string[];
}>;

const SECRETARIAT = { 'edict-unit': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };
const REGISTRAR = { 'edict-capacity': 'secretariat' };

let store: MemoryEventStore;
let anchor: MemoryAnchor;
let server: TestServer;
let url: string;
let tasks: readonly Task[];
const listeners: Listener[] = [];

const start = async (): Promise<void> => {
  server = await openTestServer(store, anchor);
  await server.app.listen(0, '127.0.0.1');
  url = (await server.app.getUrl()).replace('[::1]', '127.0.0.1');
};

const follow = async (headers: Record<string, string> = {}, query = ''): Promise<Listener> => {
  const listener = await listen(`${url}/events${query}`, { authorization: `Bearer ${TOKEN}`, ...headers });
  listeners.push(listener);
  return listener;
};
const hub = () => server.app.get(EventHub);

const issue = async (): Promise<void> => {
  const document = await textOf('conclusion-155-kl-tw.yaml');
  const body = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const { body: outcome } = await server.post('/directives', body, SECRETARIAT);
  const directive = (outcome as { stream: string }).stream.replace('directive-', '');
  tasks = (await eventually(
    () => server.all(`/directives/${directive}/tasks`),
    ({ length }) => length === 512,
  )) as readonly Task[];
};

/** A task of the unit is acted on; its position. */
const act = async (what: string, { id, unit }: Task, said: object = { assignment: 1 }): Promise<string> => {
  const { status, body } = await server.post(`/tasks/${id}/${what}`, said, { 'edict-unit': unit! });
  expect(status).toBe(200);
  return (body as { position: string }).position;
};
const taskOf = ({ 'edict-unit': unit }: typeof GOVERNMENT, n = 0) => tasks.filter((task) => task.unit === unit)[n]!;
/** Nobody can tell what lies between two of them. */
const SEALED = /^[\w-]{60,}$/;
const isAt = (position: string) => (heard: Heard) => heard.id === position;
const changes = (heard: readonly Heard[]) => heard.filter(({ event }) => event === 'change');

beforeEach(async () => {
  store = new MemoryEventStore();
  anchor = new MemoryAnchor();
  await start();
});
afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.leave();
  await server.close();
});

/** One more unit in the registry: something that everybody may know of. */
const register = async (name: string): Promise<string> => {
  const document = `units:\n  - {id: ${name}, kind: unit, level: ministry, parent: null, names: {en: X}}\n`;
  const { body } = await server.post('/units', { document }, REGISTRAR);
  return (body as { position: string }).position;
};

const SUCCEEDED = { 'edict-unit': 'ppc-ha-giang' };
const MERGER = {
  id: 'tuyen-quang',
  from: ['ppc-ha-giang', 'ppc-tuyen-quang'],
  to: 'ppc-tuyen-quang-2025',
  kind: 'merge',
  effectiveOn: '2025-07-01',
  basis: 'Resolution 202/2025/QH15 of 12 June 2025',
};
const isOf = (type: string, stream: string) => (heard: Heard) => {
  const data = heard.data as Readonly<{ type?: string; stream?: string }> | undefined;
  return data?.type === type && data.stream === stream;
};

describe('A stream of events', () => {
  it('begins with where it is, is not kept by anybody on its way, and is for readers only', async () => {
    const listener = await follow();
    expect(listener.status).toBe(200);
    expect(Object.fromEntries(listener.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    expect(await listener.next()).toStrictEqual({ event: 'open', id: expect.stringMatching(SEALED), data: {} });
    expect((await follow({ authorization: 'Bearer x' })).status).toBe(401);
  });

  it('says what happened and where, and nothing of what was said, once it can be read', async () => {
    await issue();
    const listener = await follow(GOVERNMENT);
    const task = taskOf(GOVERNMENT);
    const position = await act('submit', task, { assignment: 1, report: 'A secret of state' });
    const heard = changes(await listener.until(isAt(position))).at(-1);
    const data = { stream: `task-${task.id}`, type: 'TaskSubmitted', revision: 1, at: expect.any(String) };
    expect(heard).toStrictEqual({ event: 'change', id: position, data });
    expect((await server.get(`/tasks/${task.id}`)).body).toMatchObject({ state: 'submitted' });
  });

  it('has what concerns the unit that asks, and on demand everything', async () => {
    await issue();
    const [mine, issuer] = [await follow(GOVERNMENT), await follow(SECRETARIAT)];
    const all = await follow(GOVERNMENT, '?about=all');
    const unitsOf = ({ unit, accountable, lead, coordinating }: Task) => [
      unit,
      ...accountable,
      ...lead,
      ...coordinating,
    ];
    const strange = tasks.find((task) => task.unit && !unitsOf(task).includes(GOVERNMENT['edict-unit']))!;
    const theirs = await act('acknowledge', strange);
    const own = await act('acknowledge', taskOf(GOVERNMENT));
    const ids = async (listener: Listener) => changes(await listener.until(isAt(own))).map(({ id }) => id);
    expect(await ids(mine)).toStrictEqual([own]);
    expect(await ids(all)).toStrictEqual(expect.arrayContaining([theirs, own]));
    expect(changes(await issuer.until(isAt(theirs))).map(({ id }) => id)).toContain(theirs);
  });

  it('tells the unit from which a task is taken, once: it would go on showing it', async () => {
    await issue();
    const task = taskOf(GOVERNMENT);
    const [had, other] = [
      await follow(GOVERNMENT),
      await follow({ 'edict-unit': 'ministry-of-home-affairs-party-committee' }),
    ];
    const said = { assignment: 1, unit: 'ministry-of-finance-party-committee', reason: 'Finance keeps them.' };
    const { body } = await server.post(`/tasks/${task.id}/reassign`, said, SECRETARIAT);
    const { position } = body as { position: string };
    const [heard] = (await had.until(isAt(position))).slice(-1);
    expect(heard?.data).toMatchObject({ stream: `task-${task.id}`, type: 'TaskReassigned' });
    expect(Object.keys(heard?.data as object)).toStrictEqual(['stream', 'type', 'revision', 'at']);
    const after = await register('a-ministry');
    expect(changes(await other.until(isAt(after))).map(({ id }) => id)).not.toContain(position);
  });

  it('tells a desk whose matter is passed on, and the unit that is succeeded of each thing that leaves it', async () => {
    await issue();
    const [mine] = tasks.filter(({ unit }) => unit === SUCCEEDED['edict-unit']);
    const had = await follow(SUCCEEDED);
    const said = { directiveId: mine!.directiveId, kind: 'petition', subject: 'No funds.' };
    const at = { desk: SUCCEEDED['edict-unit'], office: 'secretariat' };
    const { body } = await server.post('/matters', { ...said, ...at }, GOVERNMENT);
    const { stream } = body as { stream: string };
    const path = `/matters/${stream.slice('matter-'.length)}/direct`;
    const direction = { how: 'route', to: 'ministry-of-finance-party-committee', text: 'For its own answer.' };
    const directed = await server.post(path, direction, { ...SUCCEEDED, 'edict-capacity': 'secretariat' });
    expect(directed.status).toBe(200);
    await had.until(isOf('MatterDirected', stream));
    await server.post('/successions', MERGER, REGISTRAR);
    server.setTime('2025-07-01T02:00:00Z');
    await eventually(
      async () => (await server.get('/successions')).body as readonly { moved: number; balanced: boolean }[],
      ([only]) => Number(only?.moved) > 0 && only!.balanced,
    );
    const last = await register('after');
    const heard = changes(await had.until(isAt(last))).map(({ data }) => data);
    for (const expected of [
      { type: 'TaskTransferred', stream: `task-${mine!.id}` },
      { type: 'MatterTransferred', stream },
      { type: 'SuccessionCompleted', stream: `succession-${MERGER.id}` },
    ])
      expect(heard).toContainEqual(expect.objectContaining(expected));
  });

  it('goes on after the last event that was heard: nothing is missed, nothing comes twice', async () => {
    const before = await register('one');
    const missed = [await register('two'), await register('three')];
    const listener = await follow({ 'last-event-id': before });
    const last = await register('four');
    expect(changes(await listener.until(isAt(last))).map(({ id }) => id)).toStrictEqual([...missed, last]);
  });

  it('goes on after a restart, from the log', async () => {
    const before = await register('one');
    const missed = [await register('two'), await register('three')];
    await server.close();
    await start();
    const listener = await follow({ 'last-event-id': before });
    const last = await register('four');
    expect(changes(await listener.until(isAt(last))).map(({ id }) => id)).toStrictEqual([...missed, last]);
  });

  it('tells a reader to begin anew who comes from a future that did not happen', async () => {
    const listener = await follow({ 'last-event-id': server.sealed('9999999999999999') });
    expect(await listener.next()).toStrictEqual({ event: 'open', id: expect.stringMatching(SEALED), data: {} });
    expect(await listener.next()).toStrictEqual({ event: 'reset', id: expect.stringMatching(SEALED), data: {} });
  });

  it('tells a reader to begin anew who comes from an event that is not there, or not for them', async () => {
    const listener = await follow({ 'last-event-id': 'unit-of-nobody@7' });
    expect(await listener.next()).toMatchObject({ event: 'open' });
    expect(await listener.next()).toMatchObject({ event: 'reset' });
  });

  it.each(['; drop', 'a b', '0000000000000042', 'x'.repeat(65)])('refuses to go on after %j', async (id) => {
    const answer = await server.get('/events', { 'last-event-id': id });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request/last-event-id' } });
  });

  it('ends when the account of its reader changes: who is not let in any more hears nothing more', async () => {
    const admin = { 'edict-capacity': 'administrator' };
    const { body } = await server.post('/accounts', { kind: 'machine', name: 'Follower' }, admin);
    const account = (body as { id: string }).id;
    const grant = { capacity: 'officer', unit: 'government-party-committee', basis: 'Order 12' };
    await server.post(`/accounts/${account}/grants`, grant, admin);
    const until = '2025-06-16T02:00:00Z';
    const made = await server.post('/tokens', { name: 'Follower', until, account }, admin);
    const { secret } = made.body as { secret: string };
    const [theirs, other] = [await follow({ authorization: `Bearer ${secret}` }), await follow()];
    const before = await register('one');
    await theirs.until(isAt(before));
    await server.post(`/accounts/${account}/disable`, { reason: 'Left' }, admin);
    const after = await register('two');
    expect(await theirs.next()).toBeUndefined();
    await other.until(isAt(after));
    expect((await follow({ authorization: `Bearer ${secret}` })).status).toBe(401);
  });

  it('begins anew behind what happened to the account of its reader before', async () => {
    const admin = { 'edict-capacity': 'administrator' };
    const before = await register('one');
    await server.post('/accounts/local/end-sessions', { reason: 'A test' }, admin);
    const missed = await register('two');
    const listener = await follow({ 'last-event-id': before });
    const last = await register('three');
    expect(changes(await listener.until(isAt(last))).map(({ id }) => id)).toStrictEqual([missed, last]);
  });

  it('is not begun for whoever asks for its headers alone', async () => {
    const answer = await fetch(`${url}/events`, { method: 'HEAD', headers: { authorization: `Bearer ${TOKEN}` } });
    expect([answer.status, answer.headers.get('content-type')]).toStrictEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
  });

  it('is refused where what it is about needs a unit and none is named', async () =>
    expect(await server.get('/events?about=unit')).toMatchObject({
      status: 400,
      body: { code: 'request/unit-missing' },
    }));

  it('beats while nothing happens', async () => {
    const listener = await follow();
    await listener.next();
    hub().wake('beat');
    expect(await listener.next()).toStrictEqual({ comment: true });
  });

  it('is one reading of the log for all', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => follow()));
    const position = await register('one');
    await Promise.all(many.map((listener) => listener.until(isAt(position))));
    const { isFor } = hub().recent.at(-1)!;
    expect(isFor.size).toBe(1);
  });

  it('keeps the last changes and no more', async () => {
    await issue();
    await Promise.all(tasks.filter(({ unit }) => unit).map((task) => act('acknowledge', task)));
    await eventually(
      async () => hub().end,
      (end) => end >= hub().recent.at(-1)!.position && hub().start !== '',
    );
    expect(hub().recent.length).toBeLessThanOrEqual(KEPT);
    expect(hub().start < hub().recent[0]!.position).toBe(true);
  });

  it('ends with the server', async () => {
    const listener = await follow();
    await listener.next();
    const closing = server.close();
    expect(await listener.next()).toBeUndefined();
    await closing;
    await start(); // for `afterEach`
  });
});
