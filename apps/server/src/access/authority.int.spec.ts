import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ADMIN, cookieOf, OWN_PAGE, openPeople, PASSWORD, type People } from '../testing/people.ts';
import { TOKEN } from '../testing/test-server.ts';

const MINISTRY = 'government-party-committee';
const ACADEMY = 'ho-chi-minh-national-academy-of-politics';

let people: People;
let server: People['server'];

beforeAll(async () => {
  people = await openPeople();
  ({ server } = people);
});
afterAll(() => server.close());

const by = (cookie: string) => ({ ...OWN_PAGE, cookie });
const later = (minutes: number): void => people.later(minutes);
const ask: People['ask'] = (url, sent) => people.ask(url, sent);
const openPerson: People['openPerson'] = (login) => people.openPerson(login);
const signIn: People['signIn'] = (login, more) => people.signIn(login, more);
const grant: People['grant'] = (id, capacity, unit) => people.grant(id, capacity, unit);

describe('A token', () => {
  const until = () => new Date(people.now() + 86_400_000).toISOString();
  const make = async (body: object, headers: Record<string, string> = ADMIN) => {
    const answer = await server.post('/tokens', { name: 'Import', until: until(), ...body }, headers);
    return { ...answer, made: answer.body as { id: string; secret: string } };
  };
  const openMachine = async () => {
    const opened = await server.post('/accounts', { kind: 'machine', name: 'Importer' }, ADMIN);
    expect(opened.body).toMatchObject({ invitation: null });
    return (opened.body as { id: string }).id;
  };
  const bearer = (secret: string, more: Record<string, string> = {}) => ({
    headers: { authorization: `Bearer ${secret}`, ...more },
  });

  it('is told once, is in the log and in the lists by its id, and is revoked at once', async () => {
    const account = await openMachine();
    await grant(account, 'officer', MINISTRY);
    const { status, made } = await make({ account });
    expect(status).toBe(201);
    expect((await ask('/inbox', bearer(made.secret))).status).toBe(200);
    const history = JSON.stringify((await server.get(`/accounts/${account}/history`, ADMIN)).body);
    expect(history).toContain(made.id);
    expect(history).not.toContain(made.secret);
    const revoked = await server.post(`/tokens/${made.id}/revoke`, { account }, ADMIN);
    expect(revoked.status).toBe(200);
    expect((await ask('/inbox', bearer(made.secret))).status).toBe(401);
  });

  it('ends when it ends', async () => {
    const account = await openMachine();
    const { made } = await make({ account });
    later(24 * 60 - 1);
    expect((await ask('/accounts/me', bearer(made.secret))).status).toBe(200);
    later(1);
    expect((await ask('/accounts/me', bearer(made.secret))).status).toBe(401);
  });

  it('for reading changes nothing', async () => {
    const { made } = await make({ reading: true }, {});
    expect((await ask('/directives', bearer(made.secret))).status).toBe(200);
    const body = { document: 'units: []' };
    expect(await ask('/units', { body, ...bearer(made.secret, { 'edict-capacity': 'secretariat' }) })).toMatchObject({
      status: 403,
      body: { code: 'access/read-only' },
    });
  });

  it('is good for what it names, also where its account may do everything', async () => {
    const { made } = await make({ capacities: ['officer'], units: [MINISTRY] }, {});
    const inbox = (unit: string, capacity = 'officer') =>
      ask('/inbox', bearer(made.secret, { 'edict-unit': unit, 'edict-capacity': capacity }));
    expect((await inbox(MINISTRY)).status).toBe(200);
    expect(await inbox(ACADEMY)).toMatchObject({ status: 403, body: { code: 'access/not-granted' } });
    expect((await inbox(MINISTRY, 'secretariat')).status).toBe(403);
  });

  it('makes none that is good for more than it is, or for longer', async () => {
    const own = { capacities: ['officer'], units: [MINISTRY] };
    const { made } = await make(own, {});
    const by = async (body: object) =>
      ask('/tokens', { body: { name: 'Another', until: until(), ...own, ...body }, ...bearer(made.secret) });
    const refused = { status: 403, body: { code: 'token/not-yours' } };
    expect((await by({})).status).toBe(201);
    expect(await by({ units: undefined })).toMatchObject(refused);
    expect(await by({ capacities: ['officer', 'secretariat'] })).toMatchObject(refused);
    expect(await by({ until: new Date(people.now() + 2 * 86_400_000).toISOString() })).toMatchObject(refused);
  });

  it('of the data folder signs in nobody where that is switched off', async () => {
    const { Access } = await import('./access.ts');
    const off = new Access(server.access.engine, server.access.store, { ceiling: 'internal', localToken: false });
    const shown = { authorization: `Bearer ${TOKEN}`, cookie: undefined };
    expect(await off.authenticate(shown)).toBeUndefined();
    expect(await server.access.authenticate(shown)).toBeDefined();
  });
});

describe('By whose authority', () => {
  it('somebody acts, and acted, is told with the event in which it was given', async () => {
    const id = await openPerson('dao');
    const cookie = by(cookieOf(await signIn('dao')));
    const inbox = (unit: string) => ask('/inbox', { headers: { ...cookie, 'edict-unit': unit } });
    expect((await inbox(MINISTRY)).status).toBe(403);
    expect((await grant(id, 'officer', MINISTRY)).status).toBe(200);
    const then = new Date(people.now()).toISOString();
    expect((await inbox(MINISTRY)).status).toBe(200);
    expect((await inbox(ACADEMY)).status).toBe(403);
    later(1);
    expect((await server.post(`/accounts/${id}/grants/1/withdraw`, { reason: 'Moved' }, ADMIN)).status).toBe(200);
    expect((await inbox(MINISTRY)).status).toBe(403);
    const authority = (at: string) =>
      server.get(`/accounts/${id}/authority?capacity=officer&unit=${MINISTRY}&at=${at}`, ADMIN);
    expect((await authority(then)).body).toMatchObject([
      {
        grant: { capacity: 'officer', source: `account-${id}#1` },
        given: { type: 'GrantGiven', actor: { id: 'local', capacity: 'administrator' }, data: { basis: 'Order 12' } },
      },
    ]);
    expect((await authority(new Date(people.now()).toISOString())).body).toStrictEqual([]);
  });

  it('the holder of an office acts, and whoever stands in, as long as they do', async () => {
    const [eva, fan] = [await openPerson('eva'), await openPerson('fan')];
    const office = { unit: ACADEMY, capacity: 'secretariat', title: 'Chief of office' };
    const established = await server.post('/offices', office, ADMIN);
    expect(established.status).toBe(201);
    const { stream } = established.body as { stream: string };
    const path = `/offices/${stream.replace('office-', '')}`;
    const appoint = (account: string, as: string, more: object = {}) =>
      server.post(`${path}/appointments`, { account, as, basis: 'Decision 4', ...more }, ADMIN);
    const until = new Date(people.now() + 10 * 60_000).toISOString();
    expect((await appoint(eva, 'holder')).status).toBe(200);
    expect((await appoint(fan, 'substitute', { until })).status).toBe(200);
    const units = async (login: string) =>
      ask('/units', { headers: { ...by(cookieOf(await signIn(login))), 'edict-unit': ACADEMY } });
    expect([(await units('eva')).status, (await units('fan')).status]).toStrictEqual([200, 200]);
    later(10);
    expect([(await units('eva')).status, (await units('fan')).status]).toStrictEqual([200, 403]);
    expect((await server.post(`${path}/appointments/1/end`, { reason: 'Retired' }, ADMIN)).status).toBe(200);
    expect((await units('eva')).status).toBe(403);
    expect((await server.get(path, ADMIN)).body).toMatchObject({ appointments: [{ account: eva }, { account: fan }] });
  });

  it('is given by an administrator, and by nobody to themselves, nor in duties that lie apart', async () => {
    const gia = await openPerson('gia');
    expect(
      (await server.post(`/accounts/${gia}/grants`, { capacity: 'officer', unit: MINISTRY, basis: 'x' })).status,
    ).toBe(403);
    await grant(gia, 'administrator', 'installation');
    expect(await grant(gia, 'officer', MINISTRY)).toMatchObject({
      status: 409,
      body: { code: 'account/duties-apart' },
    });
    const cookie = by(cookieOf(await signIn('gia')));
    const toSelf = { capacity: 'leader', unit: MINISTRY, basis: 'x' };
    expect(await ask(`/accounts/${gia}/grants`, { body: toSelf, headers: cookie })).toMatchObject({
      status: 403,
      body: { code: 'account/not-to-oneself' },
    });
    expect(await ask('/directives', { headers: cookie })).toMatchObject({
      status: 403,
      body: { code: 'act/not-in-this-capacity' },
    });
    for (const url of ['/inbox', '/tasks', '/matters', '/notices', '/events', '/streams/unit-x', '/lookup/x'])
      expect((await ask(url, { headers: cookie })).status).toBe(403);
  });

  it('is asked of others by administrators and auditors; to everybody else others are not there', async () => {
    const [hoa, ida] = [await openPerson('hoa'), await openPerson('ida')];
    await grant(hoa, 'auditor', MINISTRY);
    await grant(ida, 'officer', MINISTRY);
    const as = async (login: string) => by(cookieOf(await signIn(login)));
    const [auditor, officer] = [await as('hoa'), await as('ida')];
    const seen = (await ask(`/accounts/${ida}`, { headers: auditor })).body as object;
    expect(Object.keys(seen)).toStrictEqual(['id', 'kind', 'name', 'disabled', 'grants', 'clearance', 'tokens']);
    expect(Object.keys((await server.get(`/accounts/${ida}`, ADMIN)).body as object)).toContain('login');
    const absent = await ask('/accounts/377382a2-872e-52f5-a595-b42487faf286', { headers: officer });
    expect(absent.status).toBe(404);
    expect((await ask(`/accounts/${hoa}`, { headers: officer })).body).toStrictEqual(absent.body);
    expect((await ask('/accounts', { headers: officer })).body).toMatchObject([{ id: ida }]);
    expect((await ask(`/accounts/${ida}/history`, { headers: officer })).status).toBe(403);
    expect((await ask(`/streams/account-${ida}`, { headers: auditor })).status).toBe(404);
  });
});

describe('An account', () => {
  it('that is disabled is out at once, with its sessions and its tokens', async () => {
    const jo = await openPerson('jo');
    const cookie = by(cookieOf(await signIn('jo')));
    const until = new Date(people.now() + 86_400_000).toISOString();
    const made = (await ask('/tokens', { body: { name: 'x', until }, headers: cookie })).body as { secret: string };
    const bearer = { authorization: `Bearer ${made.secret}` };
    expect((await ask('/accounts/me', { headers: bearer })).status).toBe(200);
    await server.post(`/accounts/${jo}/disable`, { reason: 'Left' }, ADMIN);
    for (const headers of [cookie, bearer]) expect((await ask('/accounts/me', { headers })).status).toBe(401);
    await server.post(`/accounts/${jo}/enable`, { reason: 'Came back' }, ADMIN);
    expect((await ask('/accounts/me', { headers: cookie })).status).toBe(401);
    expect((await ask('/accounts/me', { headers: bearer })).status).toBe(200);
  });

  it('has its sign-in reset by another: the password is worth nothing, the invitation is good once', async () => {
    const kim = await openPerson('kim');
    const reset = await server.post(`/accounts/${kim}/invite`, { reason: 'Forgot it' }, ADMIN);
    const { invitation } = reset.body as { invitation: string };
    expect((await signIn('kim')).status).toBe(401);
    const take = () =>
      ask('/accounts/invited', { body: { invitation, password: 'another one altogether' }, headers: OWN_PAGE });
    expect([(await take()).status, (await take()).status]).toStrictEqual([204, 401]);
    expect((await signIn('kim', { password: 'another one altogether' })).status).toBe(204);
  });

  it('is opened by its invitation within three days, and by nobody later', async () => {
    const fresh = await openPeople();
    const open = async (login: string) => {
      const opened = await fresh.server.post('/accounts', { kind: 'person', name: login, login }, ADMIN);
      return (opened.body as { invitation: string }).invitation;
    };
    const [early, late] = [await open('early'), await open('late')];
    const take = (invitation: string) =>
      fresh.ask('/accounts/invited', { body: { invitation, password: PASSWORD }, headers: OWN_PAGE });
    fresh.later(72 * 60 - 1);
    expect((await take(early)).status).toBe(204);
    fresh.later(1);
    expect((await take(late)).status).toBe(401);
    await fresh.server.close();
  });

  it('changes its password with the old one, and its other sessions end', async () => {
    await openPerson('lan');
    const [cookie, other] = [by(cookieOf(await signIn('lan'))), by(cookieOf(await signIn('lan')))];
    const change = (current: string) =>
      ask('/accounts/me/password', { body: { current, password: 'yet another pass phrase' }, headers: cookie });
    expect(await change('wrong')).toMatchObject({ status: 422, body: { code: 'access/wrong-password' } });
    expect((await change(PASSWORD)).status).toBe(200);
    expect((await ask('/accounts/me', { headers: cookie })).status).toBe(200);
    expect((await ask('/accounts/me', { headers: other })).status).toBe(401);
    expect((await signIn('lan')).status).toBe(401);
  });

  it.each(['short', 'x'.repeat(201), 'with a \u0007 in it'])('has no password like %j', async (password) => {
    const opened = await server.post('/accounts', { kind: 'person', name: 'x' }, ADMIN);
    const { invitation } = opened.body as { invitation: string };
    expect(await ask('/accounts/invited', { body: { invitation, password }, headers: OWN_PAGE })).toMatchObject({
      status: 400,
      body: { code: 'request/invalid', errors: [{ pointer: '/password' }] },
    });
  });

  it('has no password that anybody would try first, and may choose another by the same invitation', async () => {
    const opened = await server.post('/accounts', { kind: 'person', name: 'Thanh Mai', login: 'thanh.mai' }, ADMIN);
    const { invitation } = opened.body as { invitation: string };
    const choose = (password: string) =>
      ask('/accounts/invited', { body: { invitation, password }, headers: OWN_PAGE });
    const weak = { status: 400, body: { code: 'request/invalid', errors: [{ pointer: '/password' }] } };
    for (const password of ['123456789012345', 'the-thanh-mai-one', 'Thanh Mai 2026!', 'edict-2026-office'])
      expect(await choose(password)).toMatchObject(weak);
    const chosen = await choose(PASSWORD);
    expect(chosen.status).toBe(204);
    const body = { current: PASSWORD, password: 'abcdefabcdef' };
    expect(await ask('/accounts/me/password', { body, headers: by(cookieOf(chosen)) })).toMatchObject(weak);
    expect((await signIn('thanh.mai')).status).toBe(204);
  });

  it('that was taken up is opened to nobody else by the same request sent again, nor renamed by another under its key', async () => {
    const key = { ...ADMIN, 'idempotency-key': 'open-quyen' };
    const body = { kind: 'person', name: 'Quyen', login: 'quyen' };
    const opened = (await server.post('/accounts', body, key)).body as { id: string; invitation: string };
    const again = (await server.post('/accounts', body, key)).body as { id: string; invitation: string };
    expect([opened, again]).toMatchObject([{ invitation: expect.any(String) }, { id: opened.id }]);
    const takeUp = (invitation: string) =>
      ask('/accounts/invited', { body: { invitation, password: PASSWORD }, headers: OWN_PAGE });
    expect((await takeUp(again.invitation)).status).toBe(204);
    expect((await server.post('/accounts', body, key)).body).toMatchObject({ id: opened.id, invitation: null });
    expect(await server.post('/accounts', { ...body, name: 'Eve', login: 'eve' }, key)).toMatchObject({
      ...{ status: 422, body: { code: 'command/mismatch' } },
    });
    expect((await server.get(`/accounts/${opened.id}`, ADMIN)).body).toMatchObject({ name: 'Quyen', login: 'quyen' });
  });

  it('that is invited anew is invited once: the same sent again takes nothing away that was set since', async () => {
    const id = await openPerson('mai');
    const key = { ...ADMIN, 'idempotency-key': 'invite-mai' };
    const invite = () => server.post(`/accounts/${id}/invite`, { reason: 'Forgot it' }, key);
    const { invitation } = (await invite()).body as { invitation: string };
    await ask('/accounts/invited', { body: { invitation, password: PASSWORD }, headers: OWN_PAGE });
    expect(await invite()).toMatchObject({ status: 200, body: { invitation: null } });
    expect((await signIn('mai')).status).toBe(204);
  });
});

describe('The first administrator', () => {
  it('is made by the link of the first start, once, and by none where there is one', async () => {
    const fresh = await openPeople();
    const { signIns, now } = { signIns: fresh.server.access.signIns, now: fresh.server.access.now() };
    const first = (login: string, invitation: string, password = PASSWORD) =>
      fresh.ask('/accounts/first', { body: { invitation, login, name: 'Root', password }, headers: OWN_PAGE });
    const invitation = await signIns.invite('0c7d52a8-1f6b-4d5c-9e1a-6d8f2b3c4d5e', 'first', now);
    for (const weak of ['123456789012345', 'the-root-of-it-all'])
      expect(await first('root', invitation, weak)).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
    const made = await first('root', invitation);
    expect(made.status).toBe(204);
    expect((await first('root', invitation)).status).toBe(401);
    const headers = by(cookieOf(made));
    expect((await fresh.ask('/accounts/me', { headers })).body).toMatchObject({
      grants: [{ capacity: 'administrator', unit: 'installation' }],
    });
    expect((await fresh.ask('/accounts', { headers })).status).toBe(200);
    expect((await fresh.ask('/directives', { headers })).status).toBe(403);
    const another = await signIns.invite('a3c7e1b2-6d4f-4a8e-9b1c-2f5d7e8a9c0b', 'first', now);
    expect((await first('second', another)).status).toBe(401);
    await fresh.server.close();
  });
});

describe('The position of what was done to accounts', () => {
  const at = (position: string, headers: Record<string, string>) =>
    ask('/accounts/me', { headers: { ...headers, 'if-position-at-least': position } });
  const opened = async (): Promise<string> => {
    const { body } = await server.post('/accounts', { kind: 'machine', name: 'Importer' }, ADMIN);
    return (body as { position: string }).position;
  };
  const token = { authorization: `Bearer ${TOKEN}` };

  it.each(['administrator', 'auditor'])('is waited for by an %s', async (capacity) => {
    expect((await at(await opened(), { ...token, 'edict-capacity': capacity })).status).toBe(200);
  });

  it('is not asked for where strangers are answered', async () => {
    const position = { 'if-position-at-least': await opened() };
    expect((await ask('/sessions/means', { headers: position })).status).toBe(200);
    expect((await ask('/health/live', { headers: position })).status).toBe(200);
  });

  it('is nobody’s for whoever may not read accounts', async () => {
    const id = await openPerson('curious');
    await grant(id, 'officer', MINISTRY);
    const cookie = cookieOf(await signIn('curious'));
    expect(await at(await opened(), by(cookie))).toMatchObject({ status: 400, body: { code: 'request/position' } });
    expect((await at(`account-${id}@0`, by(cookie))).status).toBe(200);
  });
});
