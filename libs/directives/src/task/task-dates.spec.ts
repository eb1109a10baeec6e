import { describe, expect, it } from '@jest/globals';
import { fold, instant, type Lookup } from '@edict/kernel';
import { at, person, ring, specify } from '@edict/kernel/testing';

import { policyDocument } from '../testing/documents.ts';
import {
  calendarFact,
  extendedTo,
  grantExtension,
  granted,
  movedAt,
  on,
  refused,
  requested,
  requestExtension,
  rulesFact,
  suspended,
} from '../testing/life-examples.ts';
import {
  accepted,
  assigned,
  DUE_AT,
  due,
  escalated,
  ofKind,
  overdue,
  registered,
  rules,
  submitted,
} from '../testing/task-examples.ts';
import { known, note } from '../testing/succession-examples.ts';
import { deadlineOf } from './deadline.ts';
import { escalatedMatterId } from './escalation.saga.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';

const given = specify(task);
const refuse: TaskCommand = {
  type: 'RefuseExtension',
  data: { request: 1, reason: 'The session does not wait', delegates: null },
};
const june = on('2025-06-10', 'ministry');
const issuer = on('2025-06-20', 'politburo');

describe('More time', () => {
  it('is asked for by the lead before the deadline, with reason, progress and a new working day', () =>
    given(assigned()).when(requestExtension(), june).then(requested));

  it('is asked for up to the last moment, and not after it', () => {
    const when = (now: string) => given(assigned()).when(requestExtension(), at(now, person('ministry')));
    when('2025-06-25T16:59:59.999Z').then(requested);
    when('2025-06-25T17:00:00.000Z').thenRefused('task/deadline-passed');
  });

  it('counts as asked in time when it was, with evidence, and is only entered later', () => {
    const late = at('2025-06-26T02:00Z', person('ministry'), '2025-06-24T02:00:00.000Z');
    given(assigned()).when(requestExtension(), late).thenRefused('act/without-evidence');
    const evidence = 'Letter 14 of 24 June';
    given(assigned())
      .when(requestExtension({ evidence }), late)
      .then({ ...requested, data: { ...requested.data, evidence } } as TaskEvent);
  });

  it('is asked for by nobody else, nor for an assignment that is over', () => {
    given(assigned()).when(requestExtension(), on('2025-06-10', 'academy')).thenRefused('task/not-the-lead');
    given(assigned())
      .when(requestExtension({ assignment: 2 }), june)
      .thenRefused('task/no-such-assignment');
  });

  it('ends on a working day after the deadline', () => {
    const ask = (toOn: string) => given(assigned()).when(requestExtension({ toOn }), june);
    ask('2025-06-28').thenRefused('task/not-a-working-day');
    ask('2025-06-25').thenRefused('task/not-later');
    ask('2025-06-24').thenRefused('task/not-later');
  });

  it('is not asked for where there is no deadline, nor while a report waits, nor once it is over', () => {
    const ask = (...history: readonly TaskEvent[]) => given(...history).when(requestExtension(), june);
    ask(assigned(ofKind('once', { deadline: null }))).thenRefused('task/no-deadline');
    ask(assigned(ofKind('standing'))).thenRefused('task/no-deadline');
    ask(assigned(), submitted()).thenRefused('task/awaits-acceptance');
    ask(assigned(), submitted(), accepted).thenRefused('task/accepted');
    ask(assigned(), suspended).thenRefused('task/suspended');
  });

  it('is asked for once at a time; the same again changes nothing', () => {
    given(assigned(), requested).when(requestExtension(), june).thenNothing();
    given(assigned(), requested)
      .when(requestExtension({ toOn: '2025-07-10' }), june)
      .thenRefused('task/extension-pending');
  });

  it('does not stop the clock by being asked for', () =>
    given(assigned(), requested)
      .when({ type: 'CallTime', data: { assignment: 1 } }, at(DUE_AT, ring))
      .then(overdue));
});

describe('A request for more time', () => {
  it('is granted by an issuer, to the day that was asked for', () =>
    given(assigned(), requested).when(grantExtension(), issuer).then(granted()));

  it('is granted by whom the issuers have empowered', () =>
    given(assigned(), requested).when(grantExtension(), on('2025-06-20', 'bureau-of-control')).then(granted()));

  it('is granted by nobody else: not by a stranger, not by who asked', () => {
    given(assigned(), requested).when(grantExtension(), on('2025-06-20', 'academy')).thenRefused('task/not-the-issuer');
    given(assigned(ofKind('once', { issuers: ['ministry'] })), requested)
      .when(grantExtension(), on('2025-06-20', 'ministry'))
      .thenRefused('task/performer-does-not-grant');
  });

  it('is answered with another working day, if the issuer says so', () => {
    given(assigned(), requested)
      .when(grantExtension({ toOn: '2025-07-02' }), issuer)
      .then(granted('2025-07-02'));
    given(assigned(), requested)
      .when(grantExtension({ toOn: '2025-06-29' }), issuer)
      .thenRefused('task/not-a-working-day');
    given(assigned(), requested)
      .when(grantExtension({ toOn: '2025-06-25' }), issuer)
      .thenRefused('task/not-later');
  });

  it('is refused with a reason, and the deadline stands', () => {
    const no: TaskEvent = {
      type: 'ExtensionRefused',
      data: { request: 1, reason: 'The session does not wait', evidence: null },
    };
    given(assigned(), requested).when(refuse, issuer).then(no);
    expect(fold(task, [assigned(), requested, no])).toMatchObject({
      task: { deadline: { dueAt: DUE_AT } },
      dates: { request: null },
    });
  });

  it('that is not waiting cannot be answered', () => {
    for (const command of [grantExtension(), refuse]) {
      given(assigned()).when(command, issuer).thenRefused('task/no-such-request');
      given(assigned(), requested, granted()).when(command, issuer).thenRefused('task/no-such-request');
      given(assigned(), requested, submitted(), accepted).when(command, issuer).thenRefused('task/accepted');
    }
  });

  it('lets a part end after the whole only for a reason that is stated', () => {
    const parentDueAt = { value: DUE_AT, source: 'task-p@3' };
    given(assigned(), requested).when(grantExtension({ parentDueAt }), issuer).thenRefused('task/after-parent');
    const exception = 'The annex is printed later';
    given(assigned(), requested)
      .when(grantExtension({ parentDueAt, exception }), issuer)
      .then({ ...granted(), data: { ...granted().data, exception } } as TaskEvent);
  });
});

describe('A deadline that was moved', () => {
  const moved = [assigned(ofKind('once', { acknowledgeBy: null })), requested, granted()];

  it('has a ladder of its own, whose past rungs are not called', () => {
    const first = instant('2025-07-02T01:00:00.000Z');
    given(...moved).thenWaitsFor({
      key: `1.1/reminder/${first}`,
      at: first,
      ring: { type: 'CallTime', data: { assignment: 1 } },
    });
  });

  it('is called when the new day is over', () =>
    given(...moved)
      .when({ type: 'CallTime', data: { assignment: 1 } }, at('2025-07-09T17:00:00.000Z', ring))
      .then({ type: 'TaskBecameOverdue', data: { assignment: 1, dueAt: extendedTo('2025-07-09').dueAt } }));

  it('escalates anew when it is missed again, to a matter of its own', () => {
    const history = [assigned(), requested, overdue, escalated, granted('2025-07-09', '2025-07-01')];
    given(...history)
      .when({ type: 'CallTime', data: { assignment: 1 } }, at('2025-07-14T17:00:00.000Z', ring))
      .then({ type: 'TaskBecameOverdue', data: { assignment: 1, dueAt: extendedTo('2025-07-09').dueAt } }, {
        type: 'TaskEscalated',
        data: { ...escalated.data, round: 1 },
      } as TaskEvent);
    expect(new Set([escalatedMatterId('t', 1), escalatedMatterId('t', 1, 1), escalatedMatterId('t', 11)]).size).toBe(3);
  });

  it('is not taken further by the refusal of an office that was asked before it moved', () => {
    const late: TaskCommand = { type: 'TakeToNextLevel', data: { level: 1 } };
    given(assigned(), overdue, escalated, requested, granted()).when(late, at('2025-07-01T00:00Z', ring)).thenNothing();
  });
});

describe('The order of a higher authority', () => {
  const authorities = {
    'the-centre': {
      value: {
        ...registered('the-centre', null).value,
        entry: { ...registered('the-centre', null).value.entry, kind: 'placeholder' as const },
      },
      source: 'unit-the-centre@0',
    },
    'central-committee': {
      value: {
        ...registered('central-committee', null).value,
        entry: { ...registered('central-committee', null).value.entry, level: 'central' as const },
      },
      source: 'unit-central-committee@0',
    },
    politburo: registered('politburo', 'central-committee'),
  };
  const override = (toOn: string, issuerOf = 'central-committee'): TaskCommand => ({
    type: 'OverrideDeadline',
    data: {
      order: { number: '160-KL/TW', issuer: issuerOf },
      toOn,
      reason: 'The Centre orders another day',
      authorities,
      rules: rulesFact,
      calendar: calendarFact,
    },
  });
  const overridden = (day: string, from = DUE_AT as string | null): TaskEvent => ({
    type: 'DeadlineOverridden',
    data: {
      order: { number: '160-KL/TW', issuer: 'central-committee' },
      reason: 'The Centre orders another day',
      childrenAfter: [],
      from: from as never,
      deadline: extendedTo(day),
      movedAt: movedAt('2025-06-20'),
      evidence: null,
    },
  });

  it('replaces the date, earlier or later; the order and the old date stay', () => {
    given(assigned()).when(override('2025-06-23'), issuer).then(overridden('2025-06-23'));
    given(assigned()).when(override('2025-07-31'), issuer).then(overridden('2025-07-31'));
    given(assigned()).when(override('2025-06-25'), issuer).thenNothing();
  });

  it('is entered by who gave it, by an issuer, or by a secretariat', () => {
    given(assigned())
      .when(override('2025-07-31'), on('2025-06-20', 'central-committee'))
      .then(overridden('2025-07-31'));
    const clerk = { ...on('2025-06-20', 'archive'), actor: { ...person('archive'), capacity: 'secretariat' } };
    given(assigned()).when(override('2025-07-31'), clerk).then(overridden('2025-07-31'));
    given(assigned()).when(override('2025-07-31'), on('2025-06-20', 'ministry')).thenRefused('task/not-the-issuer');
  });

  it('is one of who stands above an issuer, or is named in the text', () => {
    given(assigned()).when(override('2025-07-31', 'academy'), issuer).thenRefused('task/not-a-higher-authority');
    const named = assigned(ofKind('once', { deadline: deadlineOf({ ...due, orAsOrderedBy: 'academy' }, rules) }));
    expect('rejection' in task.decide(override('2025-07-31', 'academy'), fold(task, [named]), issuer)).toBe(false);
    const centre = assigned(
      ofKind('once', { issuers: ['assembly'], deadline: deadlineOf({ ...due, orAsOrderedBy: 'the-centre' }, rules) }),
    );
    const by = on('2025-06-20', 'assembly');
    expect('rejection' in task.decide(override('2025-07-31'), fold(task, [centre]), by)).toBe(false);
  });

  it('is also one of who stands further up, and of nobody beside', () => {
    const province = assigned(ofKind('once', { issuers: ['province'] }));
    const units = { ...authorities, province: registered('province', 'politburo') };
    const { data } = override('2025-07-31') as Extract<TaskCommand, { type: 'OverrideDeadline' }>;
    const ordering = (by: string, among: typeof data.authorities) =>
      task.decide(
        { type: 'OverrideDeadline', data: { ...data, order: { number: '1-QD', issuer: by }, authorities: among } },
        fold(task, [province]),
        on('2025-06-20', 'province'),
      );
    for (const above of ['politburo', 'central-committee']) expect('rejection' in ordering(above, units)).toBe(false);
    expect(ordering('assembly', units)).toMatchObject({ rejection: { code: 'task/not-a-higher-authority' } });
    const round = { ...units, politburo: registered('politburo', 'province') };
    expect(ordering('central-committee', round)).toMatchObject({ rejection: { code: 'task/not-a-higher-authority' } });
    const { authorities: wanted } = task.facts!(
      { stream: 'task-t1', type: 'OverrideDeadline', data: { order: data.order, toOn: data.toOn, reason: 'So' } },
      fold(task, [province]),
    ) as { authorities: Record<string, Lookup> };
    expect(Object.keys(wanted)).toStrictEqual(['central-committee', 'province']);
    expect(Object.keys(wanted['province']!.leads!(units.province.value))).toStrictEqual(['politburo']);
  });

  it('is one of who stands above that day, and of whoever has succeeded one who does', () => {
    const province = assigned(ofKind('once', { issuers: ['province'] }));
    const parents = [{ on: '2025-07-01', parent: 'politburo' }];
    const merged = instant('2025-06-24T17:00:00.000Z');
    const filed = known('province');
    const moving = { ...filed, entry: { ...filed.entry, parent: 'assembly' }, parents };
    const units = {
      province: { value: moving, source: 'unit-province@2' },
      assembly: { value: known('assembly', note('assembly', 'senate', { at: merged })), source: 'unit-assembly@1' },
      senate: registered('senate', 'congress'),
      politburo: registered('politburo', 'central-committee'),
    };
    const { data } = override('2025-08-29') as Extract<TaskCommand, { type: 'OverrideDeadline' }>;
    const may = (issuerOf: string, now: string): boolean => {
      const order = { number: '1-QD', issuer: issuerOf };
      const command: TaskCommand = { type: 'OverrideDeadline', data: { ...data, order, authorities: units } };
      return !('rejection' in task.decide(command, fold(task, [province]), at(now, person('province'))));
    };
    const all = ['assembly', 'senate', 'congress', 'politburo', 'central-committee'];
    const over = (now: string) => all.filter((each) => may(each, now));
    expect(over('2025-06-20T02:00:00.000Z')).toStrictEqual(['assembly']);
    expect(over('2025-06-24T17:00:00.000Z')).toStrictEqual(['assembly', 'senate', 'congress']);
    expect(over('2025-06-30T17:00:00.000Z')).toStrictEqual(['politburo', 'central-committee']);
    const { authorities: wanted } = task.facts!(
      { stream: 'task-t1', type: 'OverrideDeadline', data: { order: data.order, toOn: data.toOn, reason: 'So' } },
      fold(task, [province]),
    ) as { authorities: Record<string, Lookup> };
    expect(Object.keys(wanted['province']!.leads!(moving))).toStrictEqual(['assembly', 'politburo']);
  });

  it('is looked up all the way also past whom the text names', () => {
    const named = assigned(ofKind('once', { deadline: deadlineOf({ ...due, orAsOrderedBy: 'academy' }, rules) }));
    const order = { number: '1-QD', issuer: 'assembly' };
    const { authorities: wanted } = task.facts!(
      { stream: 'task-t1', type: 'OverrideDeadline', data: { order, toOn: '2025-07-31', reason: 'So' } },
      fold(task, [named]),
    ) as { authorities: Record<string, Lookup> };
    const under = known('academy');
    const found = { ...under, entry: { ...under.entry, parent: 'government' } };
    expect(Object.keys(wanted['academy']!.leads!(found))).toStrictEqual(['government']);
  });

  it('gives a day to a task whose day another document sets', () => {
    const decision = task.decide(
      override('2025-07-31'),
      fold(task, [assigned(ofKind('once', { deadline: null }))]),
      issuer,
    );
    expect(decision).toMatchObject([{ data: { from: null, deadline: { lastDay: '2025-07-31', firmness: 'firm' } } }]);
  });

  it('gives none where the rules of its directive are not known', () => {
    const command = override('2025-07-31');
    const unknown = { ...command, data: { ...command.data, rules: { value: null, source: '' } } } as TaskCommand;
    given(assigned(ofKind('once', { deadline: null })))
      .when(unknown, issuer)
      .thenRefused('directive/unknown');
  });

  it('gives none to what has no deadline by its nature, nor to what is over', () => {
    given(assigned(ofKind('standing')))
      .when(override('2025-07-31'), issuer)
      .thenRefused('task/no-deadline');
    given(assigned(), submitted(), accepted).when(override('2025-07-31'), issuer).thenRefused('task/accepted');
  });
});

describe('A later policy or calendar', () => {
  const confirm = (from = DUE_AT): TaskCommand => ({
    type: 'ConfirmDeadline',
    data: {
      from,
      reason: 'Edition 5',
      policy: { value: policyDocument({ byIncludesTheDay: false }), source: 'policy@5' },
      calendar: calendarFact,
    },
  });

  it('moves a deadline only when an issuer confirms what it makes of it', () => {
    expect(task.decide(confirm(), fold(task, [assigned()]), issuer)).toMatchObject([
      { type: 'DeadlineRecalculated', data: { from: DUE_AT, deadline: { lastDay: '2025-06-24' } } },
    ]);
    given(assigned()).when(confirm(), on('2025-06-20', 'ministry')).thenRefused('task/not-the-issuer');
  });

  it('is not confirmed for another date than the one that was looked at', () =>
    given(assigned())
      .when(confirm(instant('2025-06-01T17:00Z')), issuer)
      .thenRefused('task/deadline-moved'));

  it('is confirmed once', () => {
    const done = task.decide(confirm(), fold(task, [assigned()]), issuer) as readonly TaskEvent[];
    given(assigned(), ...done)
      .when(confirm(), issuer)
      .thenNothing();
  });
});

it('Refusing a task does not stop its clock either', () =>
  given(assigned(), refused)
    .when({ type: 'CallTime', data: { assignment: 1 } }, at(DUE_AT, ring))
    .then(overdue));
