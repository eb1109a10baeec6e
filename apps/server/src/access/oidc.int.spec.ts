import { createServer } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';

import { CLIENT, openIdentityProvider, type IdentityProvider } from '../testing/identity-provider.ts';
import { ADMIN, openPeople, OWN_PAGE, type People } from '../testing/people.ts';
import type { Answer } from '../testing/test-server.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

let provider: IdentityProvider;
let people: People;
let ann: string;

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => void probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

beforeAll(async () => {
  provider = await openIdentityProvider();
  const port = await freePort();
  const edict = `http://127.0.0.1:${port}`;
  const { id: clientId, secret } = CLIENT;
  const redirectUri = `${edict}/sessions/oidc/callback`;
  const oidc = { issuer: provider.issuer, clientId, clientSecret: () => secret, redirectUri };
  people = await openPeople({ oidc, from: Date.now() });
  await provider.begin(edict);
  await people.server.app.listen(port, '127.0.0.1');
  ann = await people.openPerson('ann');
  expect(await people.server.post(`/accounts/${ann}/subject`, { subject: 'ann-there' }, ADMIN)).toMatchObject({
    status: 200,
  });
});
afterAll(async () => {
  await people.server.close();
  await provider.close();
});
beforeEach(() => {
  provider.tamper(undefined);
  people.setNow(Date.now());
});

const setCookies = ({ headers }: Answer): readonly string[] => [headers['set-cookie'] ?? []].flat() as string[];
const cookie = (answer: Answer, name: string): string =>
  setCookies(answer)
    .find((each) => each.startsWith(`__Host-${name}=`))!
    .split(';')[0]!;

type Way = Readonly<{ errand: string; back: URL }>;

/** To the provider and back, as a browser goes: up to where Edict is asked again. */
const go = async (
  subject: string,
  { jar, again = '' }: Readonly<{ jar?: Map<string, string>; again?: string }> = {},
) => {
  const left = await people.ask(`/sessions/oidc${again}`);
  expect(left.status).toBe(303);
  const back = await provider.visit(left.headers['location'] as string, subject, jar);
  return { errand: cookie(left, 'edict-errand'), back };
};

/** As a browser comes back: led by the page of another site. */
const come = ({ errand, back }: Way, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  people.ask(`${back.pathname}${back.search}`, {
    headers: { cookie: errand, 'sec-fetch-site': 'cross-site', ...headers },
  });

const sessionIn = (answer: Answer) => ({ ...OWN_PAGE, cookie: cookie(answer, 'edict') });
const signIn = async (jar?: Map<string, string>) => sessionIn(await come(await go('ann-there', jar ? { jar } : {})));
const statusOf = async (headers: Record<string, string>) => (await people.ask('/accounts/me', { headers })).status;

const NO = { status: 401, body: { code: 'access/oidc-failed' } };

describe('Whom the identity provider vouches for', () => {
  it('is asked by code, PKCE, state and nonce, for exactly the address that is set', async () => {
    const left = await people.ask('/sessions/oidc', { headers: { host: 'evil.example' } });
    const query = new URL(left.headers['location'] as string).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/sessions\/oidc\/callback$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(cookie(left, 'edict-errand')).toMatch(/^__Host-edict-errand=[\w-]{43}$/);
    expect(setCookies(left)[0]).toMatch(/Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  });

  it('is in, under a new id, and keeps nothing of the way', async () => {
    const came = await come(await go('ann-there'));
    expect(came).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(setCookies(came)).toContainEqual(expect.stringMatching(/^__Host-edict-errand=; Max-Age=0/));
    expect(await people.ask('/accounts/me', { headers: sessionIn(came) })).toMatchObject({
      status: 200,
      body: { id: ann, means: expect.arrayContaining(['oidc']) },
    });
    const again = await come(await go('ann-there'), sessionIn(came));
    expect(again.status).toBe(401);
    const fromBefore = await go('ann-there');
    const next = await come(fromBefore, { cookie: `${fromBefore.errand}; ${cookie(came, 'edict')}` });
    expect([await statusOf(sessionIn(next)), await statusOf(sessionIn(came))]).toStrictEqual([200, 401]);
  });

  it('is said to be linked in an event, by whom, and without the name that the provider has for them', async () => {
    const history = (await people.server.get(`/accounts/${ann}/history`, ADMIN)).body as readonly { type: string }[];
    expect(history).toContainEqual(expect.objectContaining({ type: 'SubjectLinked' }));
    expect(JSON.stringify(history)).toContain(provider.issuer);
    expect(JSON.stringify(history)).not.toContain('ann-there');
  });

  it('and has no account here is nobody: not by a name or an address that is the same', async () => {
    for (const subject of ['ann', ann, 'somebody-else'])
      expect(await come(await go(subject))).toMatchObject({ status: 403, body: { code: 'access/no-account' } });
  });

  it('is nobody any more when disabled, or linked to somebody else, or when that was taken away', async () => {
    const bob = await people.openPerson('bob');
    const link = (subject: string) => people.server.post(`/accounts/${bob}/subject`, { subject }, ADMIN);
    expect(await link('ann-there')).toMatchObject({ status: 409, body: { code: 'account/subject-taken' } });
    await link('bob-there');
    const first = sessionIn(await come(await go('bob-there')));
    await link('bob-elsewhere');
    expect(await statusOf(first)).toBe(401);
    expect((await come(await go('bob-there'))).status).toBe(403);
    const second = sessionIn(await come(await go('bob-elsewhere')));
    expect(await statusOf(second)).toBe(200);
    await people.server.post(`/accounts/${bob}/invite`, { reason: 'Lost' }, ADMIN);
    expect([await statusOf(second), (await come(await go('bob-elsewhere'))).status]).toStrictEqual([401, 403]);
    await link('bob-again');
    await people.server.post(`/accounts/${bob}/disable`, { reason: 'Left' }, ADMIN);
    expect((await come(await go('bob-again'))).status).toBe(403);
  });

  it('is linked to by an administrator, and by nobody to themselves', async () => {
    const link = (headers: Record<string, string>) =>
      people.ask(`/accounts/${ann}/subject`, { body: { subject: 'mine' }, headers });
    expect(await link(await signIn())).toMatchObject({ status: 403 });
  });

  it('shows once more who they are before what weighs heavy, and it counts from when they did there', async () => {
    const jar = new Map<string, string>();
    const make = async (headers: Record<string, string>) => {
      const until = new Date(people.now() + 86_400_000).toISOString();
      return (await people.ask('/tokens', { body: { name: 'x', until }, headers })).status;
    };
    expect(await make(await signIn(jar))).toBe(201);
    provider.tamper((claims) => ({ ...claims, auth_time: Number(claims['auth_time']) - 3600 }));
    expect(await make(await signIn(jar))).toBe(403);
    expect(await come(await go('ann-there', { jar, again: '?again=yes' }))).toMatchObject(NO);
    provider.tamper(undefined);
    expect(await make(sessionIn(await come(await go('ann-there', { jar, again: '?again=yes' }))))).toBe(201);
  });

  it('is told in a page, not in JSON, that they were not let in', async () => {
    const came = await come(await go('nobody'), { accept: 'text/html,*/*' });
    expect(came).toMatchObject({ status: 303, headers: { location: '/?refused=access%2Fno-account' } });
    expect(setCookies(came).filter((each) => each.startsWith('__Host-edict='))).toStrictEqual([]);
  });
});

describe('Nobody is let in', () => {
  it('with the state of another way', async () => {
    const [one, other] = [await go('ann-there'), await go('ann-there')];
    one.back.searchParams.set('state', other.back.searchParams.get('state')!);
    expect(await come(one)).toMatchObject(NO);
  });

  it('without the cookie of the browser that went, or with that of another', async () => {
    const [one, other] = [await go('ann-there'), await go('ann-there')];
    expect(await come(one, { cookie: '' })).toMatchObject(NO);
    expect(await come({ ...one, errand: other.errand })).toMatchObject(NO);
  });

  it('with a code that was used: the way leads back once', async () => {
    const way = await go('ann-there');
    expect((await come(way)).status).toBe(303);
    expect(await come(way)).toMatchObject(NO);
    const other = await go('ann-there');
    other.back.searchParams.set('code', way.back.searchParams.get('code')!);
    expect(await come(other)).toMatchObject(NO);
  });

  it('of many who come back at once by the same way, but one', async () => {
    const way = await go('ann-there');
    const all = await Promise.all(Array.from({ length: 5 }, () => come(way)));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('after more than ten minutes on the way', async () => {
    const way = await go('ann-there');
    people.later(10);
    expect(await come(way)).toMatchObject(NO);
  });

  it('whom the provider does not want to vouch for', async () => {
    const way = await go('ann-there');
    way.back.searchParams.delete('code');
    way.back.searchParams.set('error', 'access_denied');
    expect(await come(way)).toMatchObject(NO);
  });

  const PAST = Math.floor(Date.now() / 1000) - 3600;
  it.each<[string, (claims: JWTPayload) => JWTPayload]>([
    ['the nonce of another way', (claims) => ({ ...claims, nonce: 'another' })],
    ['no nonce', ({ nonce: _, ...claims }) => claims],
    ['another audience', (claims) => ({ ...claims, aud: 'somebody-else' })],
    ['another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['an end that has passed', (claims) => ({ ...claims, iat: PAST - 60, exp: PAST })],
    ['no time at which they showed who they are', ({ auth_time: _, ...claims }) => claims],
  ])('with a token that the provider has signed, but with %s', async (_, tamper) => {
    provider.tamper(tamper);
    expect(await come(await go('ann-there'))).toMatchObject(NO);
  });

  it('with a token that somebody else has signed', async () => {
    provider.tamperWith((claims) => provider.sign(claims, { forged: true }));
    expect(await come(await go('ann-there'))).toMatchObject(NO);
  });
});

describe('Whoever signs out at the provider', () => {
  const logout = (token: string) =>
    people.ask('/sessions/oidc/logout', {
      method: 'POST',
      text: new URLSearchParams({ logout_token: token, more: 'ignored' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const now = () => Math.floor(Date.now() / 1000);
  let n = 0;
  const claims = (more: Record<string, unknown> = {}): JWTPayload => ({
    ...{ iss: provider.issuer, aud: CLIENT.id, sub: 'ann-there', iat: now(), exp: now() + 60 },
    ...{ jti: `jti-${n++}`, events: { [EVENT]: {} } },
    ...more,
  });

  it('is out here, from there, and only where they came in by it', async () => {
    const jar = new Map<string, string>();
    const [here, elsewhere] = [await signIn(jar), await signIn()];
    const byPassword = { ...OWN_PAGE, cookie: cookie(await people.signIn('ann'), 'edict') };
    await provider.leave(jar);
    expect([await statusOf(here), await statusOf(elsewhere), await statusOf(byPassword)]).toStrictEqual([
      401, 200, 200,
    ]);
  });

  it('is out everywhere when no one sign-in is named', async () => {
    const both = [await signIn(), await signIn()];
    const said = await logout(await provider.sign(claims(), { typ: 'logout+jwt' }));
    expect(said).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    for (const each of both) expect(await statusOf(each)).toBe(401);
  });

  it('is out by that one sign-in when no subject is named', async () => {
    let sid: unknown;
    provider.tamper((said) => ((sid = said['sid']), said));
    const [first, second] = [await signIn(), await signIn()];
    const { sub: _, ...without } = claims({ sid: sid as string });
    expect((await logout(await provider.sign(without))).status).toBe(200);
    expect([await statusOf(first), await statusOf(second)]).toStrictEqual([200, 401]);
  });

  it('is out also where the clock of the provider is a little ahead', async () => {
    const session = await signIn();
    expect((await logout(await provider.sign(claims({ iat: now() + 10 })))).status).toBe(200);
    expect(await statusOf(session)).toBe(401);
  });

  it('is so by a token that is good once', async () => {
    const token = await provider.sign(claims());
    expect((await logout(token)).status).toBe(200);
    const session = await signIn();
    expect(await logout(token)).toMatchObject({ status: 400, body: { code: 'access/logout-used' } });
    expect(await statusOf(session)).toBe(200);
  });

  it.each<[string, () => Promise<string>]>([
    ['signed by somebody else', () => provider.sign(claims(), { forged: true })],
    ['not signed', async () => `${b64({ alg: 'none' })}.${b64(claims())}.x`],
    ['signed with what is public', async () => `${b64({ alg: 'HS256' })}.${b64(claims())}.x`],
    ['for another audience', () => provider.sign(claims({ aud: 'somebody-else' }))],
    ['of another issuer', () => provider.sign(claims({ iss: 'https://evil.example' }))],
    ['of an hour ago', () => provider.sign(claims({ iat: now() - 3600, exp: now() + 60 }))],
    ['that has ended', () => provider.sign(claims({ exp: now() - 60 }))],
    ['of a minute from now', () => provider.sign(claims({ iat: now() + 60, exp: now() + 120 }))],
    ['of no event', () => provider.sign(claims({ events: {} }))],
    ['that is an ID token', () => provider.sign(claims({ nonce: 'n' }))],
    ['of another sort', () => provider.sign(claims(), { typ: 'at+jwt' })],
    ['without a number of its own', () => provider.sign(claims({ jti: undefined }))],
    ['of nobody', () => provider.sign(claims({ sub: undefined }))],
  ])('is not out by a token %s', async (_, token) => {
    const session = await signIn();
    expect(await logout(await token())).toMatchObject({ status: 400, body: { code: 'access/logout-token' } });
    expect(await statusOf(session)).toBe(200);
  });

  it('is not out by what is no token, nor by a form that is sent elsewhere', async () => {
    expect(await logout('nonsense')).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
    const form = { method: 'POST', text: 'login=ann', headers: { ...OWN_PAGE, 'content-type': FORM } } as const;
    expect(await people.ask('/sessions', form)).toMatchObject({ status: 415 });
  });
});

const FORM = 'application/x-www-form-urlencoded';
const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('Where no provider is set', () => {
  it('nobody goes there, nor comes from there, and the page is told', async () => {
    const other = await openPeople();
    expect((await people.ask('/sessions/means')).body).toStrictEqual({ password: true, oidc: true });
    expect((await other.ask('/sessions/means')).body).toStrictEqual({ password: true, oidc: false });
    for (const path of ['/sessions/oidc', '/sessions/oidc/callback?code=x&state=y'])
      expect(await other.ask(path)).toMatchObject({ status: 404, body: { code: 'access/oidc-off' } });
    await other.server.close();
  });

  it('or it does not answer, people are told so, and sign in by a password', async () => {
    const issuer = `http://127.0.0.1:${await freePort()}`;
    const oidc = { issuer, clientId: 'x', clientSecret: () => 'a secret', redirectUri: 'http://127.0.0.1/x' };
    const other = await openPeople({ oidc });
    expect(await other.ask('/sessions/oidc')).toMatchObject({ status: 503, body: { code: 'access/provider-away' } });
    await other.openPerson('ann');
    expect((await other.signIn('ann')).status).toBe(204);
    await other.server.close();
  });
});
