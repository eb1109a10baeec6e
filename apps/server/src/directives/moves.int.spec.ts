import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

const task = (ref: string, on: string): string =>
  `  - {ref: ${ref}, clause: '1', statement: Do it., kind: once, accountable: [government-party-committee], lead: [government-party-committee],
     leadBasis: stated, urgency: false, due: {on: ${on}, bound: by, firmness: firm}}`;
const DOCUMENT = `directive:
  {id: moves, number: 9-KL/TW, type: conclusion, issuers: [politburo], title: Dates, language: vi, adoptedOn: 2025-05-16, signedOn: null,
   issuedOn: null, effective: {from: null, until: null}, horizon: {from: null, until: null}, classification: open, urgency: none, links: []}
clauses:
  - {ref: '1', kind: task-bearing, text: Do it.}
tasks:
${[task('1-1', '2025-06-20'), task('1-2', '2025-06-24'), task('1-3', '2025-06-25')].join('\n')}
`;
const SECRETARIAT = { 'edict-unit': 'secretariat', 'edict-capacity': 'secretariat' };
const ISSUER = { 'edict-unit': 'politburo' };
const LEAD = { 'edict-unit': 'government-party-committee' };
const REASON = { reason: 'Edition 3 of the policy' };
type Item = Readonly<{ ref: string; outcome: string; code: string | null; to: string }>;
type Confirmed = Readonly<{ confirmed: number; refused: number; items: readonly Item[]; position: string }>;

describe('Deadlines that a new policy would move', () => {
  let server: TestServer;
  let directive: string;
  let tasks: readonly Readonly<{ ref: string; id: string; dueAt: string }>[];

  const listed = () => server.all(`/directives/${directive}/tasks`) as Promise<typeof tasks>;
  const moves = async () =>
    ((await server.all(`/directives/${directive}/would-move`)) as readonly Item[]).map(({ ref }) => ref);
  const confirm = (body: object, headers: Readonly<Record<string, string>> = ISSUER) =>
    server.post(`/directives/${directive}/confirm-deadlines`, body, headers);
  const edition = async (version: number, byIncludesTheDay: boolean) => {
    const document = (await textOf('policy-vn-party.yaml'))
      .replace(/version: \d+/, `version: ${version}`)
      .replace(/(byIncludesTheDay:\s+value: )\w+/, `$1${byIncludesTheDay}`);
    expect(await server.post('/references', { document }, SECRETARIAT)).toMatchObject({ status: 201 });
  };

  beforeAll(async () => {
    server = await openTestServer();
    const said = { document: DOCUMENT, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const { body } = await server.post('/directives', said, ISSUER);
    directive = (body as { stream: string }).stream.replace('directive-', '');
    tasks = await eventually(listed, ({ length }) => length === 3);
    server.setTime('2025-05-19T02:00:00Z');
  });
  afterAll(() => server.close());

  it('are none as long as nothing has changed, and then there is nothing to confirm', async () => {
    expect(await moves()).toStrictEqual([]);
    expect(await confirm(REASON)).toMatchObject({ status: 200, body: { confirmed: 0, refused: 0, items: [] } });
    expect(await confirm(REASON, LEAD)).toMatchObject({ status: 403, body: { code: 'task/not-the-issuer' } });
  });

  it('are confirmed all at once by an issuer and by nobody else, each with its result', async () => {
    await edition(4, false);
    expect(await moves()).toStrictEqual(['1-1', '1-2', '1-3']);
    expect(await confirm(REASON, LEAD)).toMatchObject({ status: 403, body: { code: 'task/not-the-issuer' } });
    const id = tasks.find(({ ref }) => ref === '1-2')!.id;
    expect(await server.post(`/tasks/${id}/acknowledge`, { assignment: 1 }, LEAD)).toMatchObject({ status: 200 });
    const past = { ...REASON, occurredAt: '2025-05-19T01:00:00Z', evidence: 'Receipt 9' };
    const { status, body } = await confirm(past);
    const { items, confirmed, refused } = body as Confirmed;
    expect(status).toBe(200);
    expect(items.map(({ ref, outcome, code }) => [ref, outcome, code])).toStrictEqual([
      ['1-1', 'confirmed', null],
      ['1-2', 'refused', 'act/out-of-order'],
      ['1-3', 'confirmed', null],
    ]);
    expect([confirmed, refused]).toStrictEqual([2, 1]);
  });

  it('go on with what is left when it is sent again, and answer with where to read it', async () => {
    expect(await moves()).toStrictEqual(['1-2']);
    const { body } = await confirm(REASON, { ...ISSUER, 'idempotency-key': 'rest' });
    const { items, position } = body as Confirmed;
    expect(items).toMatchObject([{ ref: '1-2', outcome: 'confirmed', to: '2025-06-23T17:00:00.000Z' }]);
    expect(position).not.toBe('');
    expect(await moves()).toStrictEqual([]);
    const due = await eventually(listed, (all) => all.every(({ dueAt }) => dueAt.endsWith('T17:00:00.000Z')));
    expect(due.map(({ dueAt }) => dueAt.slice(0, 10)).toSorted()).toStrictEqual([
      '2025-06-19',
      '2025-06-23',
      '2025-06-24',
    ]);
    expect(await confirm(REASON, { ...ISSUER, 'idempotency-key': 'rest' })).toMatchObject({ body: { items: [] } });
  });

  it.each([
    [{}, 400, 'request/invalid'],
    [{ reason: '' }, 400, 'request/invalid'],
    [{ ...REASON, from: '2025-06-20' }, 400, 'request/invalid'],
  ])('are not confirmed as %j', async (body, status, code) =>
    expect(await confirm(body)).toMatchObject({ status, body: { code } }),
  );

  it('are not confirmed against a revision, nor of a directive that is not there', async () => {
    expect(await confirm(REASON, { ...ISSUER, 'if-match': '"1"' })).toMatchObject({
      status: 400,
      body: { code: 'request/if-match' },
    });
    const nowhere = '/directives/00000000-0000-5000-8000-000000000000/confirm-deadlines';
    expect(await server.post(nowhere, REASON, ISSUER)).toMatchObject({
      status: 404,
      body: { code: 'directive/unknown' },
    });
  });
});
