import {
  canonical,
  idOf,
  refuse,
  unreachable,
  type Context,
  type Decider,
  type Instant,
  type Refused,
  type Sent,
} from '@edict/kernel';

import { unitNamed } from '../unit/unit.decider.ts';
import type { AccountCommand, AccountEvent, Given } from './account.messages.ts';
import { evolve, type Account } from './account.state.ts';
import { inOtherHands } from './duties.ts';
import { issueToken, revokeToken } from './token.acts.ts';

type Decision = readonly AccountEvent[] | Refused<AccountEvent>;

/** Who acts for the installation, and for no unit of the registry. */
export const INSTALLATION = 'installation';

/** There is one operator, and nobody becomes it by being given an account. */
export const OPERATOR = 'local';

const open = ({ kind }: Given<'OpenAccount'>, account: Account | null, { stream }: Context): Decision => {
  if ((kind === 'operator') !== (idOf(stream) === OPERATOR))
    return refuse('account/not-the-operator', `The operator is ${OPERATOR}, and nobody else is.`);
  if (!account) return [{ type: 'AccountOpened', data: { kind } }];
  return account.kind === kind ? [] : refuse('account/opened', `It was opened for a ${account.kind}.`);
};

const give = (data: Given<'GiveGrant'>, account: Account, context: Context): Decision => {
  const { registration, basis, capacity, unit: of } = data;
  const from = data.from ?? context.now;
  const span = { from, until: data.until };
  const same = account.grants.find((each) => canonical(wordsOf(each)) === canonical({ capacity, unit: of, ...span }));
  if (same) return [];
  const grant = { capacity, ...span };
  const no = nobodyToThemselves(context) ?? notFromThen(span, context) ?? ofUnit(data, registration);
  if (no) return no;
  const other = inOtherHands(account.grants, grant);
  if (other) return refuse('account/duties-apart', `Who is ${other.capacity} is not ${capacity} as well.`);
  return [{ type: 'GrantGiven', data: { grant: account.grants.length + 1, capacity, unit: of, ...span, basis } }];
};

const wordsOf = ({ capacity, unit, from, until }: Account['grants'][number]) => ({ capacity, unit, from, until });

/** An authority that nobody else has given is none. */
const nobodyToThemselves = ({ actor, stream }: Context): Refused<never> | undefined =>
  actor.id === idOf(stream) ? refuse('account/not-to-oneself', 'Nobody gives authority to themselves.') : undefined;

/** What was done under no grant stays so: none is given for a time that has passed. */
export const notFromThen = (
  { from, until }: Readonly<{ from: Instant; until: Instant | null }>,
  { now }: Context,
): Refused<never> | undefined => {
  if (from < now) return refuse('account/from-the-past', `It is ${now}: nothing is given for a time that has passed.`);
  return until !== null && until <= from ? refuse('account/ends-before', 'It would end before it begins.') : undefined;
};

const ofUnit = (
  { capacity, unit: of }: Given<'GiveGrant'>,
  registration: Given<'GiveGrant'>['registration'],
): Refused<never> | undefined => {
  if ((capacity === 'administrator') !== (of === INSTALLATION))
    return refuse('account/wrong-unit', `An administrator acts for the ${INSTALLATION}, and nobody else does.`);
  if (of === INSTALLATION || registration?.value) return undefined;
  return refuse('unit/unknown', `No unit ${of} is registered.`);
};

const withdraw = ({ grant, reason }: Given<'WithdrawGrant'>, { grants }: Account, { now }: Context): Decision => {
  const given = grants.find((each) => each.grant === grant);
  if (!given) return refuse('grant/unknown', `There is no grant ${grant}.`);
  if (given.until !== null && given.until <= now) return [];
  return [{ type: 'GrantWithdrawn', data: { grant, at: now < given.from ? given.from : now, reason } }];
};

const clear = ({ level, compartments, basis }: Given<'SetClearance'>, account: Account, context: Context): Decision => {
  const clearance = { level, compartments: [...new Set(compartments)].sort() };
  if (account.clearance && canonical(account.clearance) === canonical(clearance)) return [];
  return nobodyToThemselves(context) ?? [{ type: 'ClearanceSet', data: { ...clearance, basis } }];
};

const isSelf = ({ actor, stream }: Context): boolean => actor.id === idOf(stream);

/** One's own, or anybody's by an administrator. */
const theirs = (context: Context): Refused<never> | undefined =>
  isSelf(context) || context.actor.capacity === 'administrator'
    ? undefined
    : refuse('account/not-yours', 'It is somebody else’s.');

/** What opens the account of a person is known to nobody but them; that of a machine, to who runs it. */
const theirOwn = ({ kind }: Account, context: Context): Refused<never> | undefined =>
  kind === 'machine' || isSelf(context) ? theirs(context) : refuse('account/not-yours', 'It is somebody else’s.');

const disable = ({ reason }: Given<'DisableAccount'>, { disabled }: Account, { now }: Context): Decision =>
  disabled ? [] : [{ type: 'AccountDisabled', data: { at: now, reason } }];

const enable = ({ reason }: Given<'EnableAccount'>, { disabled }: Account): Decision =>
  disabled ? [{ type: 'AccountEnabled', data: { reason } }] : [];

const endSessions = ({ reason }: Given<'EndSessions'>, context: Context): Decision =>
  theirs(context) ?? [{ type: 'SessionsEnded', data: { at: context.now, reason } }];

/** The operator is known by the data folder and a machine by its tokens: nobody is given another way in to what they may do. */
const changeSignIn = ({ means, change }: Given<'ChangeSignIn'>, account: Account, context: Context): Decision => {
  if (account.kind !== 'person') return refuse('account/not-a-person', 'Only people sign in by a password.');
  if (change === 'removed' && !account.means.includes(means)) return [];
  return theirs(context) ?? [{ type: 'SignInChanged', data: { means, change } }];
};

/** Another says so, never a name or an address that the provider sends: whoever administers the provider would choose whom to be. */
const link = ({ issuer, subject }: Given<'LinkSubject'>, account: Account, context: Context): Decision => {
  if (account.kind !== 'person') return refuse('account/not-a-person', 'Only people sign in by a provider.');
  if (account.subject?.issuer === issuer && account.subject.subject === subject) return [];
  return nobodyToThemselves(context) ?? [{ type: 'SubjectLinked', data: { issuer, subject } }];
};

const decide = (command: AccountCommand, account: Account | null, context: Context): Decision => {
  if (command.type === 'OpenAccount') return open(command.data, account, context);
  if (!account) return refuse('account/unknown', 'There is no such account.');
  switch (command.type) {
    case 'GiveGrant':
      return give(command.data, account, context);
    case 'WithdrawGrant':
      return withdraw(command.data, account, context);
    case 'SetClearance':
      return clear(command.data, account, context);
    case 'DisableAccount':
      return disable(command.data, account, context);
    case 'EnableAccount':
      return enable(command.data, account);
    default:
      return onSigningIn(command, account, context);
  }
};

type SigningIn = Extract<
  AccountCommand,
  { type: 'EndSessions' | 'ChangeSignIn' | 'LinkSubject' | 'IssueToken' | 'RevokeToken' }
>;

const onSigningIn = (command: SigningIn, account: Account, context: Context): Decision => {
  switch (command.type) {
    case 'EndSessions':
      return endSessions(command.data, context);
    case 'ChangeSignIn':
      return changeSignIn(command.data, account, context);
    case 'LinkSubject':
      return link(command.data, account, context);
    case 'IssueToken':
      return theirOwn(account, context) ?? issueToken(command.data, account, context);
    case 'RevokeToken':
      return theirs(context) ?? revokeToken(command.data, account, context);
    default:
      return unreachable(command);
  }
};

/** Somebody, or something, that signs in; what they may act as; and by what they can be known. Never a secret, and never a name. */
export const account: Decider<Account | null, AccountCommand, AccountEvent> = {
  category: 'account',
  origins: {
    OpenAccount: ['person'],
    GiveGrant: ['person'],
    WithdrawGrant: ['person'],
    SetClearance: ['person'],
    DisableAccount: ['person'],
    EnableAccount: ['person'],
    EndSessions: ['person'],
    ChangeSignIn: ['person'],
    LinkSubject: ['person'],
    IssueToken: ['person'],
    RevokeToken: ['person'],
  },
  initialState: null,
  decide,
  evolve,
  alarms: () => [],
  facts: (command: Sent<AccountCommand>) =>
    command.type === 'GiveGrant'
      ? {
          registration: command.data.unit === INSTALLATION ? null : unitNamed(command.data.unit),
        }
      : {},
};
