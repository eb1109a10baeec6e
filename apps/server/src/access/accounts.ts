import { ACCOUNT_FIELDS, relationsFor, type Account, type AccountRow, type Clearance } from '@edict/directives';
import { eventLine, MACHINE, type EventLine, type Reading } from '@edict/engine';
import { Rejection, type Instant } from '@edict/kernel';

import type { Access } from './access.ts';
import { isInForce } from './acting-as.ts';
import type { Grant } from './principal.ts';
import { SELF } from './self.ts';

export type TokenShown = Readonly<{
  id: string;
  name: string | null;
  until: string | null;
  revoked: boolean;
  reading: boolean;
}>;

/** An account, with those of its fields that whoever asks may see. */
export type AccountShown = Readonly<
  Partial<{
    id: string;
    kind: string;
    name: string;
    login: string | null;
    disabled: boolean;
    grants: readonly Grant[];
    clearance: Clearance | null;
    means: readonly string[];
    tokens: readonly TokenShown[];
  }>
>;

/** `given`: the event in which it was given, by whom, in which capacity and on which basis. */
export type AuthorityShown = Readonly<{ grant: Grant; given: EventLine | null }>;

type Asking = Readonly<{ id: string; capacity: string }>;

/** What is known of accounts, shown to whom it concerns. */
export class Accounts {
  readonly #access: Access;
  readonly #reading: Reading;
  constructor(access: Access) {
    this.#access = access;
    this.#reading = access.engine.reader.as(MACHINE);
  }

  /** Whoever is neither an administrator nor an auditor has one. */
  async list(asking: Asking): Promise<readonly AccountShown[]> {
    const all = await this.#reading.accounts();
    const shown = all.filter(({ accountId }) => this.#mayRead(accountId, asking));
    return Promise.all(shown.map(({ accountId }: AccountRow) => this.one(accountId, asking)));
  }

  /** What is somebody else's is not there. */
  async one(id: string, asking: Asking): Promise<AccountShown> {
    const account = this.#mayRead(id, asking) ? await this.#access.authority.account(id) : null;
    if (!account) throw new Rejection('account/unknown', 'There is no such account.');
    return visible(await this.#whole(id, account), id === asking.id ? [SELF, asking.capacity] : [asking.capacity]);
  }

  #mayRead(id: string, asking: Asking): boolean {
    return id === asking.id || relationsFor('ReadAccounts', asking.capacity).includes('any');
  }

  async #whole(id: string, account: Account): Promise<Required<AccountShown>> {
    const person = await this.#access.signIns.person(id, this.#access.now());
    const { kind, disabled, clearance, means } = account;
    const grants = await this.#access.authority.grants(id, account);
    const named = { name: person?.name ?? id, login: person?.login ?? null };
    return { id, kind, ...named, disabled, grants, clearance, means, tokens: await this.tokens(id, account) };
  }

  async tokens(id: string, account: Account): Promise<readonly TokenShown[]> {
    const names = new Map(
      (await this.#access.tokens.of(id, this.#access.now())).map(({ token, name }) => [token, name]),
    );
    return Object.entries(account.tokens).map(([token, { until, revoked, scope }]) => {
      return { id: token, name: names.get(token) ?? null, until, revoked, reading: scope.reading };
    });
  }

  /** By whose authority somebody acted: every grant that was in force then, and the event in which it was given. */
  async authority(
    id: string,
    of: Readonly<{ capacity: string; unit: string }>,
    at: Instant,
  ): Promise<readonly AuthorityShown[]> {
    const account = await this.#access.authority.account(id);
    if (!account) throw new Rejection('account/unknown', 'There is no such account.');
    const all = await this.#access.authority.grants(id, account);
    const then = all.filter(
      (grant) =>
        isInForce(grant, at) && [of.capacity, '*'].includes(grant.capacity) && [of.unit, '*'].includes(grant.unit),
    );
    return Promise.all(then.map(async (grant) => ({ grant, given: await this.#givenIn(grant.source) })));
  }

  async #givenIn(source: string): Promise<EventLine | null> {
    const [stream = '', number = ''] = source.split('#');
    const given = (await this.#reading.history(stream)).find(({ type, data }) => {
      const { grant, appointment } = data as Readonly<{ grant?: number; appointment?: number }>;
      return ['GrantGiven', 'Appointed'].includes(type) && (grant ?? appointment) === Number(number);
    });
    return given ? eventLine(given) : null;
  }

  /** Every event of an account or an office. */
  async history(noun: 'account' | 'office', id: string): Promise<readonly EventLine[]> {
    const history = await this.#reading.history(`${noun}-${id}`);
    if (history.length === 0) throw new Rejection(`${noun}/unknown`, `There is no such ${noun}.`);
    return history.map(eventLine);
  }
}

const visible = (account: Required<AccountShown>, as: readonly string[]): AccountShown => {
  const fields = Object.entries(ACCOUNT_FIELDS).filter(([, seenBy]) => seenBy.some((each) => as.includes(each)));
  return Object.fromEntries(fields.map(([field]) => [field, account[field as keyof AccountShown]]));
};
