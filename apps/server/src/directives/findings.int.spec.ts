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

  it('is of a directive that is there', async () => {
    const nowhere = await server.post(
      '/directives/377382a2-872e-52f5-a595-b42487faf286/findings',
      FINDING,
      as('inspector'),
    );
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'directive/unknown' } });
  });
});
