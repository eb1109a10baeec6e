import type { Account, IssuedToken, Level } from '@edict/directives';
import { MACHINE, type Engine } from '@edict/engine';
import type { Instant } from '@edict/kernel';
import type { AccessStore } from '@edict/runtime';

import { isInForce } from './acting-as.ts';
import { Authority } from './authority.ts';
import { cookieIn } from './cookie.ts';
import type { Shown, SignedIn } from './principal.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { Provider } from './provider.ts';
import { Sessions, type SessionInForce } from './sessions.ts';
import { SignIns } from './sign-ins.ts';
import { Throttle } from './throttle.ts';
import { Tokens } from './tokens.ts';

/** What happens at the door: told to whoever keeps the log of the server. Never a secret, and never a login that was tried. */
export type Report = (event: string, facts: Readonly<Record<string, string | number | boolean>>) => void;

export type AccessOptions = Readonly<{
  /** The highest level that the installation holds. */
  ceiling: Level;
  /** `https://edict.example`, as browsers know it; `undefined`: only browsers of this machine. */
  origin?: string | undefined;
  /** Whether the token of the data folder signs in. */
  localToken: boolean;
  /** Who else vouches for people; nobody, if left out. */
  oidc?: OidcSettings | undefined;
  report?: Report;
}>;

/** Everything by which somebody is known, in one place. */
export class Access {
  readonly authority: Authority;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
  readonly throttle: Throttle;
  readonly tokens: Tokens;
  readonly options: AccessOptions;
  readonly report: Report;
  readonly provider: Provider | undefined;

  constructor(
    readonly engine: Engine,
    readonly store: AccessStore,
    options: AccessOptions,
  ) {
    this.authority = new Authority(engine, options.ceiling);
    this.sessions = new Sessions(store);
    this.signIns = new SignIns(store);
    this.throttle = new Throttle(store);
    this.tokens = new Tokens(store);
    this.options = options;
    this.report = options.report ?? (() => undefined);
    this.provider = options.oidc && new Provider(options.oidc, this.report);
  }

  get ports(): Readonly<{ engine: Engine; accessStore: AccessStore }> {
    return { engine: this.engine, accessStore: this.store };
  }

  now(): Instant {
    return this.authority.now();
  }

  /** Whether somebody has shown by now that the account is theirs, and can sign in to it. */
  async isTakenUp(id: string): Promise<boolean> {
    return ((await this.authority.account(id))?.means ?? []).length > 0;
  }

  /** For whoever is to take the account up; `null`: somebody has, and nobody gets in beside them. */
  async invitation(id: string): Promise<string | null> {
    return (await this.isTakenUp(id)) ? null : this.signIns.invite(id, 'sign-in', this.now());
  }

  /** Whether there is one now who can act. */
  async hasAdministrator(): Promise<boolean> {
    const now = this.now();
    for (const { accountId } of await this.engine.reader.as(MACHINE).accounts()) {
      const account = await this.authority.account(accountId);
      const grants = account && !account.disabled ? account.grants : [];
      if (grants.some((grant) => grant.capacity === 'administrator' && isInForce(grant, now))) return true;
    }
    return false;
  }

  /** A header counts before a cookie: a program that shows a token is not somebody whose browser happens to be signed in. */
  async authenticate({ authorization, cookie }: Shown): Promise<SignedIn | undefined> {
    if (authorization !== undefined) return this.#byToken(secretIn(authorization));
    const id = cookieIn(cookie);
    return id === undefined ? undefined : this.#bySession(await this.sessions.inForce(id, this.now()));
  }

  /** Whoever is let in by that, where nobody has done anything just now: a session is not in use by being asked after. */
  async stillSignedIn({ authorization, cookie }: Shown): Promise<SignedIn | undefined> {
    if (authorization !== undefined) return this.#byToken(secretIn(authorization));
    return this.#bySession(await this.#lookedAt(cookie));
  }

  /** Whether what was shown is neither over nor ended. What it is good for now is another question. */
  async isKnown({ authorization, cookie }: Shown): Promise<boolean> {
    if (authorization === undefined) return (await this.#lookedAt(cookie)) !== undefined;
    return (await this.tokens.find(secretIn(authorization), this.now())) !== undefined;
  }

  async #lookedAt(cookie: string | undefined): Promise<SessionInForce | undefined> {
    const id = cookieIn(cookie);
    return id === undefined ? undefined : this.sessions.lookedAt(id, this.now());
  }

  async #byToken(secret: string): Promise<SignedIn | undefined> {
    const now = this.now();
    const known = await this.tokens.find(secret, now);
    const account = known ? await this.authority.account(known.account) : null;
    if (!known || !account || (account.kind === 'operator' && !this.options.localToken)) return undefined;
    const token = tokenIn(account, known.token, now);
    return token && { principal: { ...(await this.authority.principal(known.account, account, token.scope)), token } };
  }

  async #bySession(session: SessionInForce | undefined): Promise<SignedIn | undefined> {
    const account = session && (await this.authority.account(session.account));
    if (!session || account?.kind !== 'person' || isOver(session, account)) return undefined;
    return { principal: await this.authority.principal(session.account, account), session };
  }
}

/** The log says whether it is in force, also where its hash could not be forgotten. */
const tokenIn = ({ tokens, disabled }: Account, token: string, now: Instant): IssuedToken | undefined => {
  const issued = tokens[token];
  if (!issued || issued.revoked || disabled) return undefined;
  return issued.until !== null && issued.until <= now ? undefined : issued;
};

/** The log says so, also where the session could not be forgotten. */
const isOver = ({ beganAt, subject }: SessionInForce, account: Account): boolean =>
  account.disabled ||
  (account.sessionsEndedAt !== null && beganAt <= account.sessionsEndedAt) ||
  (subject !== null && subject !== account.subject?.subject);

/** Of `Bearer TOKEN`, or of `Basic`, where the token is the password and the name does not matter. */
const secretIn = (authorization: string): string => {
  const [, scheme = '', credentials = ''] = /^(bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return credentials;
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
};
