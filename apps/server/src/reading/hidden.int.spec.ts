import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { listen } from '../testing/listener.ts';
import { eventually, openTestServer, textOf, TOKEN, type TestServer } from '../testing/test-server.ts';

const SECRETARIAT = { 'edict-unit': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };
const LOW = { authorization: 'Bearer low' };

let server: TestServer;
let directive: string;
let task: string;

beforeAll(async () => {
  const everything = [{ capacity: '*', unit: '*', from: null, until: null, source: 'the tests' }] as const;
  const low = { id: 'low', grants: everything, clearance: { level: 'open', compartments: [] } } as const;
  server = await openTestServer(undefined, undefined, { principals: [low] });
  await server.app.listen(0, '127.0.0.1');
  const text = await textOf('conclusion-155-kl-tw.yaml');
  const document = text.replace('classification: open', 'classification: internal');
  const said = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const { body } = await server.post('/directives', said, SECRETARIAT);
  directive = (body as { stream: string }).stream.replace('directive-', '');
  const tasks = (await eventually(
    () => server.all(`/directives/${directive}/tasks`),
    ({ length }) => length === 512,
  )) as readonly { id: string; unit: string | null }[];
  task = tasks.find(({ unit }) => unit === GOVERNMENT['edict-unit'])!.id;
});
afterAll(() => server.close());

describe('Whoever is not cleared for a directive', () => {
  it.each([
    '/directives',
    '/tasks',
    '/inbox',
    '/matters',
    '/notices',
    '/standing-units',
    '/attachments',
    '/search?q=155',
  ])('finds nothing of it in %s', async (list) => {
    expect(await server.all(list, { ...LOW, ...GOVERNMENT })).toStrictEqual([]);
    const { headers } = await server.get(list, { ...LOW, ...GOVERNMENT });
    expect(headers).not.toHaveProperty('link');
  });

  it('finds it nowhere counted', async () => {
    expect((await server.get('/counts?by=state', LOW)).body).toMatchObject({ total: 0, groups: [] });
    expect((await server.get('/counts?by=state')).body).toMatchObject({ total: 512 });
  });

  it('finds it in no figure and in no report', async () => {
    expect((await server.get('/statistics', LOW)).body).toMatchObject({ openInTime: 0, fellDue: 0, percentDone: null });
    expect((await server.get('/statistics')).body).toMatchObject({ openInTime: 3 });
    for (const kind of ['statistics', 'late', 'unit-form', 'coverage']) {
      const { body } = await server.get(`/reports/${kind}`, LOW);
      expect(body).toMatchObject({ calendars: [] });
      expect((await server.get(`/reports/${kind}?directiveId=${directive}`, LOW)).body).toStrictEqual({
        ...(body as object),
        directiveId: directive,
      });
      expect(
        (body as { sheets: { name: string; rows: unknown[] }[] }).sheets.filter(
          ({ name, rows }) => name !== 'Figures' && rows.length > 0,
        ),
      ).toStrictEqual([]);
    }
  });

  it('finds it in no file that is made for them', async () => {
    const asked = { kind: 'unit-form', format: 'csv' };
    const files = [LOW, {}].map(async (headers) => {
      const { id } = (await server.post('/exports', asked, headers)).body as Readonly<{ id: string }>;
      const { body } = await eventually(
        () => server.get(`/exports/${id}/file`, headers),
        ({ status }) => status === 200,
      );
      return String(body).split('\n').length;
    });
    const [low, all] = await Promise.all(files);
    expect([low! < 4, all! > 512]).toStrictEqual([true, true]);
  });

  it.each(['tasks', 'clauses', 'coverage', 'findings', 'history'])(
    'is told of its %s what is told of none at all',
    async (part) => {
      const hidden = await server.get(`/directives/${directive}/${part}`, LOW);
      const absent = await server.get(`/directives/00000000-0000-4000-8000-000000000000/${part}`, LOW);
      expect(hidden.status).toBe(404);
      expect(hidden.body).toStrictEqual(absent.body);
    },
  );

  it('hears nothing of it, though others do', async () => {
    const url = await server.app.getUrl();
    const [low, high] = await Promise.all(
      [LOW, { authorization: `Bearer ${TOKEN}` }].map((who) => listen(`${url}/events?about=all`, { ...who })),
    );
    expect([low!.status, high!.status]).toStrictEqual([200, 200]);
    await server.post(`/tasks/${task}/acknowledge`, { assignment: 1 }, GOVERNMENT);
    const document = 'units:\n  - {id: open-unit, kind: unit, level: ministry, parent: null, names: {en: X}}\n';
    await server.post('/units', { document }, { 'edict-capacity': 'secretariat' });
    const isUnit = ({ data }: { data?: unknown }) =>
      (data as { stream?: string } | undefined)?.stream === 'unit-open-unit';
    const streams = async (listener: typeof low) =>
      (await listener!.until(isUnit)).flatMap(({ event, data }) =>
        event === 'change' ? [(data as { stream: string }).stream] : [],
      );
    expect(await streams(low)).toStrictEqual(['unit-open-unit']);
    expect(await streams(high)).toContain(`task-${task}`);
    for (const listener of [low, high]) listener!.leave();
  });

  it('attaches nothing to it, as if there were nothing', async () => {
    const headers = {
      ...LOW,
      ...GOVERNMENT,
      'content-type': 'application/octet-stream',
      'edict-file-name': 'a.txt',
      'edict-classification': 'internal',
    };
    const answer = await server.post(`/attachments?about=task-${task}`, 'a text', headers);
    expect(answer).toMatchObject({ status: 404, body: { code: 'attachment/unknown' } });
  });
});
