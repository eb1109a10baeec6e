import { skipUnknown, type Instant } from '@edict/kernel';

import type { Level } from '../classification/label.ts';
import type { Capacity } from '../permission/capacities.ts';
import type { AccountEvent, AccountKind, Scope, SignInMeans, Span, Subject } from './account.messages.ts';

/** A grant stays known after its end: what was done under it is judged by it. */
export type Grant = Span & Readonly<{ grant: number; capacity: Capacity; unit: string }>;
export type IssuedToken = Readonly<{ scope: Scope; until: Instant | null; revoked: boolean }>;

export type Account = Readonly<{
  kind: AccountKind;
  disabled: boolean;
  grants: readonly Grant[];
  clearance: Readonly<{ level: Level; compartments: readonly string[] }> | null;
  /** Sessions that began earlier are over. */
  sessionsEndedAt: Instant | null;
  means: readonly SignInMeans[];
  /** Who it is to an identity provider. */
  subject: Subject | null;
  tokens: Readonly<Record<string, IssuedToken>>;
}>;

const opened = (kind: AccountKind): Account => ({
  kind,
  disabled: false,
  grants: [],
  clearance: null,
  sessionsEndedAt: null,
  means: [],
  subject: null,
  tokens: {},
});

export const evolve = (account: Account | null, event: AccountEvent): Account | null => {
  if (event.type === 'AccountOpened') return opened(event.data.kind);
  return account && next(account, event);
};

const next = (account: Account, event: Exclude<AccountEvent, { type: 'AccountOpened' }>): Account => {
  switch (event.type) {
    case 'GrantGiven':
    case 'GrantWithdrawn':
      return { ...account, grants: grantsAfter(account.grants, event) };
    case 'ClearanceSet': {
      const { level, compartments } = event.data;
      return { ...account, clearance: { level, compartments } };
    }
    case 'AccountDisabled':
    case 'AccountEnabled':
    case 'SessionsEnded':
      return ended(account, event);
    default:
      return signingIn(account, event);
  }
};

type OfGrants = Extract<AccountEvent, { type: 'GrantGiven' | 'GrantWithdrawn' }>;

const grantsAfter = (grants: readonly Grant[], event: OfGrants): readonly Grant[] => {
  if (event.type === 'GrantWithdrawn')
    return grants.map((each) => (each.grant === event.data.grant ? { ...each, until: event.data.at } : each));
  const { grant, capacity, unit, from, until } = event.data;
  return [...grants, { grant, capacity, unit, from, until }];
};

type Ending = Extract<AccountEvent, { type: 'AccountDisabled' | 'AccountEnabled' | 'SessionsEnded' }>;

/** Whoever is let in again signs in again. */
const ended = (account: Account, event: Ending): Account => {
  if (event.type === 'AccountEnabled') return { ...account, disabled: false };
  const sessionsEndedAt = event.data.at;
  return { ...account, sessionsEndedAt, disabled: account.disabled || event.type === 'AccountDisabled' };
};

type SigningIn = Extract<AccountEvent, { type: 'SignInChanged' | 'SubjectLinked' | 'TokenIssued' | 'TokenRevoked' }>;

const signingIn = (account: Account, event: SigningIn): Account => {
  switch (event.type) {
    case 'SignInChanged':
      return changed(account, event.data);
    case 'SubjectLinked': {
      const { issuer, subject } = event.data;
      return { ...changed(account, { means: 'oidc', change: 'set' }), subject: { issuer, subject } };
    }
    case 'TokenIssued': {
      const { token, scope, until } = event.data;
      return { ...account, tokens: { ...account.tokens, [token]: { scope, until, revoked: false } } };
    }
    case 'TokenRevoked':
      return { ...account, tokens: revokedIn(account.tokens, event.data.token) };
    default:
      return skipUnknown(event, account);
  }
};

type Change = Extract<AccountEvent, { type: 'SignInChanged' }>['data'];

/** Without the provider among the means nobody is known by it. */
const changed = (account: Account, { means, change }: Change): Account => {
  const others = change === 'reset' ? [] : account.means.filter((each) => each !== means);
  const all = change === 'set' ? [...others, means] : others;
  return { ...account, means: all, subject: all.includes('oidc') ? account.subject : null };
};

const revokedIn = (tokens: Account['tokens'], token: string): Account['tokens'] => {
  const known = tokens[token];
  return known ? { ...tokens, [token]: { ...known, revoked: true } } : tokens;
};
