import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@edict/kernel';
import { at, person, ring, saga, specify, specifySaga } from '@edict/kernel/testing';

import { allFound, calendarFact, cancelled, on, rulesFact, suspended } from '../testing/life-examples.ts';
import {
  accepted,
  assigned,
  assignment,
  DUE_AT,
  MAY,
  ofKind,
  registered,
  submitted,
  unassigned,
} from '../testing/task-examples.ts';
import type { FindingCode } from '../document/finding.ts';
import { dependency } from './delegation.saga.ts';
import type { TaskCommand } from './task.commands.ts';
import type { Ruling } from './task.course.messages.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';
import { periodFrom } from './task.occurrences.ts';

const given = specify(task);
const issuer = on('2025-05-21', 'politburo');
const decided = (command: TaskCommand, history: readonly TaskEvent[], context = issuer) =>
  task.decide(command, fold(task, history), context) as readonly TaskEvent[];
const decide = (finding: string, ruling: Ruling, found = allFound.value): TaskCommand => ({
  type: 'DecideFinding',
  data: {
    finding: finding as never,
    ruling,
    reason: 'One must chair',
    units: Object.fromEntries(
      [ruling.lead, ...(ruling.coordinating ?? [])].flatMap((id) => (id ? [[id, registered(id, null)]] : [])),
    ),
    leads: { competent: placeholder('competent') },
    rules: rulesFact,
    found: { value: found, source: 'directive-d1@0' },
    members: null,
  },
});
const placeholder = (id: string) => {
  const { value, source } = registered(id, null);
  return { value: { ...value, entry: { ...value.entry, kind: 'placeholder' as const } }, source };
};

describe('A decision on a finding', () => {
  it('makes one of several leads the chair; the others coordinate', () => {
    const [event] = decided(decide('several-leads', { lead: 'bureau' }), [assigned()]);
    expect(event).toMatchObject({
      type: 'FindingDecided',
      data: { by: 'politburo', assignment: 2, ruling: { lead: 'bureau', coordinating: ['academy', 'ministry'] } },
    });
    expect(fold(task, [assigned(), event!])).toMatchObject({
      assignment: 2,
      status: 'assigned',
      task: { unit: 'bureau', lead: ['bureau'], accountable: ['ministry'] },
    });
  });

  it('leaves the assignment as it is where the unit that has it is to lead', () => {
    const [event] = decided(decide('several-leads', { lead: 'ministry' }), [assigned()]);
    expect(event).toMatchObject({ data: { assignment: 1, ruling: { coordinating: ['academy', 'bureau'] } } });
  });

  it('gives a task to somebody that the text gave to nobody', () => {
    const events = decided(decide('no-lead', { lead: 'board' }), [unassigned()]);
    expect(events.map(({ type }) => type)).toStrictEqual(['TaskAssigned', 'FindingDecided']);
    expect(fold(task, [unassigned(), ...events])).toMatchObject({
      task: { unit: 'board', lead: ['board'] },
      assignment: 1,
    });
    given(unassigned())
      .when(decide('no-lead', { lead: 'board' }), on('2025-05-21', 'board'))
      .thenRefused('task/not-the-issuer');
    given(unassigned())
      .when(decide('no-interval', { every: 'month' }), issuer)
      .thenRefused('task/unassigned');
  });

  it('is on what its text leaves open, and on nothing else', () => {
    const named = (finding: string, ...found: readonly FindingCode[]) => decide(finding, { lead: 'bureau' }, found);
    given(assigned()).when(named('no-lead', 'several-leads'), issuer).thenRefused('task/no-such-finding');
    given(assigned()).when(named('several-leads'), issuer).thenRefused('task/no-such-finding');
    given(unassigned()).when(named('no-lead', 'no-accountable'), issuer).thenRefused('task/no-such-finding');
    const sought = named('several-leads', 'several-leads');
    const nothing = { ...sought, data: { ...sought.data, found: null } } as TaskCommand;
    given(assigned()).when(nothing, issuer).thenRefused('task/no-such-finding');
  });

  it('fills a placeholder that was to lead, whatever the finding is; any other lead goes on beside it', () => {
    const ruled = (finding: string, lead: readonly string[]) =>
      decided(decide(finding, { lead: 'bureau' }), [assigned({ ...assignment, lead, coordinating: ['archive'] })])[0]!
        .data;
    for (const finding of ['placeholder-not-filled', 'no-lead', 'several-leads']) {
      expect(ruled(finding, ['competent'])).toMatchObject({ ruling: { coordinating: ['archive'] } });
      expect(ruled(finding, ['competent', 'office'])).toMatchObject({
        ruling: { coordinating: ['archive', 'office'] },
      });
      expect(ruled(finding, ['ministry'])).toMatchObject({ ruling: { coordinating: ['archive', 'ministry'] } });
    }
    expect(ruled('common-or-each', ['provinces'])).toMatchObject({
      ruling: { coordinating: ['archive', 'provinces'] },
    });
  });

  it('names the “relevant agencies”', () => {
    const after = fold(task, [
      assigned(),
      ...decided(decide('placeholder-not-filled', { coordinating: ['archive'] }), [assigned()]),
    ]);
    expect(after).toMatchObject({ task: { coordinating: ['archive'] } });
  });

  it('is that of an issuer, fits its finding, and names registered units', () => {
    const refusals = (command: TaskCommand, context = issuer, ...history: readonly TaskEvent[]) =>
      given(assigned(), ...history).when(command, context);
    refusals(decide('several-leads', { lead: 'bureau' }), on('2025-05-21', 'ministry')).thenRefused(
      'task/not-the-issuer',
    );
    refusals(decide('several-leads', { every: 'month' })).thenRefused('task/no-ruling');
    refusals(decide('several-leads', {})).thenRefused('task/no-ruling');
    refusals(decide('no-number', { lead: 'bureau' })).thenRefused('task/no-ruling');
    refusals(decide('no-interval', { every: 'month' })).thenRefused('task/no-ruling');
    refusals(decide('several-leads', { lead: 'bureau' }), issuer, submitted()).thenRefused('task/awaits-acceptance');
    refusals(decide('several-leads', { lead: 'bureau' }), issuer, suspended).thenRefused('task/suspended');
    const nobody = decide('several-leads', { lead: 'bureau' });
    const unknown = {
      ...nobody,
      data: { ...nobody.data, units: { bureau: { value: null, source: 'x@-1' } } },
    } as TaskCommand;
    refusals(unknown).thenRefused('unit/unknown');
  });
});

describe('A task that comes round', () => {
  const periodic = assigned(ofKind('periodic', { deadline: null, acknowledgeBy: null }));
  const monthly = [periodic, ...decided(decide('no-interval', { every: 'month' }), [periodic])];
  const may = {
    occurrence: 1,
    from: '2025-05-21',
    dueAt: instant('2025-05-31T17:00Z'),
    endsAt: instant('2025-06-30T17:00Z'),
  };
  const opened: TaskEvent = { type: 'OccurrenceOpened', data: may };
  const late: TaskEvent = { type: 'OccurrenceBecameOverdue', data: { occurrence: 1, dueAt: may.dueAt } };
  const missed: TaskEvent = { type: 'OccurrenceMissed', data: { occurrence: 1, dueAt: may.dueAt } };
  const open: TaskCommand = { type: 'OpenOccurrence', data: { occurrence: 1 } };
  const call: TaskCommand = { type: 'CallOccurrence', data: { occurrence: 1 } };
  const report = (data: object = {}): TaskCommand => ({
    type: 'ReportProgress',
    data: { assignment: 1, report: 'x', ...data },
  });

  it('has no occurrence where no interval is stated: none is invented', () => given(periodic).thenWaitsFor());

  it('comes round from the day of the decision, by the calendar', () =>
    given(...monthly)
      .when(open, at('2025-05-20T17:00Z', ring))
      .then(opened));

  it('comes round from its assignment where the text states the interval', () => {
    const stated = assigned(ofKind('periodic', { deadline: null, acknowledgeBy: null, every: 'quarter' }));
    given(stated)
      .when(open, at(MAY, ring))
      .then({
        type: 'OccurrenceOpened',
        data: {
          occurrence: 1,
          from: '2025-05-20',
          dueAt: instant('2025-06-30T17:00Z'),
          endsAt: instant('2025-09-30T17:00Z'),
        },
      });
  });

  it.each([
    ['week', '2025-05-21', '2025-05-25', '2025-06-01'],
    ['month', '2025-01-31', '2025-01-31', '2025-02-28'],
    ['quarter', '2025-04-01', '2025-06-30', '2025-09-30'],
    ['half-year', '2025-06-30', '2025-06-30', '2025-12-31'],
    ['year', '2025-02-03', '2025-12-31', '2026-12-31'],
  ] as const)('every %s: from %s it is due with %s and missed with %s', (every, from, due, ends) => {
    expect(periodFrom(1, from, every, 'Asia/Ho_Chi_Minh')).toStrictEqual({
      occurrence: 1,
      from,
      dueAt: `${due}T17:00:00.000Z`,
      endsAt: `${ends}T17:00:00.000Z`,
    });
  });

  it('is overdue with the end of the period, and missed with the end of the next', () => {
    given(...monthly, opened)
      .when(call, at('2025-05-31T16:59:59.999Z', ring))
      .thenNothing();
    given(...monthly, opened)
      .when(call, at(may.dueAt, ring))
      .then(late);
    given(...monthly, opened, late)
      .when(call, at('2025-06-30T16:59:59.999Z', ring))
      .thenNothing();
    given(...monthly, opened, late)
      .when(call, at(may.endsAt, ring))
      .then(missed);
    given(...monthly, opened)
      .when(call, at(may.endsAt, ring))
      .then(late, missed);
    given(...monthly, opened, late, missed)
      .when(call, at(may.endsAt, ring))
      .thenNothing();
  });

  it('is reported on for the oldest period that is open, or the one that is named', () => {
    const said = (occurrence: number): TaskEvent => ({
      type: 'ProgressReported',
      data: { assignment: 1, report: 'x', evidence: null, milestone: null, occurrence },
    });
    const june: TaskEvent = {
      type: 'OccurrenceOpened',
      data: periodFrom(2, '2025-06-01', 'month', 'Asia/Ho_Chi_Minh'),
    };
    const lead = on('2025-06-03', 'ministry');
    given(...monthly, opened, june)
      .when(report(), lead)
      .then(said(1));
    given(...monthly, opened, june)
      .when(report({ occurrence: 2 }), lead)
      .then(said(2));
    given(...monthly, opened, june, said(1))
      .when(report(), lead)
      .then(said(2));
    given(...monthly, opened, said(1))
      .when(report({ occurrence: 1 }), lead)
      .thenRefused('task/no-such-occurrence');
    given(...monthly, opened, said(1))
      .when(call, at(may.dueAt, ring))
      .thenNothing();
  });

  it('does not come round while it is suspended, nor once it is over', () => {
    given(...monthly, suspended).thenWaitsFor();
    given(...monthly, cancelled).thenWaitsFor();
    given(...monthly, opened, cancelled)
      .when(call, at(may.dueAt, ring))
      .thenNothing();
  });
});

describe('A conditional task', () => {
  const conditional = assigned(ofKind('conditional', { acknowledgeBy: null }));
  const start = (toOn?: string): TaskCommand => ({
    type: 'StartTask',
    data: { event: 'The law is passed', ...(toOn ? { toOn } : {}), calendar: calendarFact, rules: rulesFact },
  });
  const started: TaskEvent = {
    type: 'TaskStarted',
    data: { event: 'The law is passed', deadline: null, at: issuer.now, evidence: null },
  };

  it('waits for nothing before its event, and then for its deadline', () => {
    given(conditional).thenWaitsFor();
    given(conditional).when(start(), issuer).then(started);
    const first = instant('2025-06-18T01:00Z');
    given(conditional, started).thenWaitsFor({
      key: `1/reminder/${first}`,
      at: first,
      ring: { type: 'CallTime', data: { assignment: 1 } },
    });
  });

  it('begins once, by the word of its issuer or its lead, with a day if one is given', () => {
    given(conditional, started).when(start(), issuer).thenNothing();
    given(conditional).when(start(), on('2025-05-21', 'archive')).thenRefused('task/not-the-issuer');
    expect(decided(start('2025-08-01'), [conditional], on('2025-05-21', 'ministry'))).toMatchObject([
      { data: { deadline: { lastDay: '2025-08-01' } } },
    ]);
    const secretariat = { ...person('ministry'), capacity: 'secretariat' };
    given(conditional)
      .when(start(), at('2025-05-21T02:00:00.000Z', secretariat, undefined, 'task-t1'))
      .thenRefused('task/not-the-issuer');
    given(conditional).when(start('2025-05-20'), issuer).thenRefused('task/not-later');
    given(assigned()).when(start(), issuer).thenRefused('task/not-conditional');
  });

  it('begins with what befalls another task', () => {
    const because: TaskCommand = {
      type: 'StartBecause',
      data: { task: 't9', event: 'Task 1-1 is overdue.', rules: null },
    };
    const context = at('2025-06-01T00:00Z', saga);
    given(conditional)
      .when(because, context)
      .then({
        type: 'TaskStarted',
        data: { event: 'Task 1-1 is overdue.', deadline: null, at: context.now, evidence: null },
      });
    given(conditional, started).when(because, context).thenNothing();
    given(assigned()).when(because, context).thenNothing();
  });
});

describe('A task that waits for another', () => {
  it('is told once that it is done', () => {
    const note: TaskCommand = { type: 'NotePredecessor', data: { ref: '1-1', task: 't9' } };
    const done: TaskEvent = { type: 'PredecessorDone', data: { ref: '1-1', task: 't9' } };
    given(assigned()).when(note, at('2025-06-01T00:00Z', saga)).then(done);
    given(assigned(), done).when(note, at('2025-06-01T00:00Z', saga)).thenNothing();
  });
});

describe('A registration', () => {
  const correct = (
    changes: object,
    units: Extract<TaskCommand, { type: 'CorrectRegistration' }>['data']['units'] = {},
  ): TaskCommand => ({
    type: 'CorrectRegistration',
    data: { reason: 'A line was left out', changes, units },
  });

  it('is corrected from what to what, and why, by its issuer and never after acceptance', () => {
    given(assigned())
      .when(correct({ statement: 'Issue the decrees and circulars' }), issuer)
      .then({
        type: 'RegistrationCorrected',
        data: {
          from: { statement: 'Issue the decrees' },
          to: { statement: 'Issue the decrees and circulars' },
          reason: 'A line was left out',
          evidence: null,
        },
      });
    given(assigned())
      .when(correct({ statement: 'Issue the decrees' }), issuer)
      .thenNothing();
    given(assigned()).when(correct({}), issuer).thenNothing();
    given(assigned())
      .when(correct({ output: 'x' }), on('2025-05-21', 'ministry'))
      .thenRefused('task/not-the-issuer');
    given(assigned(), submitted())
      .when(correct({ output: 'x' }), issuer)
      .thenRefused('task/awaits-acceptance');
    given(assigned(), submitted(), accepted)
      .when(correct({ output: 'x' }), issuer)
      .thenRefused('task/accepted');
  });
});

describe('Units that a correction names', () => {
  it('are registered, whatever kind they are of: a text may name a group', () => {
    const changes = { coordinating: ['provinces', 'nobody'], reportsTo: ['board'] };
    const known = { provinces: registered('provinces', null), board: registered('board', null) };
    const correcting = (
      units: Extract<TaskCommand, { type: 'CorrectRegistration' }>['data']['units'],
    ): TaskCommand => ({
      type: 'CorrectRegistration',
      data: { reason: 'A line was left out', changes, units },
    });
    const nobody = { value: null, source: 'unit-nobody@-1' };
    given(assigned())
      .when(correcting({ ...known, nobody }), issuer)
      .thenRefused('unit/unknown');
    expect(decided(correcting({ ...known, nobody: registered('nobody', null) }), [assigned()], issuer)).toMatchObject([
      { type: 'RegistrationCorrected', data: { to: changes } },
    ]);
    const command = { ...correcting({}), stream: 'task-t1' };
    expect(Object.keys(task.facts!(command, task.initialState)['units']!).toSorted()).toStrictEqual([
      'board',
      'nobody',
      'provinces',
    ]);
  });
});

describe('What a further document says of a task', () => {
  const by = { number: '160-KL/TW', issuer: 'politburo' };
  const apply = (effect: 'continues' | 'cancelled' | 'changed', toOn?: string): TaskCommand => ({
    type: 'ApplyChange',
    data: { by, effect, ...(toOn ? { toOn } : {}), reason: 'Replaced', rules: rulesFact },
  });
  const then = at('2025-06-01T00:00:00.000Z', saga);

  it('ends it, moves it or lets it go on', () => {
    expect(fold(task, [assigned(), ...decided(apply('cancelled'), [assigned()], then)])).toMatchObject({
      status: 'cancelled',
    });
    expect(decided(apply('changed', '2025-07-31'), [assigned()], then)).toMatchObject([
      { data: { from: DUE_AT, deadline: { lastDay: '2025-07-31' } } },
    ]);
    expect(decided(apply('continues'), [assigned()], then)).toMatchObject([
      { data: { effect: 'continues', deadline: null } },
    ]);
    expect(fold(task, [unassigned(), ...decided(apply('cancelled'), [unassigned()], then)])).toMatchObject({
      cancelled: true,
    });
    given(unassigned()).when(apply('continues'), then).thenNothing();
    given(assigned(), cancelled).when(apply('changed', '2025-07-31'), then).thenNothing();
  });
});

describe('A task that another one waits for, which was entered later', () => {
  const wait: TaskCommand = { type: 'AwaitTask', data: { task: 'w1' } };
  const awaited: TaskEvent = { type: 'TaskAwaited', data: { ref: '3-2', task: 'w1' } };
  const then = at('2025-06-01T00:00:00.000Z', saga);
  const telling = specifySaga(dependency, task, 'task-t1');
  const told = {
    key: 'tell w1',
    send: { stream: 'task-w1', type: 'NotePredecessor' as const, data: { ref: '3-2', task: 't1' } },
  };

  it('learns so once, also while nobody has it, or when it is over', () => {
    given(assigned()).when(wait, then).then(awaited);
    given(assigned(), awaited).when(wait, then).thenNothing();
    given(unassigned()).when(wait, then).then(awaited);
    given(unassigned(), awaited).when(wait, then).thenNothing();
    given(assigned(), submitted(), accepted).when(wait, then).then(awaited);
    given().when(wait, then).thenRefused('task/unknown');
  });

  it('tells it when it is done, and at once where it was done before', () => {
    telling(assigned(), submitted(), awaited).when(accepted).then(told);
    telling(assigned(), submitted(), accepted).when(awaited).then(told);
    telling(assigned()).when(awaited).then();
    telling(assigned(), cancelled).when(awaited).then();
  });
});
