import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

type Task = Readonly<{ id: string; ref: string; clause: string; unit: string | null; kind: string; state: string }> &
  Readonly<{ dueAt: string | null; deadlineClass: string }>;
type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

const SECRETARIAT = { 'edict-unit': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };

let server: TestServer;
let directive: string;
let tasks: readonly Task[];

const listed = async (where: string) => (await server.all(`/tasks?${where}`)) as readonly Task[];
const ids = (some: readonly Task[]) => some.map(({ id }) => id);
const sorted = (some: readonly Task[]) => ids(some).toSorted();

beforeAll(async () => {
  server = await openTestServer();
  const document = await textOf('conclusion-155-kl-tw.yaml');
  const body = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const { body: outcome } = await server.post('/directives', body, SECRETARIAT);
  directive = (outcome as { stream: string }).stream.replace('directive-', '');
  tasks = (await eventually(
    () => server.all(`/directives/${directive}/tasks`),
    ({ length }) => length === 512,
  )) as readonly Task[];
});
afterAll(() => server.close());

describe('A list of tasks', () => {
  it('has each once, the nearest deadline first, and last what has none', async () => {
    const all = await listed('');
    expect(sorted(all)).toStrictEqual(sorted(tasks));
    const due = all.map(({ dueAt, ref }) => `${dueAt ?? '~'} ${ref}`);
    expect(due).toStrictEqual(due.toSorted());
  });

  it('is the same in small pages as in large ones', async () => {
    const all: Task[] = [];
    for (let cursor = ''; ;) {
      const { body } = await server.get(`/tasks?limit=37${cursor}`);
      const { items, next } = body as Page<Task>;
      all.push(...items);
      if (next === null) break;
      expect(items.length).toBe(37);
      cursor = `&cursor=${next}`;
    }
    expect(ids(all)).toStrictEqual(ids(await listed('')));
  });

  it.each<[string, (task: Task) => boolean]>([
    ['unit=government-party-committee', ({ unit }) => unit === 'government-party-committee'],
    ['kind=standing', ({ kind }) => kind === 'standing'],
    ['state=assigned', ({ state }) => state === 'assigned'],
    ['clause=5.b1', ({ clause }) => clause === '5.b1'],
    ['deadlineClass=inTime', ({ deadlineClass }) => deadlineClass === 'inTime'],
    ['deadlineClass=none', ({ deadlineClass }) => deadlineClass === 'none'],
    ['kind=once&deadlineClass=none', ({ kind, deadlineClass }) => kind === 'once' && deadlineClass === 'none'],
  ])('is narrowed by %s', async (where, holds) => {
    const wanted = tasks.filter(holds);
    expect(wanted.length).toBeGreaterThan(0);
    expect(sorted(await listed(where))).toStrictEqual(sorted(wanted));
  });

  it('judges deadlines by its clock', async () => {
    server.setTime('2025-07-02T02:00:00Z');
    const now = (await server.all(`/directives/${directive}/tasks`)) as readonly Task[];
    for (const deadlineClass of ['overdue', 'dueSoon', 'inTime', 'doneLate']) {
      const wanted = now.filter((task) => task.deadlineClass === deadlineClass);
      expect(sorted(await listed(`deadlineClass=${deadlineClass}`))).toStrictEqual(sorted(wanted));
    }
    expect((await listed('deadlineClass=overdue')).length).toBeGreaterThan(0);
  });

  it('of a directive comes in the order of its text, and as it was known', async () => {
    const refs = tasks.map(({ ref }) => ref);
    const then = (await server.all(`/directives/${directive}/tasks?asOf=2025-05-16T02:00:00Z`)) as readonly Task[];
    expect(then.map(({ ref }) => ref)).toStrictEqual(refs);
    expect(await server.get(`/directives/${directive}/tasks?asOf=2025-05-15T02:00:00Z`)).toMatchObject({ status: 404 });
  });
});

describe('An inbox', () => {
  it('has what lies with the unit and is not over', async () => {
    const mine = tasks.filter(({ unit }) => unit === 'government-party-committee');
    expect(sorted((await server.all('/inbox', GOVERNMENT)) as readonly Task[])).toStrictEqual(sorted(mine));
    const { id } = mine[0]!;
    await server.post(`/tasks/${id}/submit`, { assignment: 1, report: 'Done' }, GOVERNMENT);
    const accepted = await server.post(`/tasks/${id}/accept`, { submission: 1 }, SECRETARIAT);
    expect(accepted.status).toBe(200);
    const { position } = accepted.body as { position: string };
    const rest = await server.all('/inbox', { ...GOVERNMENT, 'if-position-at-least': position });
    expect(sorted(rest as readonly Task[])).toStrictEqual(sorted(mine.filter((task) => task.id !== id)));
    expect(ids(await listed('unit=government-party-committee&state=accepted'))).toStrictEqual([id]);
  });
});

describe('Every list', () => {
  const LISTS = ['/directives', '/tasks', '/inbox', '/matters', '/notices', '/units', '/references', '/standing-units'];

  it.each(LISTS)('answers %s with items and the way to more', async (list) => {
    const { status, body } = await server.get(`${list}?limit=1`, GOVERNMENT);
    expect(status).toBe(200);
    expect(Object.keys(body as object)).toStrictEqual(['items', 'next']);
    expect((body as Page<unknown>).items.length).toBeLessThan(2);
  });

  it('says where the next page is in a header too, with what was asked', async () => {
    const first = await server.get('/units?kind=group&limit=2');
    const link = /^<([^>]+)>; rel="next"$/.exec(String(first.headers['link']))?.[1];
    expect(link).toContain('kind=group');
    const second = (await server.get(link!)).body as Page<{ unitId: string; kind: string }>;
    expect(second.items[0]).toMatchObject({ kind: 'group' });
    expect(first.body).not.toMatchObject({ items: [{ unitId: second.items[0]!.unitId }, {}] });
    expect((await server.get('/directives')).headers).not.toHaveProperty('link');
  });

  it.each(['0', '501', '-1', '1.5', 'x', '', '1e2', '1&limit=2'])('refuses limit=%s', async (limit) =>
    expect(await server.get(`/units?limit=${limit}`)).toMatchObject({
      status: 400,
      body: { code: 'request/invalid', errors: [{ pointer: '/limit' }] },
    }),
  );

  it('refuses a cursor that is forged, of another list, of another reader, or of other conditions', async () => {
    const { next } = (await server.get('/tasks?limit=1', GOVERNMENT)).body as Page<Task>;
    const refused = { status: 400, body: { code: 'request/cursor' } };
    expect((await server.get(`/tasks?cursor=${next!}`, GOVERNMENT)).status).toBe(200);
    expect(await server.get(`/tasks?cursor=${next!}x`, GOVERNMENT)).toMatchObject(refused);
    expect(await server.get(`/inbox?cursor=${next!}`, GOVERNMENT)).toMatchObject(refused);
    expect(await server.get(`/tasks?cursor=${next!}`, SECRETARIAT)).toMatchObject(refused);
    expect(await server.get(`/tasks?kind=once&cursor=${next!}`, GOVERNMENT)).toMatchObject(refused);
    expect(await server.get('/tasks?cursor=WyJ4Il0.AAAA', GOVERNMENT)).toMatchObject(refused);
  });

  it('refuses a condition that it does not know', async () =>
    expect(await server.get('/tasks?colour=red')).toMatchObject({ status: 400, body: { code: 'request/invalid' } }));
});

describe('The registry', () => {
  it('lists the editions of what others reckon with', async () =>
    expect(await server.all('/references')).toMatchObject([
      { kind: 'calendar', referenceId: 'vn-working-days', edition: 1 },
      { kind: 'policy', referenceId: 'vn-party', edition: 3 },
    ]));

  it('shows one unit, and none that is not there', async () => {
    expect(await server.get('/units/secretariat')).toMatchObject({ status: 200, body: { unitId: 'secretariat' } });
    expect(await server.get('/units/nobody')).toMatchObject({ status: 404, body: { code: 'unit/unknown' } });
  });
});
