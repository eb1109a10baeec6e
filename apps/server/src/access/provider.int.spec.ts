import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { instant } from '@edict/kernel';

import { newErrand, Provider } from './provider.ts';

const CLIENT = { clientId: 'edict', redirectUri: 'http://127.0.0.1/sessions/oidc/callback' };
const DISCOVERY = '/.well-known/openid-configuration';
const LOGOUT = { events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, sub: 'ann', jti: 'j' };
/** What follows a redirect finds there what it looked for. */
const ELSEWHERE = '/elsewhere';

let server: Server;
let provider: Provider;
let errand: ReturnType<typeof newErrand>;
let called: string[];
let redirected: string | undefined;
/** As it calls itself, where that is not what it is known by. */
let calledItself: string | undefined;
let sign: (claims: JWTPayload) => Promise<string>;

const answersOf = async (issuer: string): Promise<Readonly<Record<string, () => unknown>>> => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  sign = (claims) =>
    new SignJWT({ iss: issuer, aud: CLIENT.clientId, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(privateKey);
  const [token_endpoint, jwks_uri, authorization_endpoint] = ['/token', '/keys', '/auth'].map((path) => issuer + path);
  const now = Math.floor(Date.now() / 1000);
  const idToken = () => sign({ sub: 'ann', nonce: errand.nonce, auth_time: now });
  return {
    [DISCOVERY]: () => ({ issuer: calledItself ?? issuer, token_endpoint, jwks_uri, authorization_endpoint }),
    '/keys': () => ({ keys: [jwk] }),
    '/token': async () => ({ access_token: 'a', token_type: 'bearer', id_token: await idToken() }),
  };
};

const say = (response: ServerResponse, said: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));

beforeEach(async () => {
  called = [];
  redirected = undefined;
  calledItself = undefined;
  errand = newErrand(false);
  let answers: Awaited<ReturnType<typeof answersOf>> = {};
  const answer = async (path: string, response: ServerResponse) => {
    called.push(path);
    // 307: whoever followed it would send its secret along.
    if (path === redirected) return void response.writeHead(307, { location: ELSEWHERE + path }).end();
    say(response, await answers[path.replace(ELSEWHERE, '')]!());
  };
  server = createServer(({ url = '' }, response) => void answer(url, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answers = await answersOf(issuer);
  provider = new Provider({ ...CLIENT, issuer, clientSecret: () => 'a secret' }, () => undefined);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const signIn = () => provider.vouched(`code=c&state=${errand.state}`, errand);
const logOut = async () => provider.loggedOut(await sign(LOGOUT), instant(new Date().toISOString()));

describe('A provider', () => {
  it('that answers itself is believed', async () => {
    expect(await signIn()).toMatchObject({ subject: 'ann' });
    expect(await logOut()).toMatchObject({ subject: 'ann' });
    expect(new Set(called)).toStrictEqual(new Set([DISCOVERY, '/token', '/keys']));
  });

  it('that calls itself otherwise than it is set is refused, and is asked for nothing else', async () => {
    calledItself = `${ELSEWHERE}/`;
    for (const asked of [signIn, logOut]) await expect(asked()).rejects.toMatchObject({ code: 'access/provider-away' });
    expect(new Set(called)).toStrictEqual(new Set([DISCOVERY]));
  });

  it.each([
    { path: DISCOVERY, asked: signIn },
    { path: DISCOVERY, asked: logOut },
    { path: '/keys', asked: signIn },
    { path: '/keys', asked: logOut },
    { path: '/token', asked: signIn },
  ])('that sends us elsewhere from $path is refused, and nobody is called there', async ({ path, asked }) => {
    redirected = path;
    await expect(asked()).rejects.toMatchObject({ code: 'access/provider-away' });
    expect(called).toContain(path);
    expect(called.filter((each) => each.startsWith(ELSEWHERE))).toStrictEqual([]);
  });
});
