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

/** `handle` names it to its owner; its id is known to the browser alone, and kept as a hash. */
type Session = Readonly<{
  handle: string;
  beganAt: Instant;
  seenAt: Instant;
  confirmedAt: Instant;
  means: readonly string[];
  address: string;
  agent: string;
  /** Of the identity provider, to be ended from there. */
  sid: string | null;
  subject: string | null;
}>;
export type SessionInForce = Session & Readonly<{ account: string; until: Instant }>;
type From = Pick<Session, 'means' | 'address' | 'agent'> & Partial<Pick<Session, 'sid' | 'subject'>>;

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
      ...from,
      handle: randomUUID(),
      beganAt: now,
      seenAt: now,
      confirmedAt: now,
    };
    await this.#store.put({ kind: KIND, key: hashOf(id), account, until: plusMs(now, ABSOLUTE_MS), value: session });
    return id;
  }

  async inForce(id: string, now: Instant): Promise<SessionInForce | undefined> {
    const kept = await this.#store.get(KIND, hashOf(id), now);
    if (!kept) return undefined;
    const session = sessionIn(kept);
    if (isIdle(session, now)) return undefined;
    if (plusMs(session.seenAt, TOUCH_MS) <= now) await this.#touch(kept, now);
    return session;
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
    return this.#endWhere(account, now, (session) => session.handle === handle);
  }

  async endOfProvider(account: string, sid: string | null, now: Instant): Promise<boolean> {
    return this.#endWhere(account, now, (session) => session.subject !== null && (sid === null || session.sid === sid));
  }

  async #endWhere(account: string, now: Instant, which: (session: SessionInForce) => boolean): Promise<boolean> {
    const all = (await this.#store.of(KIND, account, now)).filter((kept) => which(sessionIn(kept)));
    for (const kept of all) await this.#store.swap(kept, kept, undefined);
    return all.length > 0;
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
