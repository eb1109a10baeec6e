import { plusMs, type Instant } from '@edict/kernel';
import type { AccessStore } from '@edict/runtime';

import { isPassword, passwordHash } from './passwords.ts';
import { hashOf, newSecret } from './secrets.ts';
import { newTotpSecret, stepOf } from './totp.ts';

type Totp = Readonly<{ secret: string; usedUpTo: number; isOn: boolean }>;
export type Person = Readonly<{ login: string | null; name: string }>;
export type Purpose = 'first' | 'sign-in';

/** The first administrator's lasts a day, others three. Policy of this project: no source names a figure. */
const INVITED_MS: Readonly<Record<Purpose, number>> = { first: 24 * 3_600_000, 'sign-in': 72 * 3_600_000 };

/** By what each account can be known, and what it is called. No event has any of it. */
export class SignIns {
  readonly #store: AccessStore;
  constructor(store: AccessStore) {
    this.#store = store;
  }

  /** `false`: somebody else has that login. */
  async name(account: string, { login, name }: Person, now: Instant): Promise<boolean> {
    if (login !== null && !(await this.#take('login', login, account, now))) return false;
    await this.#store.put({ kind: 'person', key: account, account, until: null, value: { login, name } });
    return true;
  }

  async person(account: string, now: Instant): Promise<Person | undefined> {
    return (await this.#store.get('person', account, now))?.value as Person | undefined;
  }

  async accountOf(kind: 'login' | 'subject', key: string, now: Instant): Promise<string | undefined> {
    return (await this.#store.get(kind, key, now))?.account ?? undefined;
  }

  /** `false`: that subject is somebody else. */
  async link(account: string, subject: string, now: Instant): Promise<boolean> {
    return this.#take('subject', subject, account, now);
  }

  /** What an account was known by before it is known by `subject`; `undefined`: it is known by none. */
  async unlinkOthers(account: string, subject: string | undefined, now: Instant): Promise<void> {
    for (const kept of await this.#store.of('subject', account, now))
      if (kept.key !== subject) await this.#store.swap(kept, kept, undefined);
  }

  async #take(kind: string, key: string, account: string, now: Instant): Promise<boolean> {
    const free = await this.#store.swap({ kind, key }, undefined, { kind, key, account, until: null, value: null });
    return free || (await this.#store.get(kind, key, now))?.account === account;
  }

  async setPassword(account: string, password: string): Promise<void> {
    const value = { hash: await passwordHash(password) };
    await this.#store.put({ kind: 'password', key: account, account, until: null, value });
  }

  async isPassword(account: string | undefined, password: string, now: Instant): Promise<boolean> {
    const kept = account === undefined ? undefined : await this.#store.get('password', account, now);
    return isPassword(password, (kept?.value as { hash: string } | undefined)?.hash);
  }

  /** Nothing by which somebody signed in is good any more. */
  async forget(account: string): Promise<void> {
    for (const kind of ['password', 'totp', invitationOf('sign-in'), 'subject'])
      await this.#store.forget({ kind, account });
  }

  /** To be confirmed by a first code. */
  async offerTotp(account: string): Promise<string> {
    const secret = newTotpSecret();
    const value: Totp = { secret, usedUpTo: 0, isOn: false };
    await this.#store.put({ kind: 'totp', key: account, account, until: null, value });
    return secret;
  }

  async hasTotp(account: string, now: Instant): Promise<boolean> {
    return ((await this.#store.get('totp', account, now))?.value as Totp | undefined)?.isOn ?? false;
  }

  /** A code that is right turns it on, and is not right a second time. */
  async isCode(account: string, code: string, now: Instant): Promise<boolean> {
    const kept = await this.#store.get('totp', account, now);
    if (!kept) return false;
    const { secret, usedUpTo } = kept.value as Totp;
    const step = stepOf(secret, code, Date.parse(now), usedUpTo);
    if (step === undefined) return false;
    return this.#store.swap(kept, kept, { ...kept, value: { secret, usedUpTo: step, isOn: true } satisfies Totp });
  }

  async removeTotp(account: string): Promise<void> {
    await this.#store.forget({ kind: 'totp', account });
  }

  /** What is told once, to be handed over: whoever has it becomes the account's owner. An earlier one is void; there is one first administrator. */
  async invite(account: string, purpose: Purpose, now: Instant): Promise<string> {
    const kind = invitationOf(purpose);
    await this.#store.forget(purpose === 'first' ? { kind } : { kind, account });
    const secret = newSecret();
    const until = plusMs(now, INVITED_MS[purpose]);
    await this.#store.put({ kind, key: hashOf(secret), account, until, value: null });
    return secret;
  }

  /** The account that it is for, as long as nobody has taken it up. */
  async invited(secret: string, purpose: Purpose, now: Instant): Promise<string | undefined> {
    return (await this.#store.get(invitationOf(purpose), hashOf(secret), now))?.account ?? undefined;
  }

  /** The account that it is for, once. */
  async takeUp(secret: string, purpose: Purpose, now: Instant): Promise<string | undefined> {
    const kept = await this.#store.get(invitationOf(purpose), hashOf(secret), now);
    return kept && (await this.#store.swap(kept, kept, undefined)) ? kept.account! : undefined;
  }
}

const invitationOf = (purpose: Purpose): string => `invitation-${purpose}`;
