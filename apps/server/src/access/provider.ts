import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import * as openid from 'openid-client';
import type { Instant } from '@edict/kernel';

import { HttpProblem } from '../http/problem.ts';
import { isOnThisMachine, type OidcSettings } from './oidc-settings.ts';

/** What happens with the provider, told to whoever keeps the log of the server. */
type Report = (event: string, facts: Readonly<Record<string, string>>) => void;

/** What one way to the provider and back is known by: nobody else can answer for it. */
export type Errand = Readonly<{ state: string; nonce: string; verifier: string; again: boolean }>;

/** Whom the provider vouches for. `at`: when they last showed it who they are, in milliseconds. */
export type Vouched = Readonly<{ subject: string; sid: string | null; at: number }>;

/** Whose sessions are over: of a subject, of one sign-in at the provider, or both. */
export type LoggedOut = Readonly<{ subject: string | null; sid: string | null; jti: string }>;

const TIMEOUT_S = 10;
/** What the provider knows of somebody from longer ago, they show it anew: as long as a session lasts here. */
const LONGEST_S = 12 * 3600;
/** So old may be what somebody shows again before what weighs heavy. */
const AGAIN_S = 15 * 60;
/** Signed by the provider, with a key that only it has. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout';
/** A logout token is sent at once: OpenID Connect Back-Channel Logout 1.0 recommends two minutes at most. */
const LOGOUT_AGE = '2 minutes';
/** So far may the clocks of the two be apart: RFC 7519, 4.1.4, allows some small leeway. The figure is policy of this project. */
const LEEWAY_S = 30;

export const newErrand = (again: boolean): Errand => ({
  state: openid.randomState(),
  nonce: openid.randomNonce(),
  verifier: openid.randomPKCECodeVerifier(),
  again,
});

type Known = Readonly<{ config: openid.Configuration; keys: ReturnType<typeof createRemoteJWKSet> }>;

/** The identity provider, as OpenID Connect Core 1.0 and Back-Channel Logout 1.0 have it. */
export class Provider {
  readonly settings: OidcSettings;
  readonly #report: Report;
  #known: Promise<Known> | undefined;

  constructor(settings: OidcSettings, report: Report) {
    this.settings = settings;
    this.#report = report;
  }

  /** Where to send somebody who wants to sign in. `again`: who shows once more who they are. */
  async addressFor({ state, nonce, verifier, again }: Errand): Promise<URL> {
    const { config } = await this.#provider();
    return openid.buildAuthorizationUrl(config, {
      redirect_uri: this.settings.redirectUri,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: `${again ? AGAIN_S : LONGEST_S}`,
      ...(again ? { prompt: 'login' } : {}),
    });
  }

  /** `query`: with what the provider sent them back. Throws an `HttpProblem` that says no more than that it did not vouch. */
  async vouched(query: string, { state, nonce, verifier, again }: Errand): Promise<Vouched> {
    const { config } = await this.#provider();
    const back = new URL(`${this.settings.redirectUri}?${query}`);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const maxAge = again ? AGAIN_S : LONGEST_S;
    const answer = await openid.authorizationCodeGrant(config, back, { ...checks, maxAge }).catch(refused);
    const claims = answer.claims()!;
    return { subject: claims.sub, sid: textOr(claims['sid']), at: Number(claims.auth_time) * 1000 };
  }

  /** Throws an `HttpProblem` for what the provider has not said to us, just now. */
  async loggedOut(token: string, now: Instant): Promise<LoggedOut> {
    const { keys } = await this.#provider();
    const { issuer, clientId: audience } = this.settings;
    const claims = { requiredClaims: ['iat', 'exp', 'jti', 'events'], maxTokenAge: LOGOUT_AGE };
    const clocks = { currentDate: new Date(now), clockTolerance: LEEWAY_S };
    const checks = { issuer, audience, algorithms: ALGORITHMS, ...clocks, ...claims };
    const { payload, protectedHeader } = await jwtVerify(token, keys, checks).catch(forged);
    if (!isLogout(payload) || !isOfSort(protectedHeader.typ)) throw noLogout();
    return whoIn(payload);
  }

  /** Asked when it is first needed: a provider that is down keeps nobody from starting, nor from signing in by a password. */
  async #provider(): Promise<Known> {
    this.#known ??= this.#discovered();
    return this.#known.catch((error: unknown) => {
      this.#known = undefined;
      this.#report('provider-away', { reason: reasonOf(error) });
      throw away();
    });
  }

  async #discovered(): Promise<Known> {
    const { issuer, clientId, clientSecret } = this.settings;
    const execute = [openid.enableNonRepudiationChecks, ...(isOnThisMachine(issuer) ? [inTheClear] : [])];
    const options = { execute, timeout: TIMEOUT_S };
    const by = openid.ClientSecretBasic(clientSecret());
    const metadata = { [openid.clockTolerance]: LEEWAY_S };
    const config = await openid.discovery(new URL(issuer), clientId, metadata, by, options);
    const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri ?? ''), {
      timeoutDuration: TIMEOUT_S * 1000,
    });
    return { config, keys };
  }
}

/** Only where the settings have allowed it: to this machine. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it by accident
const inTheClear = openid.allowInsecureRequests;

/** An ID token has a nonce, and a logout token never: neither passes for the other. */
const isLogout = ({ events, nonce }: JWTPayload): boolean =>
  nonce === undefined && typeof events === 'object' && events !== null && LOGOUT in events;

/** Some providers name the sort of token as the specification has it, some as that of any token, and some not at all. */
const isOfSort = (typ = 'JWT'): boolean => /^(application\/)?(logout\+)?jwt$/i.test(typ);

const whoIn = ({ sub, sid, jti }: JWTPayload): LoggedOut => {
  const said = { subject: textOr(sub), sid: textOr(sid) };
  if (typeof jti !== 'string' || (said.subject === null && said.sid === null)) throw noLogout();
  return { ...said, jti };
};

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const noLogout = (): HttpProblem =>
  new HttpProblem('access/logout-token', 'That is no logout token of the identity provider, or not any more.');

const away = (): HttpProblem =>
  new HttpProblem('access/provider-away', 'The identity provider does not answer.', { retryAfter: 10 });

const refused = (error: unknown): never => {
  throw refusal(error);
};

/** Only that it does not answer is told apart: all else is no, whatever the reason. */
const refusal = (error: unknown): HttpProblem =>
  isAway(error) ? away() : new HttpProblem('access/oidc-failed', 'The identity provider did not say who you are.');

/** For whoever runs the server: what the library calls it, and nothing of what was sent. */
const reasonOf = (error: unknown): string => {
  const { code, message = '' } = error as Partial<NodeJS.ErrnoException>;
  return code ?? message;
};

const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return error.message === 'fetch failed' || ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'].includes(code);
};

/** Its keys could not be had: that says nothing of the token. */
const forged = (error: unknown): never => {
  const isKnownFault = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
  throw isKnownFault && error.message !== UNEXPECTED ? noLogout() : away();
};

const UNEXPECTED = 'Expected 200 OK from the JSON Web Key Set HTTP response';
