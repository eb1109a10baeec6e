import { describe, expect, it } from '@jest/globals';
import { fold, type Lookup, type Sent } from '@edict/kernel';
import { at, ring, saga, specify, specifySaga } from '@edict/kernel/testing';

import { cancelled, delegate, extendedTo, granted, on, requested } from '../testing/life-examples.ts';
import {
  accepted,
  acknowledged,
  assigned,
  DUE_AT,
  lapsed,
  ofKind,
  registered,
  submitted,
} from '../testing/task-examples.ts';
import { known, MIDNIGHT, note as succeededBy } from '../testing/succession-examples.ts';
import { delegation, dependency } from './delegation.saga.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import { childIdOf } from './task.delegation.ts';
import type { TaskEvent } from './task.events.ts';
import type { Assigned } from './task.state.ts';

const given = specify(task);
const lead = on('2025-05-21', 'ministry');
const later = at('2025-06-01T00:00:00.000Z', saga);
const child = childIdOf('t1', 1);
const submit: TaskCommand = { type: 'SubmitTask', data: { assignment: 1, report: 'Issued' } };
const decided = (command: TaskCommand, history: readonly TaskEvent[], context = lead) =>
  task.decide(command, fold(task, history), context) as readonly TaskEvent[];
const [passedOn] = decided(delegate(), [assigned()]) as [Extract<TaskEvent, { type: 'TaskDelegated' }>];
const note = (ended: 'accepted' | null, dueAt = DUE_AT): TaskCommand => ({
  type: 'NoteChild',
  data: { child, ended, dueAt },
});
const noted = (ended: 'accepted' | null, dueAt = DUE_AT): TaskEvent => ({
  type: 'ChildNoted',
  data: { child, ended, dueAt },
});

describe('A part of a task that is passed on', () => {
  it('is a task of its own, whose issuer is who passes it on, with the day of the whole', () =>
    expect(passedOn).toMatchObject({
      type: 'TaskDelegated',
      data: {
        assignment: 1,
        child: {
          id: child,
          task: {
            ref: '3-2-d1',
            member: 'department',
            parent: 't1',
            ancestors: ['ministry'],
            issuers: ['ministry'],
            lead: ['department'],
            unit: 'department',
            since: '2025-05-21T02:00:00.000Z',
            deadline: { dueAt: DUE_AT },
          },
          escalation: { committee: 'department' },
          exception: null,
        },
      },
    }));

  it('leaves who passes it on accountable', () =>
    expect(fold(task, [assigned(), passedOn])).toMatchObject({ status: 'delegated', task: { unit: 'ministry' } }));

  it('ends with the whole or before it, or for a reason that is stated', () => {
    expect(decided(delegate({ toOn: '2025-06-20' }), [assigned()])).toMatchObject([
      { data: { child: { task: { deadline: { lastDay: '2025-06-20' } } } } },
    ]);
    given(assigned())
      .when(delegate({ toOn: '2025-06-26' }), lead)
      .thenRefused('task/after-parent');
    const exception = 'It is printed later';
    expect(decided(delegate({ toOn: '2025-06-26', exception }), [assigned()])).toMatchObject([
      { data: { child: { exception, task: { deadline: { lastDay: '2025-06-26' } } } } },
    ]);
  });

  it('goes downward only, to a registered unit that has no part of it yet', () => {
    const refusals = (command: TaskCommand, context = lead, ...history: readonly TaskEvent[]) =>
      given(assigned(), ...history).when(command, context);
    refusals(delegate(), on('2025-05-21', 'academy')).thenRefused('task/not-the-lead');
    refusals(delegate({ unit: 'politburo', registered: registered('politburo', null) })).thenRefused(
      'task/delegated-upward',
    );
    refusals(delegate({ unit: 'ministry', registered: registered('ministry', null) })).thenRefused(
      'task/delegated-upward',
    );
    refusals(delegate(), lead, passedOn).thenRefused('task/delegated');
    refusals(delegate({ registered: { value: null, source: 'x@-1' } })).thenRefused('unit/unknown');
    for (const kind of ['group', 'persons', 'placeholder'] as const) {
      const { value, source } = registered('provinces', null);
      const nobody = { value: { ...value, entry: { ...value.entry, kind } }, source };
      refusals(delegate({ unit: 'provinces', registered: nobody })).thenRefused('unit/cannot-answer');
    }
    refusals(delegate({ rules: null })).thenRefused('directive/unknown');
    refusals(delegate(), lead, submitted()).thenRefused('task/awaits-acceptance');
    given(assigned(ofKind('standing')))
      .when(delegate({ toOn: '2025-06-20' }), lead)
      .thenRefused('task/no-deadline');
    given(assigned({ ...ofKind('once'), ancestors: ['department'] }))
      .when(delegate(), lead)
      .thenRefused('task/delegated-upward');
  });
});

describe('A task of which parts were passed on', () => {
  it('closes with its parts', () => {
    given(assigned(), passedOn).when(submit, lead).thenRefused('task/children-open');
    given(assigned(), passedOn, noted('accepted')).when(submit, lead).then(submitted());
  });

  it('or by a reasoned decision on each that is open', () => {
    const decide: TaskCommand = { type: 'DecideOnChild', data: { child, decision: 'leave', reason: 'It goes on' } };
    const left: TaskEvent = {
      type: 'ChildDecided',
      data: { child, decision: 'leave', reason: 'It goes on', evidence: null },
    };
    given(assigned(), passedOn).when(decide, lead).then(left);
    given(assigned(), passedOn, left).when(submit, lead).then(submitted());
    given(assigned(), passedOn, left).when(decide, lead).thenNothing();
    given(assigned(), passedOn).when(decide, on('2025-05-21', 'politburo')).thenRefused('task/not-the-lead');
    given(assigned()).when(decide, lead).thenRefused('task/no-such-child');
    given(assigned(), passedOn, cancelled).when(decide, lead).thenRefused('task/cancelled');
  });

  it('is told once what became of a part, and of every day that moved', () => {
    given(assigned(), passedOn).when(note('accepted'), later).then(noted('accepted'));
    given(assigned(), passedOn, noted('accepted')).when(note('accepted'), later).thenNothing();
    given(assigned(), passedOn).when(note(null), later).thenNothing();
    const { dueAt } = extendedTo('2025-07-09');
    given(assigned(), passedOn).when(note(null, dueAt), later).then(noted(null, dueAt));
    given(assigned()).when(note('accepted'), later).thenNothing();
  });

  it('says which parts would end after it when its own day is moved back', () => {
    const order = { number: '160-KL/TW', issuer: 'politburo' };
    const override: TaskCommand = {
      type: 'OverrideDeadline',
      data: { order, toOn: '2025-06-12', reason: 'Earlier', authorities: {}, rules: null, calendar: null },
    };
    expect(decided(override, [assigned(), passedOn], on('2025-06-01', 'politburo'))).toMatchObject([
      { data: { childrenAfter: [child] } },
    ]);
    expect(decided(override, [assigned(), passedOn, noted('accepted')], on('2025-06-01', 'politburo'))).toMatchObject([
      { data: { childrenAfter: [] } },
    ]);
  });
});

describe('The saga of delegation', () => {
  const of = specifySaga(delegation, task, 'task-t1');
  const part = { ...ofKind('once'), parent: 'p1' };

  it('gives a part to whom it was passed on, watched as the whole is', () =>
    of(assigned())
      .when(passedOn)
      .then({
        key: 'assign',
        send: {
          stream: `task-${child}`,
          type: 'AssignTask',
          data: {
            task: passedOn.data.child.task,
            escalation: passedOn.data.child.escalation,
            watchFrom: assigned().data.watchFrom,
          },
        },
      }));

  it('lets a part say how it ended, and that its day was moved', () => {
    const told = (ended: string | null, dueAt: string | undefined) => ({
      key: 'note',
      send: { stream: 'task-p1', type: 'NoteChild', data: { child: 't1', ended, dueAt } },
    });
    of(assigned(part), submitted())
      .when(accepted)
      .then(told('accepted', DUE_AT) as never);
    of(assigned(part))
      .when(cancelled)
      .then(told('cancelled', DUE_AT) as never);
    of(assigned(part))
      .when(lapsed)
      .then(told('lapsed', DUE_AT) as never);
    of(assigned(part), requested)
      .when(granted())
      .then(told(null, extendedTo('2025-07-09').dueAt) as never);
    of(assigned(part)).when(acknowledged).then();
    of(assigned(), submitted()).when(accepted).then();
  });

  it('ends the open parts of what is cancelled, and one that its lead ends', () => {
    const end = (reason: string) => ({
      key: `end ${child}`,
      send: { stream: `task-${child}`, type: 'CancelWith' as const, data: { because: 't1', reason } },
    });
    of(assigned(), passedOn).when(cancelled).then(end('Task 3-2 has been cancelled.'));
    of(assigned(), passedOn, noted('accepted')).when(cancelled).then();
    const decision = (how: 'cancel' | 'leave'): TaskEvent => ({
      type: 'ChildDecided',
      data: { child, decision: how, reason: 'Not needed', evidence: null },
    });
    of(assigned(), passedOn).when(decision('cancel')).then(end('Not needed'));
    of(assigned(), passedOn).when(decision('leave')).then();
  });
});

describe('The saga of dependencies', () => {
  const of = specifySaga(dependency, task, 'task-t1');
  const before = {
    ...ofKind('once'),
    awaitedBy: ['t2'],
    startsOn: [
      { task: 't3', event: 'accepted' as const },
      { task: 't4', event: 'overdue' as const },
    ],
  };

  it('tells the tasks that wait when it is accepted, and begins what begins with that', () => {
    of(assigned(before), submitted())
      .when(accepted)
      .then(
        { key: 'tell t2', send: { stream: 'task-t2', type: 'NotePredecessor', data: { ref: '3-2', task: 't1' } } },
        {
          key: 'start t3',
          send: { stream: 'task-t3', type: 'StartBecause', data: { task: 't1', event: 'Task 3-2 is done.' } },
        },
      );
    of(assigned(before)).when(submitted()).then();
  });

  it('begins what begins with its failure when it is overdue', () =>
    of(assigned(before))
      .when({ type: 'TaskBecameOverdue', data: { assignment: 1, dueAt: DUE_AT } })
      .then({
        key: 'start t4',
        send: { stream: 'task-t4', type: 'StartBecause', data: { task: 't1', event: 'Task 3-2 is overdue.' } },
      }));
});

describe('A coordinator', () => {
  const contribute: TaskCommand = { type: 'ContributeToTask', data: { contribution: 'The chapter', heirs: {} } };
  const contributed: TaskEvent = {
    type: 'TaskContributed',
    data: { unit: 'academy', contribution: 'The chapter', evidence: null },
  };
  const ask = (data: object = {}): TaskCommand => ({
    type: 'AskContribution',
    data: {
      ...{ assignment: 1, unit: 'academy', what: 'A chapter', toOn: '2025-06-10' },
      registered: registered('academy', null),
      ...data,
    },
  });
  const askedUntil = '2025-06-10T17:00:00.000Z';
  const asked = (data: object = {}): TaskEvent =>
    ({
      type: 'ContributionAsked',
      data: {
        unit: 'academy',
        what: 'A chapter',
        opinion: false,
        dueAt: askedUntil,
        evidence: null,
        goesOver: true,
        ...data,
      },
    }) as TaskEvent;

  it('contributes, and nobody else does', () => {
    given(assigned()).when(contribute, on('2025-05-21', 'academy')).then(contributed);
    given(assigned()).when(contribute, on('2025-05-21', 'archive')).thenRefused('task/not-a-coordinator');
    given(assigned(), submitted(), accepted).when(contribute, on('2025-05-21', 'academy')).thenRefused('task/accepted');
  });

  it('is named in the report of the lead when it has contributed nothing', () => {
    expect(decided(submit, [assigned()])).toMatchObject([{ data: { without: ['academy'] } }]);
    expect(decided(submit, [assigned(), contributed])[0]!.data).not.toHaveProperty('without');
  });

  it('may have an earlier day of its own, never a later one than the lead', () => {
    given(assigned()).when(ask(), lead).then(asked());
    given(assigned())
      .when(ask({ toOn: '2025-06-26' }), lead)
      .thenRefused('task/after-lead');
    given(assigned())
      .when(ask({ toOn: '2025-05-20' }), lead)
      .thenRefused('task/not-later');
    given(assigned()).when(ask(), on('2025-05-21', 'politburo')).thenRefused('task/not-the-lead');
    given(assigned(), asked()).when(ask(), lead).thenNothing();
  });

  it('is called when its day is over, once, and not if it has contributed', () => {
    const call: TaskCommand = { type: 'CallContribution', data: { unit: 'academy', dueAt: askedUntil as never } };
    const missed: TaskEvent = { type: 'ContributionMissed', data: { unit: 'academy', dueAt: askedUntil as never } };
    given(assigned(), asked()).when(call, at(askedUntil, ring)).then(missed);
    given(assigned(), asked()).when(call, at('2025-06-10T16:59:59.999Z', ring)).thenNothing();
    given(assigned(), asked(), missed).when(call, at(askedUntil, ring)).thenNothing();
    given(assigned(), asked(), contributed).when(call, at(askedUntil, ring)).thenNothing();
  });

  it('is whoever is asked for an opinion, too', () => {
    const opinion = { unit: 'archive', opinion: true };
    given(assigned())
      .when(ask({ unit: 'archive' }), lead)
      .thenRefused('task/not-a-coordinator');
    given(assigned()).when(ask(opinion), lead).then(asked(opinion));
    given(assigned())
      .when(ask({ ...opinion, unit: lead.actor.unit }), lead)
      .thenRefused('task/asks-itself');
    const nobody = { value: null, source: 'unit-nobody@-1' };
    given(assigned())
      .when(ask({ ...opinion, unit: 'nobody', registered: nobody }), lead)
      .thenRefused('unit/unknown');
    given(assigned())
      .when(ask({ registered: nobody }), lead)
      .then(asked());
    given(assigned(), asked(opinion))
      .when(contribute, on('2025-05-21', 'archive'))
      .then({ type: 'TaskContributed', data: { unit: 'archive', contribution: 'The chapter', evidence: null } });
  });

  it('is whoever has succeeded a unit that was asked before that went over, for what it has not given itself', () => {
    const opinion = asked({ unit: 'ministry-x', opinion: true, goesOver: undefined });
    const heirs = (kind: 'merge' | 'split', effectiveAt = MIDNIGHT) => {
      const value = known('ministry-x', succeededBy('ministry-x', 'third', { kind, at: effectiveAt }));
      return { 'ministry-x': { value, source: 'unit-ministry-x@1' } };
    };
    const by = (over: object): TaskCommand => ({ ...contribute, data: { ...contribute.data, heirs: over } }) as never;
    const july = on('2025-07-02', 'third');
    const inPlace: TaskEvent = {
      type: 'TaskContributed',
      data: { unit: 'third', inPlaceOf: 'ministry-x', contribution: 'The chapter', evidence: null },
    };
    const whenAsked = (...events: readonly TaskEvent[]) => given(assigned(), opinion, ...events);
    whenAsked()
      .when(by(heirs('merge')), july)
      .then(inPlace);
    whenAsked()
      .when(by(heirs('merge')), on('2025-06-30', 'third'))
      .thenRefused('task/not-a-coordinator');
    whenAsked()
      .when(by(heirs('split')), july)
      .thenRefused('task/not-a-coordinator');
    whenAsked()
      .when(by(heirs('merge')), on('2025-07-02', 'academy'))
      .then(contributed);
    expect((fold(task, [assigned(), opinion, inPlace]) as Assigned).family).toMatchObject({
      asked: [{ unit: 'third', given: true }],
      contributed: ['third'],
    });
    const own: TaskEvent = { type: 'TaskContributed', data: { unit: 'ministry-x', contribution: 'x', evidence: null } };
    whenAsked(own)
      .when(by(heirs('merge')), july)
      .thenRefused('task/not-a-coordinator');
  });
});

describe('A report that is demanded', () => {
  const demand = (toOn?: string): TaskCommand => ({
    type: 'DemandReport',
    data: { what: 'How far?', ...(toOn ? { toOn } : {}) },
  });
  const demanded: TaskEvent = {
    type: 'ReportDemanded',
    data: { demand: 1, by: 'politburo', what: 'How far?', dueAt: '2025-06-10T17:00:00.000Z' as never, evidence: null },
  };
  const call: TaskCommand = { type: 'CallDemand', data: { demand: 1 } };
  const over = at('2025-06-10T17:00:00.000Z', ring);
  const missed: TaskEvent = { type: 'DemandMissed', data: { demand: 1, dueAt: '2025-06-10T17:00:00.000Z' as never } };

  it('is demanded at any time, by an issuer or by whom it is reported to', () => {
    given(assigned()).when(demand('2025-06-10'), on('2025-06-01', 'politburo')).then(demanded);
    given(assigned()).when(demand('2025-06-10'), lead).thenRefused('task/not-the-issuer');
    given(assigned()).when(demand('2025-05-31'), on('2025-06-01', 'politburo')).thenRefused('task/not-later');
    given(assigned())
      .when(demand('2025-06-10'), { ...on('2025-06-11', 'politburo'), now: over.now })
      .thenRefused('task/not-later');
    expect(decided(demand(), [assigned()], on('2025-06-01', 'politburo'))).toMatchObject([{ data: { dueAt: null } }]);
  });

  it('is answered by any report, and called when its day is over without one', () => {
    given(assigned(), demanded).when(call, over).then(missed);
    given(assigned(), demanded, missed).when(call, over).thenNothing();
    given(assigned(), demanded, {
      type: 'ProgressReported',
      data: { assignment: 1, report: 'x', evidence: null, milestone: null },
    })
      .when(call, over)
      .thenNothing();
    given(assigned(), demanded, submitted()).when(call, over).thenNothing();
  });
});

it('The day of the whole, beside which more time for a part is judged, is the last that was set', () => {
  const part = fold(task, [assigned(ofKind('once', { parent: 'p1' }))]);
  const grant = { stream: 'task-t1', type: 'GrantExtension', data: { toOn: '2025-07-10' } } as Sent<TaskCommand>;
  const { parentDueAt } = task.facts!(grant, part) as { parentDueAt: Lookup };
  expect(parentDueAt.stream).toBe('task-p1');
  const happened = [
    { data: { task: { deadline: { dueAt: 'JUNE' } } } },
    { data: { deadline: { dueAt: 'JULY' } } },
    { data: { report: 'x' } },
  ];
  expect(parentDueAt.select(happened as never)).toBe('JULY');
  expect(parentDueAt.select([])).toBeNull();
});
