import type { Fact, Instant, Message } from '@edict/kernel';

import type { Level } from '../classification/label.ts';
import type { Capacity } from '../permission/capacities.ts';
import type { Prose } from '../prose.ts';
import type { Registration } from '../unit/unit.decider.ts';

/** `operator`: whoever holds the data folder of the installation, and so may act as everybody. Names and secrets are not in the log: they can be erased. */
export type AccountKind = 'person' | 'machine' | 'operator';

/** Half-open, as all periods; `until: null`: until it is withdrawn. */
export type Span = Readonly<{ from: Instant; until: Instant | null }>;

/** What a token is good for, at most: `null` is all that its account may. `reading`: it changes nothing. */
export type Scope = Readonly<{
  reading: boolean;
  capacities: readonly Capacity[] | null;
  units: readonly string[] | null;
}>;

/** `reset`: of whatever sort it was, it is good no more. */
export type SignInChange = 'set' | 'removed' | 'reset';
export type SignInMeans = 'password' | 'totp' | 'oidc';

/** `issuer`: of the identity provider, as it names itself. `subject`: SHA-256, so that the log has no name that another system gives somebody. */
export type Subject = Readonly<{ issuer: string; subject: string }>;

type Granting = { capacity: Capacity; unit: string; from?: Instant; until: Instant | null; basis: Prose };

export type AccountCommand =
  | Message<'OpenAccount', { kind: AccountKind }>
  | Message<'GiveGrant', Granting & { registration: Fact<Registration | null> | null }>
  | Message<'WithdrawGrant', { grant: number; reason: Prose }>
  | Message<'SetClearance', { level: Level; compartments: readonly string[]; basis: Prose }>
  | Message<'DisableAccount', { reason: Prose }>
  | Message<'EnableAccount', { reason: Prose }>
  | Message<'EndSessions', { reason: Prose }>
  | Message<'ChangeSignIn', { means: SignInMeans; change: SignInChange }>
  | Message<'LinkSubject', Subject>
  | Message<'IssueToken', { token: string; scope: Scope; until: Instant | null }>
  | Message<'RevokeToken', { token: string }>;

/** `grant` counts from 1 in the life of the account. */
export type AccountEvent =
  | Message<'AccountOpened', { kind: AccountKind }>
  | Message<'GrantGiven', Granting & { grant: number; from: Instant }>
  | Message<'GrantWithdrawn', { grant: number; at: Instant; reason: Prose }>
  | Message<'ClearanceSet', { level: Level; compartments: readonly string[]; basis: Prose }>
  | Message<'AccountDisabled', { at: Instant; reason: Prose }>
  | Message<'AccountEnabled', { reason: Prose }>
  | Message<'SessionsEnded', { at: Instant; reason: Prose }>
  | Message<'SignInChanged', { means: SignInMeans; change: SignInChange }>
  | Message<'SubjectLinked', Subject>
  | Message<'TokenIssued', { token: string; scope: Scope; until: Instant | null }>
  | Message<'TokenRevoked', { token: string; at: Instant }>;

export type Given<Type extends AccountCommand['type']> = Extract<AccountCommand, { type: Type }>['data'];
