import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, issued155, openTestServer, type TestServer } from '../testing/test-server.ts';

const UNIT = 'central-organising-commission';
const as = (capacity: string) => ({ 'edict-unit': UNIT, 'edict-capacity': capacity });
const FINDING = { ref: '3.b5-2', finding: 'Of three reports that were due, one is there.' };
type Found = Readonly<{ code: string; ref: string; message: string }>;

describe('What an inspection found, over HTTP', () => {
  let server: TestServer;
  let directive: string;
  const record = (body: object, headers: Readonly<Record<string, string>>) =>
    server.post(`/directives/${directive}/findings`, body, headers);
  const found = async () =>
    ((await server.all(`/directives/${directive}/findings`)) as readonly Found[]).filter(
      ({ code }) => code === 'inspection',
    );

  beforeAll(async () => {
    server = await openTestServer();
    directive = await issued155(server);
    server.setTime('2025-06-04T02:00:00Z');
  });
  afterAll(() => server.close());

  it.each(['officer', 'secretariat', 'standingUnit', 'leader', 'administrator'])(
    'is not recorded by a %s',
    async (capacity) => expect(await record(FINDING, as(capacity))).toMatchObject({ status: 403 }),
  );

  it.each([
    [{}, 400, 'request/invalid'],
    [{ finding: '' }, 400, 'request/invalid'],
    [{ ...FINDING, ref: 'a b' }, 400, 'request/invalid'],
    [{ ...FINDING, by: 'me' }, 400, 'request/invalid'],
    [{ ...FINDING, ref: '9.9' }, 409, 'directive/no-such-place'],
    [{ ...FINDING, occurredAt: '2025-05-17T02:00:00Z' }, 422, 'act/without-evidence'],
  ])('is refused as %j', async (body, status, code) => {
    const before = await found();
    expect(await record(body, as('inspector'))).toMatchObject({ status, body: { code } });
    expect(await found()).toStrictEqual(before);
  });

  it('is recorded by an inspector and by an auditor, and stands among the findings and in the history', async () => {
    expect(await record(FINDING, as('inspector'))).toMatchObject({ status: 201 });
    expect(await record({ finding: 'Nobody keeps the minutes.' }, as('auditor'))).toMatchObject({ status: 201 });
    const all = await eventually(found, ({ length }) => length === 2);
    expect(all).toStrictEqual([
      { code: 'inspection', ref: '3.b5-2', message: `${UNIT}: ${FINDING.finding}` },
      { code: 'inspection', ref: 'conclusion-155-kl-tw', message: `${UNIT}: Nobody keeps the minutes.` },
    ]);
    const history = (await server.all(`/directives/${directive}/history`)) as readonly object[];
    expect(history).toContainEqual(
      expect.objectContaining({
        type: 'FindingRecorded',
        data: { ...FINDING, unit: UNIT, capacity: 'inspector', evidence: null },
      }),
    );
  });

  describe('as it was known at a moment', () => {
    const at = (asOf: string) => server.get(`/directives/${directive}/findings?asOf=${asOf}`);
    const allAt = async (asOf: string) =>
      (await server.all(`/directives/${directive}/findings?asOf=${asOf}`)) as readonly Found[];
    const inspected = async (asOf: string) => {
      return (await allAt(asOf)).filter(({ code }) => code === 'inspection').map(({ ref }) => ref);
    };
    const later = { ref: '7', finding: 'Both have reported.' };

    beforeAll(async () => {
      server.setTime('2025-06-10T02:00:00Z');
      expect(await record(later, as('inspector'))).toMatchObject({ status: 201 });
      server.setTime('2025-06-12T02:00:00Z');
      const late = { ...FINDING, finding: 'Two are.', occurredAt: '2025-06-11T02:00:00Z', evidence: 'Minutes' };
      expect(await record(late, as('auditor'))).toMatchObject({ status: 201 });
      await eventually(found, ({ length }) => length === 4);
    });

    it.each([
      ['2025-05-17T00:00:00Z', []],
      ['2025-06-04T01:59:59.999Z', []],
      ['2025-06-04T02:00:00Z', ['3.b5-2', 'conclusion-155-kl-tw']],
      ['2025-06-06T02:00:00Z', ['3.b5-2', 'conclusion-155-kl-tw']],
      ['2025-06-10T02:00:00Z', ['3.b5-2', 'conclusion-155-kl-tw', '7']],
      ['2025-06-11T12:00:00Z', ['3.b5-2', 'conclusion-155-kl-tw', '7']],
      ['2025-06-12T01:59:59.999Z', ['3.b5-2', 'conclusion-155-kl-tw', '7']],
      ['2025-06-12T02:00:00Z', ['3.b5-2', 'conclusion-155-kl-tw', '7', '3.b5-2']],
    ])('at %s is what was recorded by then, not what had occurred', async (asOf, refs) =>
      expect(await inspected(asOf)).toStrictEqual(refs),
    );

    it('stands beside what the text leaves open, which was always known', async () => {
      const ofText = async (asOf: string) => (await allAt(asOf)).filter(({ code }) => code !== 'inspection');
      const open = await ofText('2025-06-12T02:00:00Z');
      expect(open.length).toBeGreaterThan(0);
      expect(await ofText('2025-05-17T00:00:00Z')).toStrictEqual(open);
    });

    it('comes page by page, of that moment also while more is recorded', async () => {
      const asOf = '2025-06-10T02:00:00Z';
      const refs: Found[] = [];
      for (let cursor = ''; ;) {
        const page = await at(`${asOf}&limit=2${cursor}`);
        const { items, next } = page.body as Readonly<{ items: readonly Found[]; next: string | null }>;
        refs.push(...items);
        if (next === null) break;
        cursor = `&cursor=${encodeURIComponent(next)}`;
      }
      expect(refs).toStrictEqual(await allAt(asOf));
    });

    it.each([
      ['2025-05-15T00:00:00Z', 404],
      ['yesterday', 400],
      ['', 400],
    ])('is not told of %s', async (asOf, status) => expect((await at(asOf)).status).toBe(status));
  });

  it('is of a directive that is there', async () => {
    const nowhere = await server.post(
      '/directives/377382a2-872e-52f5-a595-b42487faf286/findings',
      FINDING,
      as('inspector'),
    );
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'directive/unknown' } });
  });
});
