import { instant, plusMs } from '@edict/kernel';

import { HttpProblem } from '../http/problem.ts';
import type { Access } from './access.ts';
import type { Place } from './door.ts';
import { newErrand, type Errand, type Provider, type Vouched } from './provider.ts';
import { hashOf, newSecret } from './secrets.ts';
import { subjectOf } from './subject.ts';

const ERRAND = 'oidc-errand';
const USED = 'oidc-logout';
/** Somebody types a password and looks for a telephone. Policy of this project: no source names a figure. */
export const ERRAND_S = 600;
/** Longer than a logout token is good for. */
const USED_MS = 3_600_000;

/** What only the browser knows that went, and where it is sent to. */
type Sent = Readonly<{ secret: string; to: string }>;

/** How people come in whom an identity provider vouches for, and are sent out by it. */
export class OidcDoor {
  readonly #access: Access;
  constructor(access: Access) {
    this.#access = access;
  }

  async leave(again: boolean): Promise<Sent> {
    const now = this.#access.now();
    const errand = newErrand(again);
    const to = await this.#provider().addressFor(errand);
    const secret = newSecret();
    await this.#access.store.forget({ kind: ERRAND, until: now });
    const until = plusMs(now, ERRAND_S * 1000);
    await this.#access.store.put({ kind: ERRAND, key: hashOf(secret), account: null, until, value: errand });
    return { secret, to: to.href };
  }

  /** The id of a new session, for the cookie. Each way there leads back once, in the browser that went. */
  async comeBack(secret: string | undefined, query: string, place: Place): Promise<string> {
    const provider = this.#provider();
    const errand = await this.#errand(secret);
    if (!errand) throw this.#refused(place, failed());
    const vouched = await provider.vouched(query, errand).catch((problem: unknown) => {
      throw this.#refused(place, problem);
    });
    return this.#begin(vouched, place);
  }

  async #errand(secret: string | undefined): Promise<Errand | undefined> {
    const kept =
      secret === undefined ? undefined : await this.#access.store.get(ERRAND, hashOf(secret), this.#access.now());
    return kept && (await this.#access.store.swap(kept, kept, undefined)) ? (kept.value as Errand) : undefined;
  }

  /** The log says to whom a subject is linked, also where the store says otherwise. */
  async #begin({ subject, sid, at }: Vouched, place: Place): Promise<string> {
    const { authority, signIns, sessions } = this.#access;
    const { issuer } = this.#provider().settings;
    const now = this.#access.now();
    const known = subjectOf(issuer, subject);
    const id = await signIns.accountOf('subject', known, now);
    const account = id === undefined ? null : await authority.account(id);
    if (id === undefined || !account || account.disabled || account.subject?.subject !== known)
      throw this.#refused(place, new HttpProblem('access/no-account', 'Here you have no account.'));
    this.#access.report('signed-in', { account: id, address: place.address, by: 'oidc' });
    const confirmedAt = instant(new Date(Math.min(at, Date.parse(now))).toISOString());
    return sessions.begin(id, { ...place, means: ['oidc'], sid, subject: known, confirmedAt }, now);
  }

  #refused({ address }: Place, problem: unknown): unknown {
    this.#access.report('sign-in-refused', {
      address,
      by: 'oidc',
      code: problem instanceof HttpProblem ? problem.code : 'server/fault',
    });
    return problem;
  }

  /** The sessions end before the token counts as used: who sends it again after a crash is not refused. */
  async logOut(token: string): Promise<void> {
    const provider = this.#provider();
    const now = this.#access.now();
    const { subject, sid, jti } = await provider.loggedOut(token, now);
    const { issuer } = provider.settings;
    const key = hashOf(`${issuer} ${jti}`);
    if (await this.#access.store.get(USED, key, now)) throw used();
    const known = subject === null ? null : subjectOf(issuer, subject);
    const ended = await this.#access.sessions.endOfProvider({ subject: known, sid }, now);
    await this.#access.store.forget({ kind: USED, until: now });
    const kept = { kind: USED, key, account: null, until: plusMs(now, USED_MS), value: null };
    if (!(await this.#access.store.swap(kept, undefined, kept))) throw used();
    this.#access.report('signed-out-by-provider', { sessions: ended });
  }

  #provider(): Provider {
    const { provider } = this.#access;
    if (!provider) throw new HttpProblem('access/oidc-off', 'Nobody signs in by an identity provider here.');
    return provider;
  }
}

const failed = (): HttpProblem =>
  new HttpProblem('access/oidc-failed', 'The identity provider did not say who you are.');

const used = (): HttpProblem => new HttpProblem('access/logout-used', 'This logout token was sent before.');
