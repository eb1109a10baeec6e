import { describe, expect, it } from '@jest/globals';
import { fold, instant, plusMs, type Actor, type Instant } from '@edict/kernel';
import { alarmLaw, answersAlways, at, person, specify, specifyProjection, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { CAPACITIES } from '../permission/capacities.ts';
import { registered } from '../testing/issued.ts';
import { account } from './account.decider.ts';
import type { Account } from './account.state.ts';
import type { AccountCommand, AccountEvent } from './account.messages.ts';
import { accountView } from './account.projection.ts';
import { areApart } from './duties.ts';

const NOW = instant('2025-06-10T02:00:00Z');
const LATER = instant('2025-07-01T02:00:00Z');
const DAY = 86_400_000;
const admin: Actor = { id: 'root', unit: 'installation', capacity: 'administrator', origin: 'person' };
const self: Actor = { ...person('ministry'), id: 'ann' };
const here = (actor = admin, now: Instant = NOW, stream = 'account-ann') => at(now, actor, now, stream);

type Data<T extends AccountCommand['type']> = Extract<AccountCommand, { type: T }>['data'];
const give = (changes: Partial<Data<'GiveGrant'>> = {}): AccountCommand => ({
  type: 'GiveGrant',
  data: {
    capacity: 'officer',
    unit: 'ministry',
    until: null,
    basis: 'Order 12',
    registration: registered('ministry'),
    ...changes,
  },
});
const issue = (changes: Partial<Data<'IssueToken'>> = {}): AccountCommand => ({
  type: 'IssueToken',
  data: { token: 't1', scope: SCOPE, until: LATER, ...changes },
});

const SCOPE = { reading: false, capacities: null, units: null } as const;
const opened: AccountEvent = { type: 'AccountOpened', data: { kind: 'person' } };
const machine: AccountEvent = { type: 'AccountOpened', data: { kind: 'machine' } };
const granted = (changes: Partial<Extract<AccountEvent, { type: 'GrantGiven' }>['data']> = {}): AccountEvent => ({
  type: 'GrantGiven',
  data: { grant: 1, capacity: 'officer', unit: 'ministry', from: NOW, until: null, basis: 'Order 12', ...changes },
});
const disabled: AccountEvent = { type: 'AccountDisabled', data: { at: NOW, reason: 'Left' } };
const cleared: AccountEvent = {
  type: 'ClearanceSet',
  data: { level: 'secret', compartments: ['a', 'b'], basis: 'Order 3' },
};
const issued: AccountEvent = { type: 'TokenIssued', data: { token: 't1', scope: SCOPE, until: LATER } };

const given = specify(account);

describe('An account', () => {
  it('is opened once, and says for what', () => {
    const open = (kind: 'person' | 'machine') => ({ type: 'OpenAccount', data: { kind } }) as const;
    given().when(open('person'), here()).then(opened);
    given(opened).when(open('person'), here()).thenNothing();
    given(opened).when(open('machine'), here()).thenRefused('account/opened');
  });

  it('of the operator is that of the data folder, and no other', () => {
    const operator = { type: 'OpenAccount', data: { kind: 'operator' } } as const;
    given().when(operator, here()).thenRefused('account/not-the-operator');
    given()
      .when(operator, here(admin, NOW, 'account-local'))
      .then({ type: 'AccountOpened', data: { kind: 'operator' } });
    given()
      .when({ type: 'OpenAccount', data: { kind: 'person' } }, here(admin, NOW, 'account-local'))
      .thenRefused('account/not-the-operator');
  });

  it('that is not there can do nothing', () => {
    for (const command of [give(), issue(), { type: 'DisableAccount', data: { reason: 'x' } } as const])
      given().when(command, here()).thenRefused('account/unknown');
  });

  it('is disabled and enabled again; what it was signed in to is over for good', () => {
    const disable = { type: 'DisableAccount', data: { reason: 'Left' } } as const;
    const enable = { type: 'EnableAccount', data: { reason: 'Came back' } } as const;
    given(opened).when(disable, here()).then(disabled);
    given(opened, disabled).when(disable, here()).thenNothing();
    given(opened).when(enable, here()).thenNothing();
    given(opened, disabled)
      .when(enable, here())
      .then({ type: 'AccountEnabled', data: { reason: 'Came back' } });
    const state = [opened, disabled, { type: 'AccountEnabled', data: { reason: 'x' } } as const].reduce<Account | null>(
      (state, event) => account.evolve(state, event),
      null,
    );
    expect(state).toMatchObject({ disabled: false, sessionsEndedAt: NOW });
  });

  it('ends its own sessions, or an administrator does', () => {
    const end = { type: 'EndSessions', data: { reason: 'Lost telephone' } } as const;
    const ended: AccountEvent = { type: 'SessionsEnded', data: { at: NOW, reason: 'Lost telephone' } };
    given(opened).when(end, here(self)).then(ended);
    given(opened).when(end, here()).then(ended);
    given(opened)
      .when(end, here(person('ministry')))
      .thenRefused('account/not-yours');
  });

  it('is known by what was set, until it is removed', () => {
    const change = (change: 'set' | 'removed') => ({ type: 'ChangeSignIn', data: { means: 'totp', change } }) as const;
    const changed = (change: 'set' | 'removed') =>
      ({ type: 'SignInChanged', data: { means: 'totp', change } }) as const;
    given(opened).when(change('set'), here(self)).then(changed('set'));
    given(opened)
      .when(change('set'), here(person('x')))
      .thenRefused('account/not-yours');
    given(opened).when(change('removed'), here(self)).thenNothing();
    given(opened, changed('set')).when(change('removed'), here()).then(changed('removed'));
    given(opened, changed('set'), changed('removed')).when(change('removed'), here()).thenNothing();
  });

  it('of the operator, or of a machine, is signed in to by nobody as a person is', () => {
    const reset = { type: 'ChangeSignIn', data: { means: 'password', change: 'reset' } } as const;
    const operator: AccountEvent = { type: 'AccountOpened', data: { kind: 'operator' } };
    given(opened).when(reset, here()).then({ type: 'SignInChanged', data: reset.data });
    given(machine).when(reset, here()).thenRefused('account/not-a-person');
    given(operator)
      .when(reset, here(admin, NOW, 'account-local'))
      .thenRefused('account/not-a-person');
  });

  it('of a person is linked by another to who they are to a provider, and again to somebody else', () => {
    const link = (subject: string) =>
      ({ type: 'LinkSubject', data: { issuer: 'https://id.example', subject } }) as const;
    const linked = (subject: string): AccountEvent => ({ ...link(subject), type: 'SubjectLinked' });
    given(opened).when(link('a'), here()).then(linked('a'));
    given(opened, linked('a')).when(link('a'), here()).thenNothing();
    given(opened, linked('a')).when(link('b'), here()).then(linked('b'));
    given(opened).when(link('a'), here(self)).thenRefused('account/not-to-oneself');
    given(machine).when(link('a'), here()).thenRefused('account/not-a-person');
  });

  it('is linked to nobody any more once that by which it was known is taken away', () => {
    const data = { issuer: 'https://id.example', subject: 'a' };
    const reset = { type: 'SignInChanged', data: { means: 'password', change: 'reset' } } as const;
    const known = [opened, { type: 'SubjectLinked', data }, reset] as const;
    expect(fold(account, known.slice(0, 2))).toMatchObject({ means: ['oidc'], subject: data });
    expect(fold(account, known)).toMatchObject({ means: [], subject: null });
  });
});

describe('Authority', () => {
  it('is given from now on, or for a time to come, and by its basis', () => {
    given(opened).when(give(), here()).then(granted());
    given(opened)
      .when(give({ from: LATER, until: plusMs(LATER, DAY) }), here())
      .then(granted({ from: LATER, until: plusMs(LATER, DAY) }));
  });

  it('is not given for a time that has passed, nor for none', () => {
    given(opened)
      .when(give({ from: plusMs(NOW, -1) }), here())
      .thenRefused('account/from-the-past');
    given(opened)
      .when(give({ until: NOW }), here())
      .thenRefused('account/ends-before');
  });

  it('is given by nobody to themselves', () => {
    given(opened)
      .when(give(), here({ ...admin, id: 'ann' }))
      .thenRefused('account/not-to-oneself');
    given(opened)
      .when(
        { type: 'SetClearance', data: { level: 'secret', compartments: [], basis: 'x' } },
        here({ ...admin, id: 'ann' }),
      )
      .thenRefused('account/not-to-oneself');
  });

  it('is for a unit that is registered; an administrator’s is for the installation', () => {
    given(opened)
      .when(give({ registration: { value: null, source: 'unit-ministry@-1' } }), here())
      .thenRefused('unit/unknown');
    given(opened)
      .when(give({ capacity: 'administrator' }), here())
      .thenRefused('account/wrong-unit');
    given(opened)
      .when(give({ unit: 'installation', registration: null }), here())
      .thenRefused('account/wrong-unit');
    given(opened)
      .when(give({ capacity: 'administrator', unit: 'installation', registration: null }), here())
      .then(granted({ capacity: 'administrator', unit: 'installation' }));
  });

  it('given again as it is changes nothing', () =>
    given(opened, granted())
      .when(give({ from: NOW }), here())
      .thenNothing());

  it('ends when it is withdrawn, also before it began, and once', () => {
    const withdraw = (grant = 1): AccountCommand => ({ type: 'WithdrawGrant', data: { grant, reason: 'Moved' } });
    const withdrawn = (moment: Instant): AccountEvent => ({
      type: 'GrantWithdrawn',
      data: { grant: 1, at: moment, reason: 'Moved' },
    });
    given(opened, granted()).when(withdraw(), here(admin, LATER)).then(withdrawn(LATER));
    given(opened, granted({ from: LATER }))
      .when(withdraw(), here())
      .then(withdrawn(LATER));
    given(opened, granted(), withdrawn(NOW)).when(withdraw(), here()).thenNothing();
    given(opened, granted()).when(withdraw(2), here()).thenRefused('grant/unknown');
  });

  const pairs = CAPACITIES.flatMap((a) => CAPACITIES.map((b) => ({ a, b })));
  const unitOf = (capacity: string) => (capacity === 'administrator' ? 'installation' : 'ministry');
  it.each(pairs.filter(({ a, b }) => areApart(a, b)))('of $a and of $b are in different hands', ({ a, b }) => {
    const wanted = give({ capacity: b, unit: unitOf(b), ...(b === 'administrator' ? { registration: null } : {}) });
    given(opened, granted({ capacity: a, unit: unitOf(a) }))
      .when(wanted, here())
      .thenRefused('account/duties-apart');
    given(opened, granted({ capacity: a, unit: unitOf(a), until: NOW }))
      .when(wanted, here())
      .then(granted({ grant: 2, capacity: b, unit: unitOf(b) }));
  });

  it('to read is given by level and compartments, whatever their order', () => {
    const clear = (...compartments: string[]): AccountCommand => ({
      type: 'SetClearance',
      data: { level: 'secret', compartments, basis: 'Order 3' },
    });
    given(opened)
      .when(clear('b', 'a', 'b'), here())
      .then(cleared);
    given(opened, cleared).when(clear('b', 'a'), here()).thenNothing();
  });
});

describe('The separation of duties', () => {
  it('keeps administrators from everything else, and those who examine from acting', () => {
    expect(CAPACITIES.filter((each) => areApart('administrator', each))).toHaveLength(CAPACITIES.length - 1);
    for (const watching of ['auditor', 'inspector'])
      expect(CAPACITIES.filter((each) => areApart(watching, each))).toStrictEqual([
        'officer',
        'secretariat',
        'standingUnit',
        'administrator',
      ]);
  });

  it('is the same from both sides', () => {
    for (const a of CAPACITIES) for (const b of CAPACITIES) expect(areApart(a, b)).toBe(areApart(b, a));
  });
});

describe('A token', () => {
  it('is for oneself, or, from an administrator, for a machine and never for a person', () => {
    given(opened).when(issue(), here(self)).then(issued);
    given(opened).when(issue(), here()).thenRefused('account/not-yours');
    given(machine).when(issue(), here()).then(issued);
    given(machine)
      .when(issue(), here(person('x')))
      .thenRefused('account/not-yours');
  });

  it('ends, within a year and a day, unless it is the operator’s', () => {
    given(opened)
      .when(issue({ until: null }), here(self))
      .thenRefused('token/without-end');
    given(opened)
      .when(issue({ until: NOW }), here(self))
      .thenRefused('token/ended');
    given(opened)
      .when(issue({ until: plusMs(NOW, 366 * DAY + 1) }), here(self))
      .thenRefused('token/too-long');
    given({ type: 'AccountOpened', data: { kind: 'operator' } })
      .when(issue({ until: null }), here({ ...self, id: 'local' }, NOW, 'account-local'))
      .then({ type: 'TokenIssued', data: { token: 't1', scope: SCOPE, until: null } });
  });

  it('is issued once under its id, and to nobody who is disabled', () => {
    given(opened, issued).when(issue(), here(self)).thenNothing();
    given(opened, issued)
      .when(issue({ scope: { ...SCOPE, reading: true } }), here(self))
      .thenRefused('token/exists');
    given(opened, disabled).when(issue(), here(self)).thenRefused('account/disabled');
  });

  it('is revoked by its owner or an administrator, once', () => {
    const revoke = (token = 't1'): AccountCommand => ({ type: 'RevokeToken', data: { token } });
    const revoked: AccountEvent = { type: 'TokenRevoked', data: { token: 't1', at: NOW } };
    for (const actor of [self, admin]) given(opened, issued).when(revoke(), here(actor)).then(revoked);
    given(opened, issued)
      .when(revoke(), here(person('x')))
      .thenRefused('account/not-yours');
    given(opened, issued, revoked).when(revoke(), here(self)).thenNothing();
    given(opened, issued).when(revoke('t2'), here(self)).thenRefused('token/unknown');
  });
});

describe('The view of accounts', () => {
  it('knows each account, and whether it is disabled', () => {
    const row = { accountId: 'ann', kind: 'person', openedAt: '2025-01-01T00:00:00.000Z', disabled: 0 };
    specifyProjection(accountView)('account-ann', opened, granted(), cleared).then({ ann: row });
    specifyProjection(accountView)('account-ann', opened, disabled).then({ ann: { ...row, disabled: 1 } });
    specifyProjection(accountView)('account-ann', opened, disabled, {
      type: 'AccountEnabled',
      data: { reason: 'x' },
    }).then({ ann: row });
  });
});

const commands: fc.Arbitrary<AccountCommand> = fc.oneof(
  fc.constantFrom<AccountCommand>(
    { type: 'OpenAccount', data: { kind: 'person' } },
    { type: 'DisableAccount', data: { reason: 'x' } },
    { type: 'EnableAccount', data: { reason: 'x' } },
    { type: 'EndSessions', data: { reason: 'x' } },
    { type: 'WithdrawGrant', data: { grant: 1, reason: 'x' } },
    { type: 'RevokeToken', data: { token: 't1' } },
    issue(),
  ),
  fc
    .constantFrom(...CAPACITIES)
    .map((capacity) => give({ capacity, unit: capacity === 'administrator' ? 'installation' : 'ministry' })),
);
const scripts = fc.array(
  fc.record<Step<AccountCommand>>({
    command: commands,
    now: fc.nat(60).map((days) => plusMs(NOW, days * DAY)),
    actor: fc.constantFrom(admin, self, person('ministry')),
  }),
  { maxLength: 12 },
);

describe('Whatever becomes of an account', () => {
  it('it answers', () => answersAlways(account, scripts));
  it('it waits for nothing', () => alarmLaw(account, scripts));
});
