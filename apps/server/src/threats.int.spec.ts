import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ROUTES } from './access/routes.ts';
import { ADMIN, cookieOf, openPeople, OWN_PAGE, type People } from './testing/people.ts';

/** docs/threats.md says which of these, and of the others, is for which threat. */
let people: People;
let ann: string;
let bob: string;
const reports: string[] = [];

beforeAll(async () => {
  people = await openPeople({ report: (event, facts) => reports.push(JSON.stringify({ event, ...facts })) });
  [ann, bob] = [await people.openPerson('ann'), await people.openPerson('bob')];
});
afterAll(() => people.server.close());

const signedIn = async (login: string) => ({ ...OWN_PAGE, cookie: cookieOf(await people.signIn(login)) });
const inADay = () => new Date(people.now() + 86_400_000).toISOString();

describe('T5: whoever dates back', () => {
  const grant = (more: object = {}) => ({ capacity: 'leader', unit: 'secretariat', basis: 'Order 1', ...more });

  it('gives no authority for a time that has passed', async () => {
    const from = new Date(people.now() - 86_400_000).toISOString();
    const given = await people.server.post(`/accounts/${ann}/grants`, grant({ from }), ADMIN);
    expect(given).toMatchObject({ status: 409, body: { code: 'account/from-the-past' } });
  });

  it('gains nothing by a clock that is put back a day: what is recorded is never before what was', async () => {
    await people.server.post(`/accounts/${ann}/grants`, grant({ until: inADay() }), ADMIN);
    const now = people.now();
    people.setNow(now - 86_400_000);
    await people.server.post(`/accounts/${ann}/grants`, grant({ capacity: 'officer' }), ADMIN);
    people.setNow(now);
    const { body } = await people.server.get(`/accounts/${ann}/history`, ADMIN);
    const at = (body as readonly { at: string }[]).map((line) => line.at);
    expect(at).toStrictEqual(at.toSorted());
    expect(at.at(-1)).toBe(new Date(now).toISOString());
  });
});

describe('T7: whoever has stolen a session', () => {
  it('is seen in the list of its owner, with address and program, and is out when they say so', async () => {
    const [own, stolen] = [await signedIn('ann'), await signedIn('ann')];
    await people.ask('/accounts/me', { headers: stolen });
    const list = (await people.ask('/sessions', { headers: own })).body as readonly Record<string, unknown>[];
    expect(list.every((each) => each['address'] === '127.0.0.1' && 'agent' in each && 'seenAt' in each)).toBe(true);
    const theirs = list.filter(({ current }) => current === false);
    expect(theirs.length).toBeGreaterThan(0);
    for (const { handle } of theirs)
      await people.ask(`/sessions/${handle as string}`, { method: 'DELETE', headers: own });
    expect((await people.ask('/accounts/me', { headers: stolen })).status).toBe(401);
    expect((await people.ask('/accounts/me', { headers: own })).status).toBe(200);
  });

  it('does nothing that weighs heavy with it after a quarter of an hour, nor changes by what its owner is known', async () => {
    const stolen = await signedIn('ann');
    people.later(16);
    const tried = [
      await people.ask('/tokens', { body: { name: 'x', until: inADay() }, headers: stolen }),
      await people.ask('/accounts/me/password', {
        body: { current: 'a guess of the thief', password: 'of the thief himself' },
        headers: stolen,
      }),
    ];
    for (const each of tried) expect(each).toMatchObject({ status: 403, body: { code: 'access/confirm' } });
    expect((await people.signIn('ann')).status).toBe(204);
  });
});

describe('T8: whoever asks for what is somebody else’s, by its id', () => {
  it('is told what they would be told of nothing', async () => {
    const headers = await signedIn('ann');
    const theirs = (await people.ask(`/accounts/${bob}`, { headers })).body;
    const nobody = (await people.ask('/accounts/00000000-0000-4000-8000-000000000000', { headers })).body;
    expect(theirs).toMatchObject({ status: 404, code: 'account/unknown' });
    expect(theirs).toStrictEqual(nobody);
    expect((await people.ask('/accounts', { headers })).body).toMatchObject([{ id: ann }]);
  });

  it('ends no session and revokes no token of theirs', async () => {
    const [mine, theirs] = [await signedIn('ann'), await signedIn('bob')];
    const [{ handle } = { handle: '' }] = (await people.ask('/sessions', { headers: theirs })).body as {
      handle: string;
    }[];
    const made = await people.ask('/tokens', { body: { name: 'x', until: inADay() }, headers: theirs });
    const { id: token } = made.body as { id: string };
    expect((await people.ask(`/sessions/${handle}`, { method: 'DELETE', headers: mine })).status).toBe(404);
    const revoked = await people.ask(`/tokens/${token}/revoke`, { body: { account: bob }, headers: mine });
    expect(revoked.status).toBe(403);
    expect((await people.ask('/sessions', { headers: theirs })).status).toBe(200);
  });

  it('sees of an account the fields that are for them: an auditor no login, and nothing by which somebody signs in', async () => {
    const shown = (await people.server.get(`/accounts/${bob}`, { 'edict-capacity': 'auditor' })).body as object;
    expect(Object.keys(shown)).toStrictEqual(['id', 'kind', 'name', 'disabled', 'grants', 'clearance', 'tokens']);
    const own = (await people.ask('/accounts/me', { headers: await signedIn('bob') })).body as object;
    expect(Object.keys(own)).toContain('means');
  });
});

describe('T13: whoever writes a formula where a name should be', () => {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
  };

  it('reaches a spreadsheet by a report or its export alone, whose cells are guarded, or by a file that comes back as it came', () => {
    const answers = Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.values(verbs)
        .flatMap(({ responses }) => Object.values(responses))
        .flatMap(({ content = {} }) => Object.keys(content).map((type) => `${path} ${type}`)),
    );
    expect(
      [...new Set(answers)].filter((each) => !/ application\/(problem\+)?json$/.test(each)).toSorted(),
    ).toStrictEqual([
      '/attachments/{id}/content application/octet-stream',
      '/calendars/{unit}/{file} text/calendar',
      '/events text/event-stream',
      '/exports/{id}/file application/octet-stream',
      '/metrics text/plain',
      '/reports/{kind}/file application/octet-stream',
    ]);
  });
});

describe('T16: whoever knocks', () => {
  it('is told in the log of the server each time, and never by what they tried', async () => {
    reports.length = 0;
    await people.signIn('ann', { password: 'the-wrong-password-of-ann' });
    await people.signIn('ann');
    expect(reports.map((line) => (JSON.parse(line) as { event: string }).event)).toStrictEqual([
      'sign-in-refused',
      'signed-in',
    ]);
    expect(reports.join()).not.toMatch(/the-wrong-password|three words|ann"/);
  });

  it('where they may not is told there as well: who, what, and why not', async () => {
    reports.length = 0;
    expect((await people.ask('/accounts', { body: {}, headers: await signedIn('ann') })).status).toBe(403);
    expect(reports.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ event: 'act-refused', account: ann, act: 'OpenAccount', address: '127.0.0.1' }),
    );
  });

  it.each<[string, string, Readonly<Record<string, string>>, string, string]>([
    [
      'with a forged token',
      '/inbox',
      { authorization: 'Bearer forged-secret' },
      'token-refused',
      'access/unauthorized',
    ],
    ['with what is no request', '/inbox?limit=forged-secret', {}, 'request-refused', 'request/invalid'],
    ['with a forged place in a list', '/inbox?after=forged-secret', {}, 'request-refused', 'request/invalid'],
  ])('and whoever tries the controls %s, without what they sent', async (_, path, headers, ...[event, code]) => {
    const own = 'authorization' in headers ? headers : await signedIn('ann');
    reports.length = 0;
    expect((await people.ask(path, { headers: { ...own, ...headers } })).status).toBeLessThan(500);
    expect(reports.map((line) => JSON.parse(line) as object)).toStrictEqual([
      expect.objectContaining({ event, code, route: 'GET /inbox', address: '127.0.0.1' }),
    ]);
    expect(reports.join()).not.toContain('forged-secret');
  });

  it('and whoever tries what a rule forbids', async () => {
    reports.length = 0;
    const from = new Date(people.now() - 86_400_000).toISOString();
    const grant = { capacity: 'leader', unit: 'secretariat', basis: 'Order 1', from };
    expect((await people.server.post(`/accounts/${ann}/grants`, grant, ADMIN)).status).toBe(409);
    expect(reports.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ event: 'act-refused', code: 'account/from-the-past', act: 'GiveGrant' }),
    );
  });
});

describe('T19: an administrator', () => {
  it('reads no content, by whatever route', async () => {
    const content = Object.entries(ROUTES).filter(([route, act]) => act === 'ReadContent' && route.startsWith('GET'));
    expect(content.length).toBeGreaterThan(20);
    for (const [route] of content) {
      const url = route.slice('GET '.length).replaceAll(/:\w+/g, 'task-00000000-0000-4000-8000-000000000000');
      expect({ url, ...(await people.server.get(url, ADMIN)) }).toMatchObject({
        status: 403,
        body: { code: 'act/not-in-this-capacity' },
      });
    }
  });

  it('does not become the operator, nor a machine, by inviting themselves to what those may do', async () => {
    const { server } = people;
    const machine = await server.post('/accounts', { kind: 'machine', name: 'Importer' }, ADMIN);
    const admin = await people.openPerson('chi');
    await people.grant(admin, 'administrator', 'installation');
    const headers = { ...(await signedIn('chi')), ...ADMIN };
    for (const id of ['local', (machine.body as { id: string }).id])
      expect(await people.ask(`/accounts/${id}/invite`, { body: { reason: 'x' }, headers })).toMatchObject({
        ...{ status: 409, body: { code: 'account/not-a-person' } },
      });
    const from = { means: ['invitation'], address: '127.0.0.1', agent: '' };
    const session = await server.access.sessions.begin('local', from, server.access.now());
    const asOperator = { headers: { ...OWN_PAGE, cookie: `__Host-edict=${session}` } };
    expect((await people.ask('/directives', asOperator)).status).toBe(401);
  });

  it('gives themselves nothing, and is never given content beside', async () => {
    const admin = await people.openPerson('root');
    const grant = (capacity: string, unit: string) => people.grant(admin, capacity, unit);
    expect((await grant('administrator', 'installation')).status).toBe(200);
    expect(await grant('officer', 'secretariat')).toMatchObject({
      status: 409,
      body: { code: 'account/duties-apart' },
    });
    const headers = { ...(await signedIn('root')), ...ADMIN };
    const body = { capacity: 'officer', unit: 'secretariat', basis: 'Myself' };
    expect(await people.ask(`/accounts/${admin}/grants`, { body, headers })).toMatchObject({ status: 403 });
  });
});
