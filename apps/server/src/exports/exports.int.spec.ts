import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MemoryAccessLog, MemoryAccessStore, MemoryWorkQueue } from '@edict/adapter-memory';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@edict/engine';
import { instant, type Instant } from '@edict/kernel';
import { CommandMismatch, QueueUnavailable } from '@edict/runtime';

import { documentOf, unitsOf } from '../testing/matrix-world.ts';
import { eventually, openTestServer, type Answer, type TestServer } from '../testing/test-server.ts';
import { ExportFiles } from './export-files.ts';
import { EXPORT, exportIn, Exports, type ExportTold } from './exports.ts';

const ISSUER = { 'edict-unit': 'issuer' };
const READER = { authorization: 'Bearer reader', ...ISSUER };
const OTHER = { authorization: 'Bearer other', ...ISSUER };
const LATE = { kind: 'late', format: 'csv' } as const;
const NONE = '00000000-0000-5000-8000-000000000000';

const toldIn = ({ body }: Answer): ExportTold => body as ExportTold;

describe('A report that is asked for as a file and made while nobody waits', () => {
  const log = new MemoryAccessLog('tests');
  let server: TestServer;
  let directive: string;

  beforeAll(async () => {
    const grants = [{ capacity: '*', unit: '*', from: null, until: null, source: 'the tests' }] as const;
    const clearance = { level: 'open', compartments: [] } as const;
    const principals = ['reader', 'other'].map((id) => ({ id, grants, clearance }));
    server = await openTestServer(undefined, undefined, { accessLog: log, principals });
    const units = ['issuer', 'performer', 'superior', 'coordinator', 'addressee', 'committee', 'desk', 'submitter'];
    await server.post('/units', { document: unitsOf(...units) }, { 'edict-capacity': 'secretariat' });
    const task = `  - {ref: '1-1', clause: '1', statement: 'Draft it.', kind: once, accountable: [performer], lead: [performer], leadBasis: stated, urgency: false,
     coordinating: [coordinator], reportsTo: [addressee], due: {on: 2025-06-10, bound: by, firmness: firm}}`;
    const said = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const issued = await server.post('/directives', { document: documentOf(1, [task]), ...said }, ISSUER);
    directive = (issued.body as { stream: string }).stream.slice('directive-'.length);
    await eventually(
      () => server.all(`/directives/${directive}/tasks`),
      ({ length }) => length === 1,
    );
  });
  afterAll(() => server.close());

  const made = (id: string, headers: Record<string, string>) =>
    eventually(
      () => server.get(`/exports/${id}`, headers),
      (answer) => toldIn(answer).state !== 'asked',
    );

  it('is promised at once, is there a moment later, and is the report that is made while one waits', async () => {
    const asOf = '2025-05-16T02:00:00.000Z';
    const asked = await server.post('/exports', { ...LATE, asOf }, { ...READER, 'idempotency-key': 'first' });
    expect(asked).toMatchObject({ status: 202, body: { kind: 'late', format: 'csv', refusal: null } });
    const { id } = toldIn(asked);
    expect(asked.headers['location']).toBe(`/exports/${id}`);
    expect(toldIn(await made(id, READER))).toMatchObject({ state: 'made', until: '2025-05-17T02:00:00.000Z' });
    const [now, later] = await Promise.all(
      [`/reports/late/file?format=csv&asOf=${asOf}`, `/exports/${id}/file`].map((path) => server.get(path, READER)),
    );
    expect(later).toMatchObject({ status: 200, body: now!.body });
    expect(later!.headers['content-disposition']).toBe(now!.headers['content-disposition']);
    const { file } = toldIn(await server.get(`/exports/${id}`, READER));
    expect(createHash('sha256').update(String(now!.body)).digest('hex')).toBe(file!.sha256);
  });

  it('is the same one asked for again under the same key, and another thing under it is not taken', async () => {
    const key = { ...READER, 'idempotency-key': 'again' };
    const ids = [await server.post('/exports', LATE, key), await server.post('/exports', LATE, key)].map(toldIn);
    expect(ids[0]!.id).toBe(ids[1]!.id);
    expect(await server.post('/exports', { ...LATE, format: 'xlsx' }, key)).toMatchObject({
      status: 422,
      body: { code: 'command/mismatch' },
    });
  });

  it('is there for whoever asked, acting for the same unit, and for nobody else', async () => {
    const { id } = toldIn(await server.post('/exports', LATE, READER));
    await made(id, READER);
    for (const path of [`/exports/${id}`, `/exports/${id}/file`])
      for (const who of [OTHER, { ...READER, 'edict-unit': 'performer' }, {}])
        expect(await server.get(path, who)).toMatchObject({ status: 404, body: { code: 'export/unknown' } });
  });

  it('says why there is no such report', async () => {
    const { id } = toldIn(await server.post('/exports', { ...LATE, asOf: '2026-01-01T00:00:00Z' }, READER));
    expect(toldIn(await made(id, READER))).toMatchObject({
      state: 'refused',
      refusal: { code: 'reading/in-the-future' },
    });
    expect(await server.get(`/exports/${id}/file`, READER)).toMatchObject({ status: 422 });
  });

  it.each([
    ['no report', { kind: 'everything', format: 'csv' }],
    ['no file', { kind: 'late', format: 'exe' }],
    ['no directive', { ...LATE, directiveId: 'that one' }],
    ['something more', { ...LATE, to: '/etc/passwd' }],
  ])('is not asked for with %s', async (_, body) =>
    expect(await server.post('/exports', body, READER)).toMatchObject({
      status: 400,
      body: { code: 'request/invalid' },
    }),
  );

  it('is not handed out any more once something in it was marked above what they may read', async () => {
    const before = toldIn(await server.post('/exports', LATE, READER));
    const operator = toldIn(await server.post('/exports', LATE, ISSUER));
    await Promise.all([made(before.id, READER), made(operator.id, ISSUER)]);
    const mark = { classification: 'internal', basis: 'Decision 41-QD/TW, Article 2.' };
    const marked = await server.post(`/directives/${directive}/reclassify`, mark, ISSUER);
    expect(marked).toMatchObject({ status: 200 });
    await eventually(
      () => server.get(`/directives/${directive}`, READER),
      ({ status }) => status === 404,
    );
    expect(await server.get(`/exports/${before.id}/file`, READER)).toMatchObject({
      status: 403,
      body: { code: 'export/not-yours' },
    });
    // Who may read it is given it, and that stands in the access log, with the directive that is in it.
    expect(await server.get(`/exports/${operator.id}/file`, ISSUER)).toMatchObject({ status: 200 });
    const fetched = await eventually(
      async () => (await log.read({}, 10_000)).filter(({ act }) => act === 'GET /exports/:id/file'),
      (all) => all.some(({ about, rank }) => about === `directive-${directive}` && rank === 1),
    );
    expect(fetched.map(({ about }) => about)).toContain(`export-${operator.id}`);
    const asked = (await log.read({}, 10_000)).filter(({ act }) => act === 'POST /exports');
    expect(asked).toEqual(expect.arrayContaining([expect.objectContaining({ who: 'reader', about: 'report-late' })]));
  });
});

describe('Work on exports that is handed on', () => {
  const viewer: Viewer = { id: 'ann', unit: 'issuer', clearance: { level: 'open', compartments: [] } };
  const asked = { report: { kind: 'form' as const, form: 'rooms', on: '2025-05-16' as never }, format: 'csv' as const };
  let now: Instant;
  let accessStore: MemoryAccessStore;
  let files: ExportFiles;
  let dir: string;
  let server: TestServer;

  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    now = instant('2025-05-16T02:00:00Z');
    accessStore = new MemoryAccessStore();
    dir = mkdtempSync(join(tmpdir(), 'edict-exports-'));
    files = new ExportFiles(dir);
  });

  const exportsWith = (queue?: MemoryWorkQueue) =>
    new Exports({ engine: server.access.engine, accessStore, files, clock: () => now, queue });
  const seen = (exports: Exports, id: string) =>
    eventually(
      () => exports.told(viewer, id),
      ({ state }) => state !== 'asked',
    );

  it('is done by another, who finds there by its id alone all that it takes', async () => {
    const queue = new MemoryWorkQueue();
    const [asking, working] = [exportsWith(queue), exportsWith()];
    const { id } = await asking.ask(viewer, 'one', asked);
    const work: string[] = [];
    const stop = new AbortController();
    const worker = queue.work(
      EXPORT,
      async ([name = '']) => {
        work.push(name);
        await working.make(exportIn(name));
      },
      stop.signal,
    );
    await seen(asking, id);
    stop.abort();
    await worker;
    expect(work).toStrictEqual([`export-${id}`]);
    expect(JSON.stringify(work)).not.toContain('rooms');
  });

  it('is done here where nothing can be handed on', async () => {
    class Away extends MemoryWorkQueue {
      override hand(): Promise<void> {
        return Promise.reject(new QueueUnavailable('away'));
      }
    }
    const exports = exportsWith(new Away());
    const { id } = await exports.ask(viewer, 'one', asked);
    expect((await seen(exports, id)).state).not.toBe('asked');
  });

  it('is done again where the file was lost', async () => {
    const exports = exportsWith();
    const { id } = await exports.ask(viewer, 'one', { ...asked, report: { kind: 'late' } });
    expect(await seen(exports, id)).toMatchObject({ state: 'made' });
    await files.sweep(async () => false);
    expect(await seen(exports, id)).toMatchObject({ state: 'made' });
  });

  it('is forgotten after a day, with its file', async () => {
    const exports = exportsWith();
    const { id } = await exports.ask(viewer, 'one', { ...asked, report: { kind: 'late' } });
    await seen(exports, id);
    await exports.sweep();
    expect(readdirSync(dir)).toStrictEqual([id]);
    now = instant('2025-05-17T02:00:00Z');
    await exports.sweep();
    expect(readdirSync(dir)).toStrictEqual([]);
    await expect(exports.told(viewer, id)).rejects.toMatchObject({ code: 'export/unknown' });
    const other = { ...asked, format: 'xlsx' as const };
    await expect(exports.ask(viewer, 'one', other)).resolves.toMatchObject({ format: 'xlsx' });
    await expect(exports.ask(viewer, 'one', asked)).rejects.toThrow(CommandMismatch);
  });
});

describe('Nobody', () => {
  it('asks for an export', async () => {
    const server = await openTestServer();
    const answers = await Promise.all([
      server.post('/exports', LATE, { authorization: '' }),
      server.get(`/exports/${NONE}/file`, { authorization: '' }),
    ]);
    expect(answers.map(({ status }) => status)).toStrictEqual([401, 401]);
    await server.close();
  });
});
