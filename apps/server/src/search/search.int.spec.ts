import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

type Task = Readonly<{ id: string; ref: string; clause: string; unit: string | null; kind: string; state: string }> &
  Readonly<{ deadlineClass: string }>;
type Hit = Readonly<{ kind: string; id: string; directiveId: string | null; title: string }>;
type Counts = Readonly<{ total: number; groups: readonly Readonly<{ key: string | null; count: number }>[] }>;
type Cell = Readonly<{ clause: string; unit: string | null; total: number; states: Readonly<Record<string, number>> }>;

const SECRETARIAT = { 'edict-unit': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };

let server: TestServer;
let directive: string;
let tasks: readonly Task[];

beforeAll(async () => {
  server = await openTestServer();
  const document = await textOf('conclusion-155-kl-tw.yaml');
  const body = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const { body: outcome } = await server.post('/directives', body, SECRETARIAT);
  const { stream, position } = outcome as { stream: string; position: string };
  directive = stream.replace('directive-', '');
  tasks = (await eventually(
    () => server.all(`/directives/${directive}/tasks`),
    ({ length }) => length === 512,
  )) as readonly Task[];
  await server.get('/directives', { 'if-position-at-least': position });
  await eventually(
    () => server.all('/search?q=a&kind=task'),
    ({ length }) => length > 0,
  );
});
afterAll(() => server.close());

const found = async (q: string, more = '') =>
  (await server.all(`/search?q=${encodeURIComponent(q)}${more}`)) as readonly Hit[];

describe('A search', () => {
  it.each(['155-KL/TW', '155-КL/ТW', '155 kl'])('finds a directive by its number, written %s', async (q) =>
    expect(await found(q)).toMatchObject([{ kind: 'directive', id: directive, directiveId: directive }]),
  );

  it('finds a unit by its name without marks', async () => {
    const units = (await server.all('/units')) as readonly { unitId: string; names: Record<string, string> }[];
    const { unitId, names } = units.find((unit) => unit.names['vi']?.startsWith('Đảng'))!;
    const bare = names['vi']!.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
    const hits = await found(bare, '&kind=unit');
    expect(hits).toContainEqual(expect.objectContaining({ kind: 'unit', id: unitId, directiveId: null }));
  });

  it('finds nothing where a word is missing, and all of one kind where it is asked for', async () => {
    expect(await found('155 xyzzy')).toStrictEqual([]);
    expect(new Set((await found('a', '&kind=task')).map(({ kind }) => kind))).toStrictEqual(new Set(['task']));
  });

  it('comes page by page as it comes at once', async () => {
    const all = await found('c');
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await server.get(`/search?q=c&limit=7${cursor}`);
      const { items, next } = body as { items: readonly Hit[]; next: string | null };
      ids.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    expect(ids).toStrictEqual(all.map(({ id }) => id));
  });

  it.each(['', '%20', '---', 'a'.repeat(201), 'a b c d e f g h i j k l m', '%F0%9F%98%80'])('refuses %j', async (q) =>
    expect(await server.get(`/search?q=${q.includes('%') ? q : encodeURIComponent(q)}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/q' }] },
    }),
  );
});

describe('A count', () => {
  it.each(['state', 'kind', 'unit', 'clause', 'deadlineClass'] as const)('by %s adds up', async (by) => {
    const { status, body } = await server.get(`/counts?by=${by}&directiveId=${directive}`);
    const { total, groups } = body as Counts;
    expect([status, total]).toStrictEqual([200, 512]);
    const wanted = Map.groupBy(tasks, (task) => task[by]);
    const counted = new Map(groups.map(({ key, count }) => [key, count]));
    expect(counted).toStrictEqual(new Map([...wanted].map(([key, of]) => [key, of.length])));
  });

  it('is narrowed like a list', async () => {
    const { body } = await server.get('/counts?by=kind&unit=government-party-committee&state=assigned');
    const { items } = (await server.get('/tasks?limit=500&unit=government-party-committee&state=assigned')).body as {
      items: unknown[];
    };
    expect((body as Counts).total).toBe(items.length);
  });

  it('is refused by what cannot be counted', async () =>
    expect(await server.get('/counts?by=statement')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/by' }] },
    }));
});

describe('A directive', () => {
  it('shows its clauses in the order of its text, each with the one that it stands in', async () => {
    const clauses = (await server.all(`/directives/${directive}/clauses`)) as readonly {
      ref: string;
      parent: string | null;
      depth: number;
    }[];
    const depthOf = new Map(clauses.map(({ ref, depth }) => [ref, depth]));
    for (const { parent, depth } of clauses) expect(depth).toBe(parent === null ? 0 : depthOf.get(parent)! + 1);
    expect(depthOf.has(tasks[0]!.clause)).toBe(true);
  });

  it('shows what came of each clause at each unit, and how it stood', async () => {
    const cells = async (asOf = '') =>
      (await server.all(`/directives/${directive}/coverage${asOf}`)) as readonly Cell[];
    const before = await cells();
    expect(before.reduce((sum, { total }) => sum + total, 0)).toBe(512);
    const { id, clause } = tasks.find(({ unit }) => unit === GOVERNMENT['edict-unit'])!;
    server.setTime('2025-05-17T02:00:00Z');
    const { body } = await server.post(`/tasks/${id}/acknowledge`, { assignment: 1 }, GOVERNMENT);
    await server.get('/directives', { 'if-position-at-least': (body as { position: string }).position });
    const cell = (all: readonly Cell[]) =>
      all.find((each) => each.clause === clause && each.unit === GOVERNMENT['edict-unit'])!;
    expect(cell(await cells()).states['acknowledged']).toBe(1);
    expect(cell(await cells('?asOf=2025-05-16T12:00:00Z'))).toStrictEqual(cell(before));
  });
});
