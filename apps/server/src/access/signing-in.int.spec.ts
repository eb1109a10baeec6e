import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ADMIN, cookieOf, OWN_PAGE, openPeople, PASSWORD, type People } from '../testing/people.ts';
import { TOKEN } from '../testing/test-server.ts';
import { codeAt, stepAt } from './totp.ts';

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

describe('Somebody signs in', () => {
  let ann: string;
  beforeAll(async () => {
    ann = await openPerson('ann');
  });

  it('with a password, and has a session in a cookie that only this host gets, and no script', async () => {
    const signedIn = await signIn('ann');
    expect(signedIn.status).toBe(204);
    expect(signedIn.headers['set-cookie']).toMatch(/^__Host-edict=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    const me = await ask('/accounts/me', { headers: by(cookieOf(signedIn)) });
    expect(me).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: { id: ann, login: 'ann' },
    });
    expect(JSON.stringify(me.body)).not.toMatch(/argon2|hash|secret/i);
  });

  it('each time under a new id; the one from before is not taken over', async () => {
    const [first, second] = [cookieOf(await signIn('ann')), cookieOf(await signIn('ann'))];
    expect(first).not.toBe(second);
    const chosen = await ask('/sessions', {
      body: { login: 'ann', password: PASSWORD },
      headers: by('__Host-edict=chosen-by-another'),
    });
    expect(cookieOf(chosen)).not.toContain('chosen-by-another');
  });

  it('and not with a wrong password, nor as nobody, nor when disabled, all told in the same words', async () => {
    const wrong = await signIn('ann', { password: 'something else' });
    const nobody = await signIn('nobody-at-all');
    const bob = await openPerson('bob');
    await server.post(`/accounts/${bob}/disable`, { reason: 'Left' }, ADMIN);
    const disabled = await signIn('bob');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'access/wrong' } });
    for (const each of [nobody, disabled]) expect(each.body).toStrictEqual(wrong.body);
  });

  it('with the code of an authenticator as well, once it is set up, and with none of them twice', async () => {
    await openPerson('totp');
    const cookie = by(cookieOf(await signIn('totp')));
    const offered = await ask('/accounts/me/totp', { body: { password: PASSWORD }, headers: cookie });
    const { secret } = offered.body as { secret: string };
    expect(await ask('/accounts/me/totp/confirm', { body: { code: '000000' }, headers: cookie })).toMatchObject({
      status: 422,
      body: { code: 'access/wrong-code' },
    });
    const code = () => codeAt(secret, stepAt(people.now()));
    expect((await ask('/accounts/me/totp/confirm', { body: { code: code() }, headers: cookie })).status).toBe(200);
    expect(await signIn('totp')).toMatchObject({ status: 401, body: { code: 'access/code-missing' } });
    expect(await signIn('totp', { code: code() })).toMatchObject({ status: 401, body: { code: 'access/wrong' } });
    later(1);
    expect((await signIn('totp', { code: code() })).status).toBe(204);
    expect((await signIn('totp', { code: code() })).status).toBe(401);
  });

  it('and no more after half an hour without anything, nor after twelve hours of work', async () => {
    const idle = by(cookieOf(await signIn('ann')));
    later(29);
    expect((await ask('/accounts/me', { headers: idle })).status).toBe(200);
    later(29);
    expect((await ask('/accounts/me', { headers: idle })).status).toBe(200);
    later(30);
    expect((await ask('/accounts/me', { headers: idle })).status).toBe(401);
    const busy = by(cookieOf(await signIn('ann')));
    for (let n = 0; n < 28; n++) {
      later(25);
      expect((await ask('/accounts/me', { headers: busy })).status).toBe(200);
    }
    later(20);
    expect((await ask('/accounts/me', { headers: busy })).status).toBe(401);
  });

  it('and no more after half an hour in which their page alone has asked, by itself', async () => {
    const left = by(cookieOf(await signIn('ann')));
    const alone = { ...left, 'x-edict': 'unattended' };
    const asking = [
      ['/accounts/me', 'GET', alone],
      ['/events?about=all', 'HEAD', { ...left, ...OWN_PAGE }],
      ['/events?about=all', 'HEAD', alone],
    ] as const;
    const areLetIn = () =>
      Promise.all(
        asking.map(async ([url, method, headers]) => {
          const { statusCode } = await server.app.inject({ method, url, headers });
          return statusCode !== 401;
        }),
      );
    later(29);
    expect(await areLetIn()).toStrictEqual([true, true, true]);
    later(1);
    expect(await areLetIn()).toStrictEqual([false, false, false]);
    const busy = by(cookieOf(await signIn('ann')));
    later(29);
    expect((await ask('/accounts/me', { headers: { ...busy, ...OWN_PAGE } })).status).toBe(200);
    later(1);
    expect((await ask('/accounts/me', { headers: { ...busy, 'x-edict': 'unattended' } })).status).toBe(200);
  });

  it('out again, and the cookie is worth nothing', async () => {
    const cookie = by(cookieOf(await signIn('ann')));
    const out = await ask('/sessions/current', { method: 'DELETE', headers: cookie });
    expect(out).toMatchObject({ status: 204, headers: { 'clear-site-data': '"cache", "cookies", "storage"' } });
    expect(out.headers['set-cookie']).toContain('Max-Age=0');
    expect((await ask('/accounts/me', { headers: cookie })).status).toBe(401);
  });

  it('from several places, sees them, and ends one', async () => {
    const [here, there] = [by(cookieOf(await signIn('ann'))), by(cookieOf(await signIn('ann')))];
    const list = (await ask('/sessions', { headers: here })).body as { handle: string; current: boolean }[];
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    const own = (await ask('/sessions', { headers: there })).body as { handle: string; current: boolean }[];
    const other = own.find(({ current }) => current)!;
    const end = (handle: string) => ask(`/sessions/${handle}`, { method: 'DELETE', headers: here });
    expect((await end(other.handle)).status).toBe(204);
    expect(await end(other.handle)).toMatchObject({ status: 404, body: { code: 'session/unknown' } });
    expect([
      (await ask('/sessions', { headers: here })).status,
      (await ask('/sessions', { headers: there })).status,
    ]).toStrictEqual([200, 401]);
  });

  it('and is out everywhere at once when all sessions are ended, by themselves or by an administrator', async () => {
    const cookies = [by(cookieOf(await signIn('ann'))), by(cookieOf(await signIn('ann')))];
    later(1);
    expect((await server.post(`/accounts/${ann}/end-sessions`, { reason: 'Lost telephone' }, ADMIN)).status).toBe(200);
    for (const headers of cookies) expect((await ask('/accounts/me', { headers })).status).toBe(401);
    const own = by(cookieOf(await (later(1), signIn('ann'))));
    later(1);
    expect((await ask(`/accounts/${ann}/end-sessions`, { body: { reason: 'x' }, headers: own })).status).toBe(200);
    expect((await ask('/accounts/me', { headers: own })).status).toBe(401);
  });

  it('shows once more who they are before what weighs heavy, and goes on under a new id', async () => {
    const cookie = by(cookieOf(await (later(1), signIn('ann'))));
    const make = (headers: Record<string, string>) =>
      ask('/tokens', { body: { name: 'x', until: new Date(people.now() + 86_400_000).toISOString() }, headers });
    expect((await make(cookie)).status).toBe(201);
    later(16);
    expect(await make(cookie)).toMatchObject({ status: 403, body: { code: 'access/confirm' } });
    expect((await ask('/sessions/confirm', { body: { password: 'not this' }, headers: cookie })).status).toBe(401);
    const again = await ask('/sessions/confirm', { body: { password: PASSWORD }, headers: cookie });
    expect((await make(by(cookieOf(again)))).status).toBe(201);
    expect((await ask('/accounts/me', { headers: cookie })).status).toBe(401);
  });
});

describe('Who guesses', () => {
  it('is held back by name after five, longer each time, wherever they come from, and told until when', async () => {
    await openPerson('target');
    later(60);
    const guess = () => signIn('target', { password: 'a guess like any other' });
    const first = await Promise.all(Array.from({ length: 12 }, guess));
    expect(first.filter(({ status }) => status === 401)).toHaveLength(5);
    const held = first.filter(({ status }) => status === 429);
    expect(held).toHaveLength(7);
    expect(held[0]).toMatchObject({ headers: { 'retry-after': '30' }, body: { code: 'access/throttled' } });
    expect((await signIn('target')).status).toBe(429);
    later(0.5);
    expect((await guess()).status).toBe(401);
    expect(await guess()).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    later(1);
    expect((await signIn('target')).status).toBe(204);
    expect((await guess()).status).toBe(401);
  });

  it('is held back by who they are where they are signed in and guess their own password', async () => {
    later(60);
    await openPerson('own');
    const headers = by(cookieOf(await signIn('own')));
    const guess = (current: string) =>
      ask('/accounts/me/password', { body: { current, password: 'another that is long' }, headers });
    const answers: number[] = [];
    for (let n = 0; n < 6; n++) answers.push((await guess('a guess like any other')).status);
    expect(answers).toStrictEqual([422, 422, 422, 422, 422, 429]);
    const { body } = await ask('/accounts/me/totp', { body: { password: PASSWORD }, headers });
    expect(body).toMatchObject({ code: 'access/throttled' });
    later(1);
    expect((await guess(PASSWORD)).status).toBe(200);
  });

  it('is held back by address, too, through however many names', async () => {
    later(60);
    const answers: number[] = [];
    for (let n = 0; n < 25; n++) answers.push((await signIn(`name-${n}`)).status);
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
    expect(answers.at(-1)).toBe(429);
    later(60);
  });
});

describe('Another site', () => {
  let cookie: string;
  beforeAll(async () => {
    await openPerson('cam');
    cookie = cookieOf(await signIn('cam'));
  });
  const write = (headers: Record<string, string>) =>
    ask('/tokens', {
      body: { name: 'x', until: new Date(people.now() + 86_400_000).toISOString() },
      headers: { cookie, ...headers },
    });

  it.each<[string, Record<string, string>, number]>([
    ['its own origin', { 'x-edict': 'y', origin: 'https://evil.example', host: 'localhost' }, 403],
    ['the origin null of a frame', { 'x-edict': 'y', origin: 'null', host: 'localhost' }, 403],
    ['no origin, but its site', { 'x-edict': 'y', 'sec-fetch-site': 'cross-site', host: 'localhost' }, 403],
    ['a name that leads here, by DNS', { 'x-edict': 'y', origin: 'http://evil.example', host: 'evil.example' }, 403],
    ['a form: no header of its own', { origin: 'http://localhost', host: 'localhost' }, 403],
    ['our own page', OWN_PAGE, 201],
  ])('cannot act in somebody’s name: %s', async (_, headers, status) =>
    expect((await write(headers)).status).toBe(status),
  );

  it('cannot sign somebody in', async () => {
    const headers = { ...OWN_PAGE, origin: 'https://evil.example' };
    expect(await ask('/sessions', { body: { login: 'cam', password: PASSWORD }, headers })).toMatchObject({
      status: 403,
      body: { code: 'access/other-origin' },
    });
  });

  it('does not matter to a program with a token, which sends no cookie by itself', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, origin: 'https://elsewhere.example' };
    expect((await ask('/accounts/me', { headers })).status).toBe(200);
  });
});
