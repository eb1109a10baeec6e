import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type Client } from '@edict/client';
import { reportText, type Report } from '@edict/engine';

import { eventually, openTestServer, textOf, TOKEN, type Answer, type TestServer } from '../testing/test-server.ts';

const SECRETARIAT = { 'edict-unit': 'secretariat', 'edict-capacity': 'secretariat' };
const ACADEMY = { 'edict-unit': 'ho-chi-minh-national-academy-of-politics' };
const KEYS = ['total', 'cadres', 'civilServants', 'publicEmployees', 'workers'];
const filled = (...values: readonly (string | number)[]) => values.map((value, n) => ({ key: KEYS[n], value }));
const WHOLE = filled('12 874', '87', '2382', '9757', '648');
const RETIRING = filled(747, 27, 287, 311, 122);
const PUBLISHED = '2025-06-10T02:00:00.000Z';
const ON = '2025-06-04';

describe('Forms over HTTP', () => {
  let server: TestServer;
  let client: Client;
  let directive: string;
  let tasks: readonly { ref: string; id: string; unit: string | null }[];

  const settled = () =>
    eventually(
      async () => (await server.get('/health')).body as { head: string; subscribers: { reached: string }[] },
      ({ head, subscribers }) => subscribers.every(({ reached }) => reached === head),
    );
  const taskOf = (ref: string) => tasks.find((each) => each.ref === ref)!;
  const fill = (ref: string, body: object, headers: Readonly<Record<string, string>> = ACADEMY) =>
    server.post(`/tasks/${taskOf(ref).id}/forms`, { form: 'staff-at-the-merger', on: ON, ...body }, headers);
  const fieldsOf = ({ body }: Answer) =>
    (body as { errors?: readonly { pointer: string; rule: string }[] }).errors?.map(
      ({ pointer, rule }) => `${pointer} ${rule}`,
    );
  const reportOf = async (query: string) =>
    (await server.get(`/reports/form?form=staff-at-the-merger&on=${ON}${query}`, SECRETARIAT)).body as Report;
  const bytesOf = async (format: string, query: string): Promise<string> => {
    const path = `/reports/form/file?format=${format}&form=staff-at-the-merger&on=${ON}${query}`;
    return createHash('sha256')
      .update(await client.download(path as '/reports/{kind}/file', {} as never))
      .digest('hex');
  };

  beforeAll(async () => {
    server = await openTestServer();
    await server.app.listen(0, '127.0.0.1');
    client = connect({ url: await server.app.getUrl(), token: TOKEN, unit: 'secretariat' });
    const rules = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const said = { document: await textOf('conclusion-155-kl-tw.yaml'), ...rules };
    const { body } = await server.post('/directives', said, { 'edict-unit': 'secretariat' });
    directive = (body as { stream: string }).stream.replace('directive-', '');
    tasks = await eventually(
      () => server.all(`/directives/${directive}/tasks`) as Promise<typeof tasks>,
      ({ length }) => length === 512,
    );
    server.setTime('2025-06-04T02:00:00Z');
    const form = { document: await textOf('form-staff-at-the-merger.yaml') };
    expect(await server.post('/references', form, SECRETARIAT)).toMatchObject({ status: 201 });
  });
  afterAll(() => server.close());

  it('are filled in with the report on a task, and keep apart what is keyed apart', async () => {
    const answer = await fill('5.b3-1', { values: WHOLE });
    expect(answer).toMatchObject({ status: 201 });
    await settled();
    const id = (answer.body as { stream: string }).stream.replace('formReport-', '');
    const { body } = await server.get(`/form-reports/${id}`, SECRETARIAT);
    expect(body).toMatchObject({
      form: 'staff-at-the-merger',
      edition: 1,
      task: taskOf('5.b3-1').id,
      unit: ACADEMY['edict-unit'],
      values: { total: 12_874, cadres: 87, civilServants: 2_382, publicEmployees: 9_757, workers: 648 },
      written: WHOLE,
      corrections: 0,
    });
  });

  it('are refused field by field where parts do not add up, with the rule of each', async () => {
    const wrong = await fill('5.b3-1', { values: filled('12 874', '87', '0', '9757', '648') });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'form/wrongly-filled' } });
    expect(fieldsOf(wrong)).toStrictEqual(['/values/0 form/parts-do-not-add-up']);
    expect((wrong.body as { detail: string }).detail).toContain('add up to 10492');
    const commas = await fill('5.b3-1', { values: filled('12,874', '87', '2,382', '9,757', '648') });
    expect(fieldsOf(commas)).toStrictEqual(['/values/0', '/values/2', '/values/3'].map((at) => `${at} form/ambiguous`));
    const uk = await fill('5.b3-1', { values: WHOLE.slice(1) }, { ...ACADEMY, 'accept-language': 'uk' });
    expect(uk.body).toMatchObject({ errors: [{ pointer: '/values', rule: 'form/missing', message: 'не заповнено' }] });
  });

  it.each([
    [{ values: 'none' }, 400, 'request/invalid'],
    [{ values: [{ key: '__proto__', value: 1 }] }, 400, 'request/invalid'],
    [{ values: [{ key: 'total', value: null }] }, 400, 'request/invalid'],
    [{ values: [{ key: 'total', value: '1'.repeat(41) }] }, 400, 'request/invalid'],
    [{ values: Array.from({ length: 2001 }, (_, n) => ({ key: `k${n}`, value: 1 })) }, 400, 'request/invalid'],
    [{ values: Array.from({ length: 2000 }, (_, n) => ({ key: `k${n}`, value: 1 })) }, 422, 'form/wrongly-filled'],
    [{ values: WHOLE, on: '2025-02-30' }, 400, 'request/invalid'],
    [{ values: WHOLE, form: 'no such' }, 400, 'request/invalid'],
    [{ values: WHOLE, form: 'premises' }, 404, 'form/unknown'],
    [{ values: WHOLE, on: '2024-12-31' }, 404, 'form/unknown'],
    [{ values: WHOLE, on: '2025-06-05' }, 422, 'form/in-the-future'],
    [{ values: RETIRING }, 409, 'form/filed-already'],
    [{ values: WHOLE, on: '2025-06-03', occurredAt: '2025-06-04T01:00:00Z' }, 422, 'act/without-evidence'],
  ])('are refused as %j', async (body, status, code) =>
    expect(await fill('5.b3-1', body)).toMatchObject({ status, body: { code } }),
  );

  it('are not for whoever has nothing to do with the task, nor for a task that is not there', async () => {
    const other = await fill('5.b3-1', { values: WHOLE }, { 'edict-unit': 'politburo' });
    expect(other).toMatchObject({ status: 403, body: { code: 'form/not-the-performer' } });
    const said = { form: 'staff-at-the-merger', on: ON, values: WHOLE };
    const nowhere = await server.post('/tasks/00000000-0000-5000-8000-000000000000/forms', said, ACADEMY);
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'task/unknown' } });
  });

  it('add up over units, and list who has filled them in', async () => {
    const provinces = tasks.filter(({ ref, unit }) => ref === taskOf('5.b1-1').ref && unit !== null).slice(0, 2);
    for (const { ref, unit, id } of provinces) {
      const body = { form: 'staff-at-the-merger', on: ON, values: RETIRING };
      const answer = await server.post(`/tasks/${id}/forms`, body, { 'edict-unit': unit! });
      expect([ref, answer.status]).toStrictEqual([ref, 201]);
    }
    await settled();
    const { figures } = await reportOf('');
    expect(figures).toMatchObject({
      filled: 1 + provinces.length,
      units: [ACADEMY['edict-unit'], ...provinces.map(({ unit }) => unit)].toSorted(),
      lines: [
        { key: 'total', total: 12_874 + 747 * provinces.length },
        { key: 'cadres', total: 87 + 27 * provinces.length },
        { key: 'civilServants', total: 2_382 + 287 * provinces.length },
        { key: 'publicEmployees', total: 9_757 + 311 * provinces.length },
        { key: 'workers', total: 648 + 122 * provinces.length },
      ],
    });
    expect(provinces.length).toBe(2);
  });

  it('come out again as they were published, byte for byte, after a correction and a new edition of the form', async () => {
    server.setTime(PUBLISHED);
    const then = [reportText(await reportOf('')), await bytesOf('csv', ''), await bytesOf('xlsx', '')];
    server.setTime('2025-06-12T02:00:00Z');
    const corrected = await fill('5.b3-1', { values: RETIRING, correcting: '=The wrong column.' });
    expect(corrected).toMatchObject({ status: 201 });
    const form = (await textOf('form-staff-at-the-merger.yaml'))
      .replace('version: 1', 'version: 2')
      .replace('Cadres', '=Cadres');
    expect(await server.post('/references', { document: form }, SECRETARIAT)).toMatchObject({ status: 201 });
    await settled();
    const asOf = `&asOf=${PUBLISHED}`;
    expect([reportText(await reportOf(asOf)), await bytesOf('csv', asOf), await bytesOf('xlsx', asOf)]).toStrictEqual(
      then,
    );
    expect(reportText(await reportOf(''))).not.toBe(then[0]);
    const { body } = await server.get(`/form-reports?on=${ON}&task=${taskOf('5.b3-1').id}`, SECRETARIAT);
    expect(body).toMatchObject({ items: [{ corrections: 1, values: { total: 747 } }] });
  });

  it('are owed by whom nothing has come from, as JSON and as a file', async () => {
    const query = `form=staff-at-the-merger&on=${ON}&directiveId=${directive}`;
    const { body } = await server.get(`/reports/form-owed?${query}`, SECRETARIAT);
    const { figures } = body as { figures: { tasks: number; filled: number; owed: readonly { task: string }[] } };
    expect(figures.tasks).toBe(figures.filled + figures.owed.length);
    expect(figures.filled).toBe(3);
    expect(figures.owed.map(({ task }) => task)).not.toContain(taskOf('5.b3-1').id);
    const one = await server.get(`/reports/form-owed?${query}&ref=5.b3-1`, SECRETARIAT);
    expect(one.body).toMatchObject({ figures: { tasks: 1, filled: 1, owed: [] } });
    const path = `/reports/form-owed/file?format=csv&${query}`;
    const csv = Buffer.from(await client.download(path as '/reports/{kind}/file', {} as never)).toString();
    expect(csv.split('\r\n').length).toBe(figures.owed.length + 2);
    expect(csv).toContain('Unit,Task,Name,Period,State');
  });

  it('are safe to open: no cell of the file is a formula', async () => {
    const path = `/reports/form/file?format=csv&form=staff-at-the-merger&on=${ON}`;
    const csv = Buffer.from(await client.download(path as '/reports/{kind}/file', {} as never)).toString();
    expect(csv).toContain("'=Cadres (cadres)");
    expect(csv).toContain('Civil servants (civilServants),Public employees (publicEmployees)');
    expect(csv.split('\r\n').at(-2)).toMatch(/^TOTAL,/);
  });

  it('are told apart by their history, with the reason of each correction', async () => {
    const { body } = await server.get(`/form-reports?on=${ON}&task=${taskOf('5.b3-1').id}`, SECRETARIAT);
    const [{ id }] = (body as { items: [{ id: string }] }).items;
    const history = await server.all(`/form-reports/${id}/history`);
    expect(history).toMatchObject([
      { type: 'FormReportFiled', data: { values: { total: 12_874 } } },
      {
        type: 'FormReportCorrected',
        data: { from: { total: 12_874 }, values: { total: 747 }, reason: '=The wrong column.' },
      },
    ]);
  });

  it('are filled in as well where a directive is rehearsed', async () => {
    const line = { at: '2025-05-20T09:00', as: 'government-party-committee', do: 'fill-form', task: '3.b5-2' };
    const values = (total: string) => `total=${total}; cadres=27; civilServants=287; publicEmployees=311; workers=122`;
    const of = { form: 'staff-at-the-merger', on: '2025-05-19' };
    const script = [
      { ...line, ...of, values: values('747') },
      { ...line, ...of, at: '2025-05-20T10:00', values: values('748') },
    ];
    const document = await textOf('conclusion-155-kl-tw.yaml');
    const span = { policyId: 'vn-party', calendarId: 'vn-working-days', from: '2025-05-16', until: '2025-05-21' };
    const said = { document, ...span, script: JSON.stringify(script) };
    const { body } = await server.post('/rehearsals', said, { 'edict-unit': 'politburo' });
    const { refusals } = body as { refusals: readonly { code: string }[] };
    expect(refusals.map(({ code }) => code)).toStrictEqual(['form/wrongly-filled']);
  });

  it.each([
    ['/reports/form', 422, 'report/which-form'],
    ['/reports/form-owed', 422, 'report/which-form'],
    [`/reports/form-owed?form=staff-at-the-merger&on=${ON}`, 422, 'report/which-directive'],
    [`/reports/form-owed?form=staff-at-the-merger&on=${ON}&ref=a%20b`, 400, 'request/invalid'],
    [`/reports/form?form=staff-at-the-merger`, 422, 'report/which-form'],
    [`/reports/form?form=premises&on=${ON}`, 404, 'form/unknown'],
    ['/reports/form?form=No%20form&on=2025-06-04', 400, 'request/invalid'],
    ['/form-reports?on=yesterday', 400, 'request/invalid'],
    ['/form-reports/377382a2-872e-52f5-a595-b42487faf286', 404, 'form/unknown'],
    ['/form-reports/377382a2-872e-52f5-a595-b42487faf286/history', 404, 'form/unknown'],
  ])('%s is refused', async (path, status, code) =>
    expect(await server.get(path, SECRETARIAT)).toMatchObject({ status, body: { code } }),
  );
});
