import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, openTestServer, textOf, type Answer, type TestServer } from './testing/test-server.ts';

type Task = Readonly<{ id: string; ref: string; unit: string | null; state: string; deadlineClass: string }>;
type Outcome = Readonly<{ stream: string; revision: number; position: string }>;

const SECRETARIAT = { 'edict-unit': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };
const ACADEMY = { 'edict-unit': 'ho-chi-minh-national-academy-of-politics' };

let server: TestServer;
let directive: string;
let tasks: readonly Task[];

const outcomeOf = ({ body }: Answer) => body as Outcome;
const taskAt = (ref: string) => tasks.find((task) => task.ref === ref)!;

beforeAll(async () => {
  server = await openTestServer();
  const body = {
    document: await textOf('conclusion-155-kl-tw.yaml'),
    policyId: 'vn-party',
    calendarId: 'vn-working-days',
    issuedOn: '2025-05-16',
  };
  const issued = await server.post('/directives', body, SECRETARIAT);
  expect(issued).toMatchObject({ status: 201, body: { revision: 0 } });
  directive = outcomeOf(issued).stream.replace('directive-', '');
  const all = await eventually(
    () => server.all(`/directives/${directive}/tasks`),
    ({ length }) => length === 512,
  );
  tasks = all as readonly Task[];
});

afterAll(() => server.close());

describe('A directive', () => {
  it('is issued once: the same number again is refused', async () => {
    const again = {
      document: await textOf('conclusion-155-kl-tw.yaml'),
      policyId: 'vn-party',
      calendarId: 'vn-working-days',
      issuedOn: '2025-05-16',
    };
    expect(await server.post('/directives', again, SECRETARIAT)).toMatchObject({
      status: 409,
      body: { code: 'directive/issued' },
    });
  });

  it('is issued once, also for whoever enters it from an earlier hour of that day', async () => {
    const again = {
      document: await textOf('conclusion-155-kl-tw.yaml'),
      policyId: 'vn-party',
      calendarId: 'vn-working-days',
      issuedOn: '2025-05-16',
      occurredAt: '2025-05-15T17:00:00Z',
    };
    expect(await server.post('/directives', again, { ...SECRETARIAT, 'accept-language': 'vi' })).toMatchObject({
      status: 409,
      body: { code: 'directive/issued', title: 'Đã ban hành' },
    });
  });

  it('is told with its counts, its findings and its standing units', async () => {
    const summary = await server.get(`/directives/${directive}`);
    expect(summary).toMatchObject({ status: 200, body: { directive: 'conclusion-155-kl-tw', counts: { tasks: 512 } } });
    const units = await server.get(`/directives/${directive}/standing-units`);
    expect((units.body as { missing: unknown[] }).missing.length).toBe(70);
    const findings = await server.get(`/directives/${directive}/findings`);
    expect((findings.body as { items: unknown[] }).items.length).toBeGreaterThan(0);
    const then = (at: string) => server.get(`/directives/${directive}/findings?asOf=${at}`);
    expect(await then('2024-01-01T00:00:00Z')).toMatchObject({ status: 404, body: { code: 'directive/unknown' } });
    expect(await then('yesterday')).toMatchObject({ status: 400 });
    expect(await server.all('/directives')).toMatchObject([{ directiveId: directive, number: '155-KL/TW' }]);
  });

  it('can be asked about as it was known before, when it was not yet', async () => {
    expect(await server.get(`/directives/${directive}?asOf=2025-05-15T00:00:00Z`)).toMatchObject({
      status: 404,
      body: { code: 'directive/unknown' },
    });
  });

  it('is found by its number, and a task by its ref', async () => {
    expect(await server.get(`/lookup/${encodeURIComponent('155-KL/TW')}`)).toMatchObject({
      status: 200,
      body: { directiveId: directive },
    });
    const name = encodeURIComponent('155-KL/TW#3.b5-2@whole');
    expect(await server.all(`/lookup/${name}/history`)).toMatchObject([{ type: 'TaskAssigned' }]);
  });

  it('is checked without being issued', async () => {
    const before = await server.store.head();
    const document = (await textOf('conclusion-155-kl-tw.yaml')).replace('kind: standing', 'kind: sitting');
    const report = await server.post('/directives/check', { document });
    expect(report).toMatchObject({ status: 200, body: { ok: false } });
    const { errors } = report.body as { errors: readonly { line: number; pointer: string }[] };
    expect(errors[0]).toMatchObject({ line: expect.any(Number), pointer: expect.stringContaining('/tasks/') });
    expect(await server.store.head()).toBe(before);
  });
});

describe('A task', () => {
  it('is acknowledged, reported on, submitted, returned, submitted again and accepted', async () => {
    const { id, unit } = taskAt('5.b3-1');
    const lead = { 'edict-unit': unit! };
    const act = (what: string, body: object, headers: Record<string, string>) =>
      server.post(`/tasks/${id}/${what}`, body, headers);
    expect(await act('acknowledge', { assignment: 1 }, lead)).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: { stream: `task-${id}`, revision: 1 },
    });
    expect((await act('report', { assignment: 1, report: 'Half of it' }, lead)).status).toBe(200);
    expect((await act('submit', { assignment: 1, report: 'Done' }, lead)).status).toBe(200);
    expect((await act('return', { submission: 1, reason: 'Not quite' }, SECRETARIAT)).status).toBe(200);
    expect((await act('submit', { assignment: 1, report: 'Done now' }, lead)).status).toBe(200);
    const accepted = await act('accept', { submission: 2 }, SECRETARIAT);
    expect(accepted.status).toBe(200);
    const position = { 'if-position-at-least': outcomeOf(accepted).position };
    expect(await server.get(`/tasks/${id}`, position)).toMatchObject({
      status: 200,
      headers: { etag: `"${outcomeOf(accepted).revision}"` },
      body: { state: 'accepted', deadlineClass: 'doneInTime', submission: 2, lastReport: 'Done now' },
    });
    const history = await server.all(`/tasks/${id}/history`);
    expect((history as { type: string }[]).map(({ type }) => type)).toStrictEqual([
      'TaskAssigned',
      'TaskAcknowledged',
      'ProgressReported',
      'TaskSubmitted',
      'TaskReturned',
      'TaskSubmitted',
      'TaskAccepted',
    ]);
  });

  it('is answered with the first outcome under the same Idempotency-Key, and refuses another body under it', async () => {
    const { id } = taskAt('3.b5-2');
    const headers = { ...GOVERNMENT, 'idempotency-key': 'once' };
    const first = await server.post(`/tasks/${id}/acknowledge`, { assignment: 1 }, headers);
    expect(first.status).toBe(200);
    expect((await server.post(`/tasks/${id}/acknowledge`, { assignment: 1 }, headers)).body).toStrictEqual(first.body);
    expect(await server.post(`/tasks/${id}/report`, { assignment: 1, report: 'x' }, headers)).toMatchObject({
      status: 422,
      body: { code: 'command/mismatch' },
    });
  });

  it('is left alone if it has moved since the revision in If-Match, and not if it was the same command that moved it', async () => {
    const { id } = taskAt('3.b5-2');
    const report = (key: string, revision: number) => {
      const headers = { ...GOVERNMENT, 'idempotency-key': key, 'if-match': `"${revision}"` };
      return server.post(`/tasks/${id}/report`, { assignment: 1, report: 'Half' }, headers);
    };
    expect(await report('m1', 0)).toMatchObject({ status: 412, body: { code: 'act/stream-moved' } });
    const done = await report('m2', 1);
    expect(done).toMatchObject({ status: 200, body: { revision: 2 } });
    expect((await report('m2', 1)).body).toStrictEqual(done.body);
  });

  it('can be asked about as it was known', async () => {
    const { id } = taskAt('3.b5-2');
    server.setTime('2025-05-20T02:00:00Z');
    await server.post(`/tasks/${id}/submit`, { assignment: 1, report: 'All issued' }, GOVERNMENT);
    const then = await server.get(`/tasks/${id}?asOf=${encodeURIComponent('2025-05-18T09:00:00+07:00')}`);
    expect(then).toMatchObject({ status: 200, body: { state: 'inProgress' } });
  });

  it('lies in the inbox of its unit, the nearest deadline first', async () => {
    const inbox = (await server.all('/inbox', GOVERNMENT)) as readonly (Task & { dueAt: string | null })[];
    expect(inbox[0]).toMatchObject({ dueAt: expect.any(String) });
    expect(inbox.at(-1)).toMatchObject({ dueAt: null });
  });

  it('is entered late only with evidence, and never ahead of time', async () => {
    const { id, unit } = taskAt('5.b1-1');
    const act = (body: object) =>
      server.post(`/tasks/${id}/acknowledge`, { assignment: 1, ...body }, { 'edict-unit': unit! });
    expect(await act({ occurredAt: '2025-05-19T02:00:00Z' })).toMatchObject({
      status: 422,
      body: { code: 'act/without-evidence' },
    });
    expect(await act({ occurredAt: '2025-06-19T02:00:00Z' })).toMatchObject({
      status: 422,
      body: { code: 'act/in-the-future' },
    });
    expect((await act({ occurredAt: '2025-05-19T02:00:00Z', evidence: 'Receipt 41' })).status).toBe(200);
  });
});

describe('A standing unit', () => {
  it('is set up by its committee, and receives, directs, recommends and has answered what comes to its desk', async () => {
    const set = await server.post(`/directives/${directive}/standing-units`, {}, GOVERNMENT);
    expect(set).toMatchObject({ status: 201, body: { revision: 0 } });
    const body = {
      directiveId: directive,
      kind: 'obstacle',
      subject: 'No funds',
      desk: 'government-party-committee',
      concerning: taskAt('3.b1-1').id,
    };
    const received = await server.post('/matters', body, ACADEMY);
    expect(received.status).toBe(201);
    const id = outcomeOf(received).stream.replace('matter-', '');
    const act = (what: string, said: object, headers: Record<string, string>) =>
      server.post(`/matters/${id}/${what}`, said, headers);
    const route = { how: 'route', to: 'secretariat', text: 'Please see to it' };
    expect((await act('direct', route, GOVERNMENT)).status).toBe(200);
    const recommend = { to: 'competent-authorities', recommendation: 'Decide' };
    expect((await act('recommend', recommend, GOVERNMENT)).status).toBe(200);
    const answered = await act(
      'answer',
      { answer: 'So be it', outcome: 'solve' },
      { 'edict-unit': 'competent-authorities' },
    );
    expect(answered.status).toBe(200);
    const position = { 'if-position-at-least': outcomeOf(answered).position };
    expect(await server.get(`/matters/${id}`, position)).toMatchObject({
      status: 200,
      body: { state: 'answered', answer: 'So be it', task: '3.b1-1', from: ACADEMY['edict-unit'] },
    });
    const mine = await server.all(`/matters?unit=government-party-committee&directiveId=${directive}`);
    expect(mine).toMatchObject([{ id }]);
    const notices = await server.get('/notices', GOVERNMENT);
    expect(notices.status).toBe(200);
  });

  it('that was not set up takes nothing, and that it refused can be read', async () => {
    const body = { directiveId: directive, kind: 'content', subject: 'Please', desk: 'secretariat' };
    expect(await server.post('/matters', body, { ...ACADEMY, 'idempotency-key': 'refused' })).toMatchObject({
      status: 409,
      body: { code: 'matter/no-standing-unit' },
    });
  });
});

describe('The registry', () => {
  it('takes units and editions from a secretariat, and tells them', async () => {
    const document =
      'units:\n  - {id: unit-of-the-tests, kind: unit, level: ministry, parent: government-party-committee, names: {en: Tests}}\n';
    const capacity = { 'edict-capacity': 'secretariat' };
    expect(await server.post('/units', { document }, capacity)).toMatchObject({
      status: 201,
      body: { units: [{ stream: 'unit-unit-of-the-tests', revision: 0 }] },
    });
    await eventually(
      () => server.all('/units'),
      (units) => (units as { unitId: string }[]).some(({ unitId }) => unitId === 'unit-of-the-tests'),
    );
    const policy = (await textOf('policy-vn-party.yaml')).replace('version: 3', 'version: 4');
    expect(await server.post('/references', { document: policy }, capacity)).toMatchObject({
      status: 201,
      body: { stream: 'reference-policy-vn-party', revision: 1 },
    });
    expect(await server.all('/streams/reference-policy-vn-party')).toMatchObject([{}, { revision: 1 }]);
  });
});

const DAY = { issuedOn: '2025-05-16', occurredAt: '2025-05-16T02:00:00Z' };

describe('A directive without a number', () => {
  it('is issued once, and another of that day as well', async () => {
    const document = await textOf('thai-nguyen-bac-kan-agreement.yaml');
    const rules = { policyId: 'vn-party', calendarId: 'vn-working-days', ...DAY };
    const registrar = { ...SECRETARIAT, 'edict-capacity': 'secretariat' };
    const issue = (text: string) => server.post('/directives', { ...rules, document: text }, registrar);
    const first = await issue(document);
    expect(first).toMatchObject({ status: 201 });
    const retyped = document.replace('id: thai-nguyen-bac-kan-agreement', 'id: six-points').replace('Six', 'six');
    for (const again of [document, retyped])
      expect(await issue(again)).toMatchObject({ status: 409, body: { code: 'directive/issued' } });
    const other = await issue(document.replace('Six agreed points', 'Two more agreed points'));
    expect(other).toMatchObject({ status: 201 });
    expect((other.body as { stream: string }).stream).not.toBe((first.body as { stream: string }).stream);
  });
});

describe('The server', () => {
  it('says how it is', async () => {
    expect(await server.get('/health')).toMatchObject({ status: 200, body: { status: 'ok', failedRings: 0 } });
  });

  it('describes itself: each route with a summary, each command with its problems', async () => {
    const { body } = await server.get('/api/openapi.json');
    const { paths, openapi } = body as { openapi: string; paths: Record<string, Record<string, Operation>> };
    expect(openapi).toBe('3.1.0');
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(30);
    for (const { summary, responses } of operations) {
      expect(summary).toBeTruthy();
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '429', '500']));
    }
    expect((await server.get('/api/docs')).status).toBe(200);
    expect((await server.get('/api/docs/swagger-ui.css')).status).toBe(200);
  });
});

type Operation = Readonly<{ summary?: string; responses: Readonly<Record<string, unknown>> }>;
