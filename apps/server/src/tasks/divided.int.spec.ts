import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, issued155, openTestServer, type TestServer } from '../testing/test-server.ts';

const ISSUER = { 'edict-unit': 'politburo' };
const LEAD = { 'edict-unit': 'government-party-committee' };
const MINISTRY = { 'edict-unit': 'ministry-of-finance-party-committee' };
type Shown = Readonly<{ id: string; ref: string; unit: string; state: string; decisions: readonly object[] }>;

describe('A decision that each member of a group has its own task', () => {
  let server: TestServer;
  let directive: string;
  const tasks = async () =>
    ((await server.all(`/directives/${directive}/tasks`)) as readonly Shown[]).filter(({ ref }) => ref === '3.b5-1');
  const decide = (id: string, ruling: object, headers: Readonly<Record<string, string>> = ISSUER) =>
    server.post(`/tasks/${id}/decide`, { finding: 'common-or-each', ruling, reason: 'Each has its own.' }, headers);

  beforeAll(async () => {
    server = await openTestServer();
    directive = await issued155(server);
  });
  afterAll(() => server.close());

  it('is refused where it is not whole, or not that of an issuer', async () => {
    const [{ id }] = (await tasks()) as [Shown];
    expect(await decide(id, { each: true }, LEAD)).toMatchObject({
      status: 403,
      body: { code: 'task/not-the-issuer' },
    });
    expect(await decide(id, { each: 'yes' })).toMatchObject({ status: 400 });
    expect(await decide(id, { each: false })).toMatchObject({ status: 400 });
    expect(await decide(id, { each: true, common: true })).toMatchObject({ body: { code: 'task/no-ruling' } });
    const other = ((await server.all(`/directives/${directive}/tasks`)) as readonly Shown[]).find(
      ({ ref }) => ref === '3.b1-2',
    )!;
    expect(await decide(other.id, { each: true })).toMatchObject({
      status: 409,
      body: { code: 'task/no-such-finding' },
    });
  });

  it('gives every member its own, once, and stands in the history of the one that it ends', async () => {
    const [{ id }] = (await tasks()) as [Shown];
    const once = { ...ISSUER, 'idempotency-key': 'each' };
    const first = await decide(id, { each: true }, once);
    expect(first).toMatchObject({ status: 200 });
    expect(await decide(id, { each: true }, once)).toMatchObject({ status: first.status, body: first.body as object });
    expect(await decide(id, { each: true })).toMatchObject({ status: 409, body: { code: 'task/cancelled' } });
    const all = await eventually(tasks, ({ length }) => length > 1);
    const own = all.filter((each) => each.id !== id);
    const shown = (await server.get(`/tasks/${id}`)).body as Shown;
    const members = own.map(({ unit }) => unit).toSorted();
    expect(shown.decisions).toMatchObject([{ ruling: { each: true }, by: 'politburo' }]);
    expect((shown.decisions[0] as { members: string[] }).members.toSorted()).toStrictEqual(members);
    expect([shown.state, new Set(own.map(({ state }) => state))]).toStrictEqual(['cancelled', new Set(['assigned'])]);
    const mine = own.find(({ unit }) => unit === MINISTRY['edict-unit'])!;
    expect(await server.post(`/tasks/${mine.id}/acknowledge`, { assignment: 1 }, MINISTRY)).toMatchObject({
      status: 200,
    });
    const history = (await server.all(`/tasks/${id}/history`)) as readonly { type: string }[];
    expect(history.map(({ type }) => type).slice(-2)).toStrictEqual(['FindingDecided', 'TaskCancelled']);
  });
});
