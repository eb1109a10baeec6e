import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'edict', secret: 'a secret of the tests' } as const;

type Tamper = (claims: JWTPayload) => JWTPayload;
type Resign = (claims: JWTPayload) => Promise<string>;
type Jar = Map<string, string>;

/** A real OpenID provider on a free port of this machine. */
export type IdentityProvider = Readonly<{
  issuer: string;
  /** To be called once it is known where Edict is. */
  begin(edict: string): Promise<void>;
  /** Follows an address as a browser of `subject` would, up to where it leads away from the provider. */
  visit(address: string, subject: string, jar?: Jar): Promise<URL>;
  /** Signs out there, and so everywhere. */
  leave(jar: Jar): Promise<void>;
  /** What the provider says from now on, signed with its own key; `undefined`: what is true. */
  tamper(how: Tamper | undefined): void;
  tamperWith(how: Resign): void;
  /** With its key, or with another under the same name. */
  sign(claims: JWTPayload, by?: Readonly<{ typ?: string; forged?: boolean }>): Promise<string>;
  close(): Promise<void>;
}>;

export const openIdentityProvider = async (): Promise<IdentityProvider> => {
  const [own, foreign] = [await newKey(), await newKey()];
  const jwk = { ...(await exportJWK(own)), kid: 'k', alg: 'RS256', use: 'sig' };
  let handle: Handle = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let how: Resign | undefined;

  const sign: IdentityProvider['sign'] = (claims, { typ = 'JWT', forged = false } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k', typ }).sign(forged ? foreign : own);

  return {
    issuer,
    sign,
    tamper: (changed) => (how = changed && ((claims) => sign(changed(claims)))),
    tamperWith: (changed) => (how = changed),
    begin: async (edict) => {
      const provider = new Provider(issuer, configuration(edict, jwk));
      provider.use(async (context, next) => {
        await next();
        const { body, path } = context;
        if (how && path === '/token' && typeof body['id_token'] === 'string')
          body['id_token'] = await how(decodeJwt(body['id_token']));
      });
      handle = handlerOf(provider);
    },
    visit: (address, subject, jar = new Map()) => visit(issuer, address, { subject, jar }),
    leave: (jar) => leave(issuer, jar),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

const newKey = async () => (await generateKeyPair('RS256', { extractable: true })).privateKey;

const configuration = (edict: string, jwk: object): object => ({
  jwks: { keys: [jwk] },
  cookies: { keys: ['of the tests'] },
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [`${edict}/sessions/oidc/callback`],
      backchannel_logout_uri: `${edict}/sessions/oidc/logout`,
      backchannel_logout_session_required: true,
    },
  ],
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: (ctx: { body: string }, form: string) => (ctx.body = form) },
  },
  findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  interactions: { url: () => '/interaction' },
  loadExistingGrant: granted,
  // What it protects itself from is what the tests are: a machine that calls itself.
  fetch: (url: string, options: RequestInit) => fetch(url, withoutDispatcher(options)),
});

const withoutDispatcher = ({ dispatcher: _, ...options }: RequestInit): RequestInit => options;

type InGrant = Readonly<{
  oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider };
}>;

/** Nobody is asked whether Edict may know who they are. */
const granted = async ({ oidc: { client, session, provider } }: InGrant): Promise<unknown> => {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
};

/** Whoever says in the cookie `subject` who they are is that. */
const handlerOf = (provider: Provider): Handle => {
  const answer = provider.callback();
  return (request, response) => {
    if (request.url !== '/interaction') return answer(request, response);
    const accountId = /subject=([^;]+)/.exec(request.headers.cookie ?? '')![1];
    return provider.interactionFinished(request, response, { login: { accountId } });
  };
};

const remember = (jar: Jar, answer: Response): void => {
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
};

const send = async (address: URL, jar: Jar, init: RequestInit = {}): Promise<Response> => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
  remember(jar, answer);
  return answer;
};

const visit = async (
  issuer: string,
  address: string,
  { subject, jar }: Readonly<{ subject: string; jar: Jar }>,
): Promise<URL> => {
  jar.set('subject', subject);
  let at = new URL(address);
  for (let hops = 0; hops < 10; hops++) {
    if (at.origin !== issuer) return at;
    const answer = await send(at, jar);
    const to = answer.headers.get('location');
    if (to === null) throw new Error(`${at.pathname} leads nowhere: ${answer.status} ${await answer.text()}`);
    at = new URL(to, at);
  }
  throw new Error(`${at.pathname} leads round in a circle.`);
};

const leave = async (issuer: string, jar: Jar): Promise<void> => {
  const page = await (await send(new URL('/session/end', issuer), jar)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)![1]!;
  const body = new URLSearchParams({ xsrf, logout: 'yes' });
  const left = await send(new URL('/session/end/confirm', issuer), jar, { method: 'POST', body });
  if (left.status >= 400) throw new Error(`The provider let nobody out: ${left.status}`);
};
