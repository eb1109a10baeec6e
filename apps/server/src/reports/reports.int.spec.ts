import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@edict/client';
import { fileOf, MACHINE, reportOf, reportText, type ReportKind } from '@edict/engine';
import { MemoryAccessLog } from '@edict/adapter-memory';

import { mediaTypeOf } from '../attachments/media-type.ts';
import { eventually, openTestServer, textOf, TOKEN, type TestServer } from '../testing/test-server.ts';

const SECRETARIAT = { 'edict-unit': 'secretariat' };
const ACADEMY = { 'edict-unit': 'ho-chi-minh-national-academy-of-politics' };
const POLITBURO = { 'edict-unit': 'politburo' };
const KINDS = ['statistics', 'late', 'unit-form', 'coverage', 'piling-up', 'passing'] as const;
const PUBLISHED = '2025-07-05T02:00:00.000Z';

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('Reports over HTTP', () => {
  let server: TestServer;
  let url: string;
  const log = new MemoryAccessLog('tests');
  /** What was published in July. */
  const then = new Map<ReportKind, readonly string[]>();

  const quiet = () =>
    eventually(
      async () => (await server.get('/health')).body as { head: string; subscribers: { reached: string }[] },
      ({ head, subscribers }) => subscribers.every(({ reached }) => reached === head),
    );
  /** The clock stands still: what is due by now has rung before anything is published, and what follows from it is there. */
  const settled = async (): Promise<void> => {
    do await quiet();
    while ((await server.access.engine.ring()).rung > 0);
    await quiet();
  };
  const bytesOf = (path: string) =>
    connect({ url, token: TOKEN, unit: 'secretariat' }).download(path as '/reports/{kind}/file', {} as never);
  const published = async (kind: ReportKind, asOf: string): Promise<readonly string[]> => {
    const { body } = await server.get(`/reports/${kind}${asOf}`, SECRETARIAT);
    const files = ['csv', 'xlsx'].map((as) => bytesOf(`/reports/${kind}/file?format=${as}${asOf.replace('?', '&')}`));
    return [reportText(body), ...(await Promise.all(files)).map(digestOf)];
  };

  beforeAll(async () => {
    server = await openTestServer(undefined, undefined, { accessLog: log });
    await server.app.listen(0, '127.0.0.1');
    url = await server.app.getUrl();
    const document = (await textOf('conclusion-155-kl-tw.yaml')).replace(
      'classification: open',
      'classification: internal',
    );
    const said = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const { body } = await server.post('/directives', said, SECRETARIAT);
    const directive = (body as { stream: string }).stream.replace('directive-', '');
    const tasks = await eventually(
      () => server.all(`/directives/${directive}/tasks`) as Promise<readonly { ref: string; id: string }[]>,
      ({ length }) => length === 512,
    );
    const { id } = tasks.find(({ ref }) => ref === '5.b3-1')!;
    server.setTime('2025-06-04T02:00:00Z');
    await server.post(`/tasks/${id}/submit`, { assignment: 1, report: '=Held.' }, ACADEMY);
    await server.post(`/tasks/${id}/accept`, { submission: 1 }, POLITBURO);
    server.setTime(PUBLISHED);
    await settled();
    for (const kind of KINDS) then.set(kind, await published(kind, ''));
    server.setTime('2025-09-05T02:00:00Z');
    await settled();
  });
  afterAll(() => server.close());

  it.each(KINDS)(
    'give %s of a past date as it was published then, byte for byte, as JSON, CSV and XLSX',
    async (kind) => {
      expect(await published(kind, `?asOf=${PUBLISHED}`)).toStrictEqual(then.get(kind));
      expect(await published(kind, '')).not.toStrictEqual(then.get(kind));
    },
  );

  it('are those that the engine makes, and open as what they are', async () => {
    const report = await reportOf(server.access.engine.reader.as(MACHINE), { kind: 'late' });
    const xlsx = await bytesOf('/reports/late/file?format=xlsx');
    expect(digestOf(xlsx)).toBe(digestOf(fileOf(report, 'xlsx').content));
    const inspected = {
      bytes: xlsx.length,
      read: async (from: number, size: number) => xlsx.subarray(from, from + size),
    };
    // The strict reader of attachments takes it for what it is called.
    expect(await mediaTypeOf(inspected as never, 'late.xlsx')).toContain('spreadsheetml');
    const csv = Buffer.from(await bytesOf('/reports/unit-form/file?format=csv')).toString();
    expect(csv).toContain(",'=Held.,");
  });

  it('are saved under a name that says of when they are', async () => {
    const { headers } = await server.get(`/reports/late/file?format=csv&asOf=${PUBLISHED}`, SECRETARIAT);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('filename="late-2025-07-05T02-00-00-000Z.csv"');
  });

  it('count in the index what they list', async () => {
    const { body: counted } = await server.get('/statistics', SECRETARIAT);
    const { body } = await server.get('/reports/statistics', SECRETARIAT);
    const { statistics } = (body as { figures: { statistics: Record<string, unknown> } }).figures;
    expect(counted).toMatchObject({ doneLate: 1, formula: 'statistics@1', rounding: 'half-up-1' });
    for (const [name, value] of Object.entries(counted as Record<string, unknown>))
      if (name in statistics) expect([name, statistics[name]]).toStrictEqual([name, value]);
  });

  it('that are taken out stand in the access log, and so does who counts what is classified', async () => {
    const of = async (act: string) => (await log.read({}, 10_000)).filter((each) => each.act === act);
    await server.get('/statistics', SECRETARIAT);
    await bytesOf('/reports/late/file?format=csv');
    await eventually(
      () => of('GET /reports/:kind/file'),
      (found) => found.some(({ about }) => about === 'report-late'),
    );
    const counted = await eventually(
      () => of('GET /statistics'),
      ({ length }) => length > 0,
    );
    expect(counted[0]).toMatchObject({ rank: 1, about: expect.stringMatching(/^directive-/) });
  });

  it.each([
    ['/reports/everything', 400, 'request/invalid'],
    ['/reports/late?asOf=yesterday', 400, 'request/invalid'],
    ['/reports/late?unit=No%20Unit', 400, 'request/invalid'],
    ['/reports/late/file', 400, 'request/invalid'],
    ['/reports/late/file?format=exe', 400, 'request/invalid'],
    ['/reports/constructor', 400, 'request/invalid'],
    ['/reports/late?asOf=2025-12-01T00:00:00Z', 422, 'reading/in-the-future'],
  ])('refuse %s', async (path, status, code) =>
    expect(await server.get(path, SECRETARIAT)).toMatchObject({ status, body: { code } }),
  );
});
