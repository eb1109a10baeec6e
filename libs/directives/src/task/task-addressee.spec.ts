import { describe, expect, it } from '@jest/globals';
import { fold } from '@edict/kernel';
import { at, ring, saga, specify } from '@edict/kernel/testing';

import { standingUnitOf } from '../office.ts';
import {
  calendarFact,
  cancelled,
  delegate,
  on,
  refused,
  requested,
  rulesFact,
  suspended,
} from '../testing/life-examples.ts';
import {
  accepted,
  acknowledged,
  assigned,
  DUE_AT,
  ofKind,
  overdue,
  progressed,
  registered,
  submitted,
  TERM_ENDS,
  unassigned,
} from '../testing/task-examples.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';

const given = specify(task);
const lead = on('2025-05-21', 'ministry');
const issuer = on('2025-05-22', 'politburo');
const notOurs: TaskCommand = { type: 'RefuseTask', data: { assignment: 1, reason: 'Not ours', suggested: null } };
const uphold: TaskCommand = { type: 'UpholdAssignment', data: { assignment: 1, reason: 'It is' } };
const upheld: TaskEvent = { type: 'AssignmentUpheld', data: { assignment: 1, reason: 'It is', evidence: null } };
const reassign = (unit = 'board', assignment = 1): TaskCommand => ({
  type: 'ReassignTask',
  data: { assignment, unit, reason: 'It is theirs', committee: registered(unit, 'government'), rules: rulesFact },
});
const stateAfter = (...events: readonly TaskEvent[]) => fold(task, events);
const decided = (command: TaskCommand, history: readonly TaskEvent[], context = issuer) =>
  task.decide(command, fold(task, history), context) as readonly TaskEvent[];

describe('A task that is not theirs', () => {
  it('is refused by who has it, acknowledged or not', () => {
    given(assigned()).when(notOurs, lead).then(refused);
    given(assigned(), acknowledged).when(notOurs, lead).then(refused);
    given(assigned(), refused).when(notOurs, lead).thenNothing();
  });

  it('is said to be that of a unit that can have it, where it is said whose it is', () => {
    const suggesting = (suggests: string, suggested = registered(suggests, null)): TaskCommand => ({
      type: 'RefuseTask',
      data: { assignment: 1, reason: 'Not ours', suggests, suggested },
    });
    given(assigned())
      .when(suggesting('board'), lead)
      .then({ ...refused, data: { ...refused.data, suggests: 'board' } } as TaskEvent);
    const nobody = { value: null, source: 'unit-nobody@-1' } as unknown as ReturnType<typeof registered>;
    given(assigned()).when(suggesting('nobody', nobody), lead).thenRefused('unit/unknown');
    const { value, source } = registered('provinces', null);
    const group = { value: { ...value, entry: { ...value.entry, kind: 'group' as const } }, source };
    given(assigned()).when(suggesting('provinces', group), lead).thenRefused('unit/cannot-answer');
  });

  it('is refused within the term for acknowledging it, judged by when it was said', () => {
    const said = (now: string, evidence?: string) =>
      given(assigned()).when(
        {
          type: 'RefuseTask',
          data: { assignment: 1, reason: 'Not ours', suggested: null, ...(evidence ? { evidence } : {}) },
        },
        at(now, lead.actor, evidence ? '2025-05-21T02:00:00.000Z' : now),
      );
    said('2025-05-23T16:59:59.999Z').then(refused);
    said(TERM_ENDS).thenRefused('task/refusal-late');
    said('2025-06-01T02:00:00.000Z', 'Letter 3').then({
      ...refused,
      data: { ...refused.data, evidence: 'Letter 3' },
    } as TaskEvent);
  });

  it('is not refused by another lead, nor once it has been begun', () => {
    given(assigned()).when(notOurs, on('2025-05-21', 'bureau')).thenRefused('task/not-the-lead');
    given(assigned(), progressed()).when(notOurs, lead).thenRefused('task/begun');
    given(assigned(), submitted()).when(notOurs, lead).thenRefused('task/awaits-acceptance');
    given(assigned(), cancelled).when(notOurs, lead).thenRefused('task/cancelled');
  });

  it('lies where it lay until somebody decides', () =>
    expect(stateAfter(assigned(), refused)).toMatchObject({ status: 'refused', task: { unit: 'ministry' } }));

  it('stays there, if an issuer says so, and is not refused again', () => {
    given(assigned(), acknowledged, refused).when(uphold, issuer).then(upheld);
    expect(stateAfter(assigned(), acknowledged, refused, upheld)).toMatchObject({ status: 'acknowledged' });
    given(assigned(), refused, upheld).when(notOurs, lead).thenRefused('task/refusal-overruled');
    given(assigned(), refused, upheld).when(uphold, issuer).thenNothing();
    given(assigned()).when(uphold, issuer).thenRefused('task/not-refused');
    given(assigned(), refused).when(uphold, lead).thenRefused('task/not-the-issuer');
  });
});

describe('A task that is given to another unit', () => {
  it('has one lead, a new assignment, its own term and its own way up; its deadline does not move', () => {
    const [event] = decided(reassign(), [assigned(), refused]);
    expect(event).toMatchObject({
      type: 'TaskReassigned',
      data: { assignment: 2, from: 'ministry', unit: 'board', acknowledgeBy: { endsAt: '2025-05-27T17:00:00.000Z' } },
    });
    expect(stateAfter(assigned(), refused, event!)).toMatchObject({
      status: 'assigned',
      assignment: 2,
      task: { unit: 'board', lead: ['board'], accountable: ['board'], deadline: { dueAt: DUE_AT } },
      escalation: { path: [{ unit: 'board' }, { unit: 'government' }, { unit: 'politburo' }] },
    });
  });

  it('answers to nobody it was taken from', () => {
    const after = [assigned(), ...decided(reassign(), [assigned()])];
    given(...after)
      .when({ type: 'AcknowledgeTask', data: { assignment: 1 } }, lead)
      .thenRefused('task/no-such-assignment');
    given(...after)
      .when({ type: 'AcknowledgeTask', data: { assignment: 2 } }, lead)
      .thenRefused('task/not-the-lead');
  });

  it('is not called overdue a second time', () => {
    const late = [assigned(), overdue];
    const after = [...late, ...decided(reassign(), late, on('2025-06-26', 'politburo'))];
    given(...after)
      .when({ type: 'CallTime', data: { assignment: 2 } }, at('2025-06-30T17:00:00.000Z', ring))
      .then({
        type: 'TaskEscalated',
        data: {
          level: 1,
          office: standingUnitOf('d1', 'board'),
          refused: null,
          opens: 'matter',
        },
      });
  });

  it('takes a coordinator out of those that coordinate it, and a request for time with it', () => {
    const history = [assigned(), requested];
    const after = stateAfter(...history, ...decided(reassign('academy'), history));
    expect(after).toMatchObject({ task: { coordinating: [] }, dates: { request: null } });
  });

  it('goes to a registered unit that neither has it nor judges it, and by its issuer only', () => {
    const refusals = (command: TaskCommand, context = issuer, ...history: readonly TaskEvent[]) =>
      given(assigned(), ...history).when(command, context);
    refusals(reassign(), lead).thenRefused('task/not-the-issuer');
    refusals(reassign('ministry')).thenRefused('task/assigned');
    refusals(reassign('assembly')).thenRefused('task/performer-does-not-accept');
    refusals(reassign('board', 2)).thenRefused('task/no-such-assignment');
    refusals(reassign(), issuer, submitted()).thenRefused('task/awaits-acceptance');
    refusals(reassign(), issuer, submitted(), accepted).thenRefused('task/accepted');
    refusals(reassign(), issuer, ...decided(delegate(), [assigned()], lead)).thenRefused('task/children-open');
    const nobody = { value: null, source: 'unit-board@-1' };
    const unknown = { ...reassign(), data: { ...reassign().data, committee: nobody } } as TaskCommand;
    refusals(unknown).thenRefused('unit/unknown');
  });
});

describe('A task that is suspended', () => {
  const suspend: TaskCommand = { type: 'SuspendTask', data: { reason: 'A law is awaited' } };
  const resume = (toOn?: string): TaskCommand => ({
    type: 'ResumeTask',
    data: { reason: 'The law is there', ...(toOn ? { toOn } : {}), calendar: calendarFact },
  });

  it('is suspended by its issuer, and waits for nothing', () => {
    given(assigned()).when(suspend, on('2025-06-01', 'politburo')).then(suspended);
    given(assigned()).when(suspend, lead).thenRefused('task/not-the-issuer');
    given(assigned(), suspended).when(suspend, issuer).thenNothing();
    given(assigned(), suspended).thenWaitsFor();
  });

  it('is not worked on until it is resumed', () => {
    given(assigned(), suspended)
      .when({ type: 'SubmitTask', data: { assignment: 1, report: 'x' } }, lead)
      .thenRefused('task/suspended');
    given(assigned(), suspended)
      .when({ type: 'AcknowledgeTask', data: { assignment: 1 } }, lead)
      .thenRefused('task/suspended');
  });

  it('goes on as it was when it is resumed, and its day stands', () => {
    const [resumed] = decided(resume(), [assigned(), acknowledged, suspended], on('2025-06-20', 'politburo'));
    expect(stateAfter(assigned(), acknowledged, suspended, resumed!)).toMatchObject({
      status: 'acknowledged',
      task: { deadline: { dueAt: DUE_AT } },
    });
  });

  it('is called overdue at once if its day has passed meanwhile, and reminded of nothing past', () => {
    const history = [assigned(), acknowledged, suspended];
    const after = [...history, ...decided(resume(), history, on('2025-06-27', 'politburo'))];
    given(...after)
      .when({ type: 'CallTime', data: { assignment: 1 } }, at('2025-06-27T03:00:00.000Z', ring))
      .then(overdue);
  });

  it('may be resumed with another day, which is not over', () => {
    const history = [assigned(), suspended];
    expect(decided(resume('2025-08-01'), history, on('2025-07-01', 'politburo'))).toMatchObject([
      { data: { from: DUE_AT, deadline: { lastDay: '2025-08-01' } } },
    ]);
    given(...history)
      .when(resume('2025-06-30'), on('2025-07-02', 'politburo'))
      .thenRefused('task/not-later');
    given(assigned()).when(resume(), issuer).thenRefused('task/not-suspended');
    given(assigned(ofKind('once', { deadline: null })), suspended)
      .when(resume('2025-08-01'), on('2025-07-01', 'politburo'))
      .thenRefused('task/no-deadline');
  });
});

describe('A task that is cancelled', () => {
  const cancel: TaskCommand = { type: 'CancelTask', data: { reason: 'Not needed' } };

  it('is cancelled by its issuer, with the reason, and is over', () => {
    given(assigned()).when(cancel, issuer).then(cancelled);
    given(assigned()).when(cancel, lead).thenRefused('task/not-the-issuer');
    given(assigned(), cancelled).when(cancel, issuer).thenNothing();
    given(assigned(), cancelled).thenWaitsFor();
    given(assigned(), submitted(), accepted).when(cancel, issuer).thenRefused('task/accepted');
  });

  it('also where nobody has it', () => {
    given(unassigned()).when(cancel, issuer).then(cancelled);
    given(unassigned(), cancelled).when(cancel, issuer).thenNothing();
    given(unassigned(), cancelled).thenWaitsFor();
    given(unassigned(), cancelled)
      .when({ type: 'AssignTaskTo', data: { unit: 'board', committee: registered('board', null) } }, issuer)
      .thenRefused('task/cancelled');
  });

  it('draws along what is a part of it', () => {
    const because = { because: 'parent', reason: 'The whole is cancelled' };
    given(assigned())
      .when({ type: 'CancelWith', data: because }, at('2025-06-01T00:00Z', saga))
      .then({ type: 'TaskCancelled', data: { ...because, order: null, evidence: null } });
    given(assigned(), submitted(), accepted)
      .when({ type: 'CancelWith', data: because }, at('2025-06-01T00:00Z', saga))
      .thenNothing();
  });
});
