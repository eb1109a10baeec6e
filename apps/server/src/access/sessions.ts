import { randomUUID } from 'node:crypto';

import { plusMs, type Instant } from '@edict/kernel';
import type { AccessStore, AccessEntry } from '@edict/runtime';

import { hashOf, newSecret } from './secrets.ts';

/** NIST SP 800-63B-4, 2.2.3: again after 12 hours at most, or 30 minutes without anything. */
const ABSOLUTE_MS = 12 * 3_600_000;
const IDLE_MS = 30 * 60_000;
/** How long it counts that somebody has just shown who they are. Policy of this project: no source names a figure. */
const CONFIRMED_MS = 15 * 60_000;
/** Not every request is written down: so exact is a session's idle time. */
const TOUCH_MS = 60_000;

const KIND = 'session';
const OF_PROVIDER = 'oidc-session';

/** `handle` names it to its owner; its id is known to the browser alone, and kept as a hash. */
type Session = Readonly<{
  handle: string;
  beganAt: Instant;
  seenAt: Instant;
  confirmedAt: Instant;
  means: readonly string[];
  address: string;
  agent: string;
  /** Of the identity provider, to be ended from there; `subject` as `subjectOf` has it. */
  sid: string | null;
  subject: string | null;
}>;
export type SessionInForce = Session & Readonly<{ account: string; until: Instant }>;
type From = Pick<Session, 'means' | 'address' | 'agent'> & Partial<Pick<Session, 'sid' | 'subject' | 'confirmedAt'>>;

/** Who is signed in by a cookie. The sessions of an account end one by one or all at once. */
export class Sessions {
  readonly #store: AccessStore;
  constructor(store: AccessStore) {
    this.#store = store;
  }

  /** The id is told once, for the cookie. */
  async begin(account: string, from: From, now: Instant): Promise<string> {
    const id = newSecret();
    const session = {
      sid: null,
      subject: null,
      confirmedAt: now,
      ...from,
      handle: randomUUID(),
      beganAt: now,
      seenAt: now,
    };
    await this.#remember(account, session, now);
    await this.#store.put({ kind: KIND, key: hashOf(id), account, until: plusMs(now, ABSOLUTE_MS), value: session });
    return id;
  }

  /** Whose the sessions of a provider are: it may name no more than what it calls one of them. */
  async #remember(account: string, { subject, sid }: Pick<Session, 'subject' | 'sid'>, now: Instant): Promise<void> {
    if (subject === null || sid === null) return;
    const until = plusMs(now, ABSOLUTE_MS);
    await this.#store.put({ kind: OF_PROVIDER, key: hashOf(sid), account, until, value: null });
  }

  async inForce(id: string, now: Instant): Promise<SessionInForce | undefined> {
    const kept = await this.#store.get(KIND, hashOf(id), now);
    if (!kept) return undefined;
    const session = sessionIn(kept);
    if (isIdle(session, now)) return undefined;
    if (plusMs(session.seenAt, TOUCH_MS) <= now) await this.#touch(kept, now);
    return session;
  }

  /** The same, by somebody else than who holds it: it is not in use by that, and may go idle. */
  async lookedAt(id: string, now: Instant): Promise<SessionInForce | undefined> {
    const kept = await this.#store.get(KIND, hashOf(id), now);
    const session = kept && sessionIn(kept);
    return session && !isIdle(session, now) ? session : undefined;
  }

  /** What ended meanwhile does not come back because it was in use. */
  async #touch(kept: AccessEntry, now: Instant): Promise<void> {
    const { account: _, until: __, ...session } = sessionIn(kept);
    await this.#store.swap(kept, kept, { ...kept, value: { ...session, seenAt: now } });
  }

  /** From which places somebody is signed in. */
  async of(account: string, now: Instant): Promise<readonly SessionInForce[]> {
    const all = (await this.#store.of(KIND, account, now)).map(sessionIn);
    return all.filter((session) => !isIdle(session, now));
  }

  async end(id: string): Promise<void> {
    const kept = await this.#store.get(KIND, hashOf(id), '' as Instant);
    if (kept) await this.#store.swap(kept, kept, undefined);
  }

  /** Says whether there was such a one. */
  async endOne(account: string, handle: string, now: Instant): Promise<boolean> {
    return (await this.#endWhere(account, now, (session) => session.handle === handle)) > 0;
  }

  /** Those that began by the identity provider: of a subject, or of one sign-in there. Says how many that were. */
  async endOfProvider({ subject, sid }: Pick<Session, 'subject' | 'sid'>, now: Instant): Promise<number> {
    const named = [
      subject === null ? undefined : await this.#store.get('subject', subject, now),
      sid === null ? undefined : await this.#store.get(OF_PROVIDER, hashOf(sid), now),
    ];
    const isTheirs = (session: SessionInForce): boolean =>
      session.subject !== null &&
      (subject === null || session.subject === subject) &&
      (sid === null || session.sid === sid);
    const accounts = new Set(named.flatMap((kept) => kept?.account ?? []));
    let ended = 0;
    for (const account of accounts) ended += await this.#endWhere(account, now, isTheirs);
    return ended;
  }

  async #endWhere(account: string, now: Instant, which: (session: SessionInForce) => boolean): Promise<number> {
    const all = (await this.#store.of(KIND, account, now)).filter((kept) => which(sessionIn(kept)));
    for (const kept of all) await this.#end(kept, now);
    return all.length;
  }

  /** Also where it is used, and so written anew, at the same moment. */
  async #end(kept: AccessEntry, now: Instant): Promise<void> {
    let at: AccessEntry | undefined = kept;
    while (at && !(await this.#store.swap(at, at, undefined))) at = await this.#store.get(KIND, kept.key, now);
  }

  /** All but the one from which somebody says so; by a token, that is all of them. */
  async endOthers(account: string, own: SessionInForce | null, now: Instant): Promise<void> {
    await this.#endWhere(account, now, ({ handle }) => handle !== own?.handle);
  }

  async endAll(account: string): Promise<void> {
    await this.#store.forget({ kind: KIND, account });
  }
}

export const isConfirmed = ({ confirmedAt }: SessionInForce, now: Instant): boolean =>
  now < plusMs(confirmedAt, CONFIRMED_MS);

const sessionIn = ({ account, until, value }: AccessEntry): SessionInForce => ({
  ...(value as unknown as Session),
  account: account!,
  until: until!,
});

const isIdle = ({ seenAt }: Session, now: Instant): boolean => plusMs(seenAt, IDLE_MS) <= now;
