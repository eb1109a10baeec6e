import { INSTALLATION } from '@edict/directives';
import { idFrom, type Actor } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import type { Journal } from '../access-log/journal.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Access } from './access.ts';
import { SELF } from './self.ts';
import type { SessionInForce } from './sessions.ts';
import type { Purpose } from './sign-ins.ts';
import { tooMany } from './throttle.ts';
import { assertHardToGuess } from './weak-password.ts';

/** From where somebody comes, as far as it can be told. */
export type Place = Readonly<{ address: string; agent: string }>;

type Shown = Readonly<{ login: string; password: string; code?: string }>;
type First = Readonly<{ invitation: string; login: string; name: string; password: string }>;

const wrong = (): HttpProblem => new HttpProblem('access/wrong', 'That is not right, or it is no longer.');

/** The start itself: who acts before there is anybody. */
export const starter: Actor = { id: 'first-start', unit: INSTALLATION, capacity: 'administrator', origin: 'person' };

/** How people come in. */
export class Door {
  readonly #access: Access;
  readonly #journal: Pick<Journal, 'now'>;
  constructor(access: Access, journal: Pick<Journal, 'now'>) {
    this.#access = access;
    this.#journal = journal;
  }

  /** The id of a new session, for the cookie. The same no for a wrong name, a wrong password and an account that is disabled. */
  async signIn(shown: Shown, place: Place): Promise<string> {
    const { signIns, sessions } = this.#access;
    const now = this.#access.now();
    const account = await this.#throttled(shown.login, place, async () => {
      const known = await signIns.accountOf('login', shown.login, now);
      return (await this.#isRight(known, shown)) ? known : undefined;
    });
    const means = (await signIns.hasTotp(account, now)) ? ['password', 'totp'] : ['password'];
    this.#access.report('signed-in', { account, address: place.address });
    return sessions.begin(account, { ...place, means }, now);
  }

  /** Shown once more, it counts for a while, under a new id: what could have been seen until now is worth nothing. */
  async confirm(session: SessionInForce, shown: Omit<Shown, 'login'>, id: string, place: Place): Promise<string> {
    const { account } = session;
    await this.#throttled(account, place, async () => ((await this.#isRight(account, shown)) ? account : undefined));
    await this.#access.sessions.end(id);
    return this.#access.sessions.begin(account, { ...place, means: session.means }, this.#access.now());
  }

  async #isRight(id: string | undefined, { password, code }: Omit<Shown, 'login'>): Promise<boolean> {
    const { signIns, authority } = this.#access;
    const now = this.#access.now();
    const isPassword = await signIns.isPassword(id, password, now);
    if (!isPassword || id === undefined || ((await authority.account(id))?.disabled ?? true)) return false;
    if (!(await signIns.hasTotp(id, now))) return true;
    if (code === undefined) throw new HttpProblem('access/code-missing', 'Show the code of your authenticator, too.');
    return signIns.isCode(id, code, now);
  }

  /** What is tried is counted before it is known how it ends; only what was right is forgotten. */
  async #throttled(
    name: string | null,
    { address }: Place,
    attempt: () => Promise<string | undefined>,
  ): Promise<string> {
    const { throttle } = this.#access;
    const place = { sort: 'address', name: address } as const;
    const of = name === null ? [place] : [{ sort: 'login', name } as const, place];
    for (const each of of) {
      const wait = await throttle.attempt(each, this.#access.now());
      if (wait > 0) this.#access.report('sign-in-throttled', { address });
      if (wait > 0) throw tooMany(wait);
    }
    const account = await attempt();
    if (account === undefined) this.#access.report('sign-in-refused', { address });
    if (account === undefined) throw wrong();
    for (const each of of) await throttle.succeeded(each);
    return account;
  }

  /** Whoever holds the link of the first start becomes an administrator, once, while there is none. */
  async first({ invitation, login, name, password }: First, place: Place): Promise<string> {
    const { signIns, engine } = this.#access;
    const now = this.#access.now();
    const id = await this.#throttled(null, place, async () => {
      return (await this.#access.hasAdministrator()) ? undefined : signIns.invited(invitation, 'first', now);
    });
    assertHardToGuess(password, { login, name });
    await this.#recorded(starter, { act: 'POST /accounts/first', about: `account-${id}` }, place);
    await this.#takenUp(invitation, 'first');
    await this.#named(id, { login, name });
    await signIns.setPassword(id, password);
    const stream = `account-${id}`;
    const basis = 'The link of the first start.';
    const grant = { capacity: 'administrator', unit: INSTALLATION, until: null, basis } as const;
    const password_ = { means: 'password', change: 'set' } as const;
    await engine.execute({ stream, type: 'OpenAccount', data: { kind: 'person' } }, byPerson(starter, `open-${id}`));
    await engine.execute({ stream, type: 'GiveGrant', data: grant }, byPerson(starter, `grant-${id}`));
    await engine.execute({ stream, type: 'ChangeSignIn', data: password_ }, byPerson(starter, `password-${id}`));
    this.#access.report('first-administrator', { account: id, address: place.address });
    return this.#access.sessions.begin(id, { ...place, means: ['invitation'] }, now);
  }

  /** A first password, or a new one where the old was taken away. */
  async takeUp(
    { invitation, password }: Readonly<{ invitation: string; password: string }>,
    place: Place,
  ): Promise<string> {
    const { signIns, engine, sessions } = this.#access;
    const id = await this.#invited(invitation, place);
    if ((await this.#access.authority.account(id))?.disabled ?? true) throw wrong();
    assertHardToGuess(password, await signIns.person(id, this.#access.now()));
    const self: Actor = { id, unit: INSTALLATION, capacity: SELF, origin: 'person' };
    await this.#recorded(self, { act: 'POST /accounts/invited', about: `account-${id}` }, place);
    await this.#takenUp(invitation, 'sign-in');
    await signIns.setPassword(id, password);
    const command = { stream: `account-${id}`, type: 'ChangeSignIn', data: { means: 'password', change: 'set' } };
    await engine.execute(command, byPerson(self, idFrom('invitation', invitation)));
    return sessions.begin(id, { ...place, means: ['invitation'] }, this.#access.now());
  }

  /** Nobody guesses an invitation, so that only the place is held back: others must not be. */
  async #invited(secret: string, place: Place): Promise<string> {
    const { signIns } = this.#access;
    return this.#throttled(null, place, async () => signIns.invited(secret, 'sign-in', this.#access.now()));
  }

  /** By whoever comes first. */
  async #takenUp(secret: string, purpose: Purpose): Promise<void> {
    if ((await this.#access.signIns.takeUp(secret, purpose, this.#access.now())) === undefined) throw wrong();
  }

  /** Before it is done: what cannot be recorded does not happen, and the invitation stays good. */
  async #recorded(by: Actor, done: Readonly<{ act: string; about: string }>, { address }: Place): Promise<void> {
    const { id: who, unit, capacity } = by;
    await this.#journal.now([{ who, unit, capacity, ...done, rank: 0, from: address }]);
  }

  async #named(id: string, person: Readonly<{ login: string; name: string }>): Promise<void> {
    if (await this.#access.signIns.name(id, person, this.#access.now())) return;
    throw new HttpProblem('account/login-taken', 'Somebody else signs in by that name.');
  }
}
