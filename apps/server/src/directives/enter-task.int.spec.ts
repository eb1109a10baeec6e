import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, issued155, openTestServer, type TestServer } from '../testing/test-server.ts';

const ISSUER = { 'edict-unit': 'politburo' };
const LEAD = 'government-party-committee';
const BY = { bound: 'by', firmness: 'firm' };
const TASK = {
  ...{ ref: '1-1', clause: '1', statement: 'Hand the archives over.', kind: 'once' },
  ...{ accountable: [LEAD], lead: [LEAD], source: { type: 'report', title: 'Two weeks' } },
};
type Shown = Readonly<{ id: string; ref: string; dueAt: string | null; milestones: readonly object[] }>;

describe('A task that is entered later over HTTP', () => {
  let server: TestServer;
  let directive: string;
  const tasks = () => server.all(`/directives/${directive}/tasks`) as Promise<readonly Shown[]>;
  const enter = (more: object, headers = ISSUER) =>
    server.post(`/directives/${directive}/tasks`, { ...TASK, ...more }, headers);

  beforeAll(async () => {
    server = await openTestServer();
    directive = await issued155(server);
  });
  afterAll(() => server.close());

  it.each([
    [{ due: { ...BY, month: '2025-13' } }, 400, 'request/invalid'],
    [{ due: { ...BY, on: '2025-06-30', month: '2025-06' } }, 409, 'directive/task-not-whole'],
    [{ milestones: 'draft' }, 400, 'request/invalid'],
    [{ milestones: [{ name: 'draft' }] }, 400, 'request/invalid'],
    [{ milestones: [{ name: 'draft', due: { ...BY, on: '2025-02-30' } }] }, 400, 'request/invalid'],
    [{ milestones: [1, 2].map(() => ({ name: 'draft', due: BY })) }, 409, 'directive/task-not-whole'],
    [{ after: '3.b5-2' }, 400, 'request/invalid'],
    [{ after: ['a b'] }, 400, 'request/invalid'],
    [{ after: ['9-9'] }, 409, 'directive/no-such-task'],
  ])('is not entered with %j', async (more, status, code) =>
    expect(await enter(more)).toMatchObject({ status, body: { code } }),
  );

  it('has its month, its milestones and what it waits for, which tells it when it is done', async () => {
    const milestones = [{ name: 'draft', due: { ...BY, month: '2025-06' } }];
    const more = { due: { ...BY, month: '2025-07' }, milestones, after: ['3.b5-2'] };
    expect(await enter(more)).toMatchObject({ status: 200 });
    const all = await eventually(tasks, ({ length }) => length === 513);
    const own = all.find(({ ref }) => ref === '1-1')!;
    expect(own).toMatchObject({
      dueAt: '2025-07-31T17:00:00.000Z',
      milestones: [{ name: 'draft', dueAt: '2025-06-30T17:00:00.000Z', state: 'open' }],
    });
    const before = all.find(({ ref }) => ref === '3.b5-2')!.id;
    const typesOf = async (id: string) =>
      ((await server.all(`/tasks/${id}/history`)) as readonly { type: string }[]).map(({ type }) => type);
    await eventually(
      () => typesOf(before),
      (types) => types.includes('TaskAwaited'),
    );
    await server.post(`/tasks/${before}/submit`, { assignment: 1, report: 'Done.' }, { 'edict-unit': LEAD });
    expect(await server.post(`/tasks/${before}/accept`, { submission: 1 }, ISSUER)).toMatchObject({ status: 200 });
    await eventually(
      () => typesOf(own.id),
      (types) => types.includes('PredecessorDone'),
    );
  });
});
