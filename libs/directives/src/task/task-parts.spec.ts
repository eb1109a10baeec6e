import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@edict/kernel';
import { at, ring, saga, specify, specifySaga } from '@edict/kernel/testing';

import { allFound, delegate, on, rulesFact } from '../testing/life-examples.ts';
import { MIDNIGHT } from '../testing/succession-examples.ts';
import { assigned, DUE_AT, ofKind, registered } from '../testing/task-examples.ts';
import { delegation } from './delegation.saga.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import { childIdOf } from './task.delegation.ts';
import type { TaskEvent } from './task.events.ts';
import type { Assigned } from './task.state.ts';

const given = specify(task);
const lead = on('2025-05-21', 'ministry');
const later = at('2025-06-01T00:00:00.000Z', saga);
const child = childIdOf('t1', 1);
const decided = (command: TaskCommand, history: readonly TaskEvent[], context = lead) =>
  task.decide(command, fold(task, history), context) as readonly TaskEvent[];
const [passedOn] = decided(delegate(), [assigned()]) as [TaskEvent];

describe('A task of which a part is passed further', () => {
  const note = (unit: string): TaskCommand => ({
    type: 'NoteChild',
    data: { child, ended: null, dueAt: DUE_AT, unit },
  });
  const noted = (unit: string): TaskEvent => ({
    type: 'ChildNoted',
    data: { child, ended: null, dueAt: DUE_AT, unit },
  });
  const ended: TaskEvent = { type: 'ChildNoted', data: { child, ended: 'accepted', dueAt: DUE_AT } };

  it('is told once who has it now, and passes no other part to that unit', () => {
    given(assigned(), passedOn).when(note('bureau'), later).then(noted('bureau'));
    given(assigned(), passedOn).when(note('department'), later).thenNothing();
    given(assigned(), passedOn, noted('bureau')).when(note('bureau'), later).thenNothing();
    given(assigned(), passedOn, ended).when(note('bureau'), later).thenNothing();
    given(assigned(), passedOn, noted('bureau'))
      .when(delegate({ unit: 'bureau', registered: registered('bureau', null) }), lead)
      .thenRefused('task/delegated');
    expect(decided(delegate(), [assigned(), passedOn, noted('bureau')])).toHaveLength(1);
  });
});

describe('The saga of delegation', () => {
  const of = specifySaga(delegation, task, 'task-t1');
  const part = assigned({ ...ofKind('once'), parent: 'p1' });

  it('lets a part say who has it now', () => {
    const told = (unit: string) => ({
      key: 'note',
      send: { stream: 'task-p1', type: 'NoteChild' as const, data: { child: 't1', ended: null, dueAt: DUE_AT, unit } },
    });
    const handover = { succession: 's1', from: ['ministry'], to: 'heir', effectiveOn: '2025-07-01' };
    const [transferred] = decided(
      { type: 'TransferTask', data: { ...handover, effectiveAt: MIDNIGHT } },
      [part],
      later,
    );
    of(part).when(transferred!).then(told('heir'));
    const to = { unit: 'bureau', committee: registered('bureau', null), rules: null };
    const reassign: TaskCommand = { type: 'ReassignTask', data: { assignment: 1, reason: 'It is theirs', ...to } };
    const [reassigned] = decided(reassign, [part], on('2025-05-22', 'politburo'));
    of(part).when(reassigned!).then(told('bureau'));
    of(assigned()).when(reassigned!).then();
  });
});

describe('How often a part comes round', () => {
  const periodic = (terms: object = {}) =>
    assigned(ofKind('periodic', { deadline: null, acknowledgeBy: null, ...terms }));
  const part = periodic({ parent: 'p1', ref: '3-2-d1' });
  const decide = (every: 'week' | 'month'): TaskCommand => ({
    type: 'DecideFinding',
    data: {
      ...{ finding: 'no-interval', ruling: { every }, reason: 'So that it is seen', units: {}, leads: {} },
      ...{ rules: rulesFact, found: allFound, members: null },
    },
  });
  const said = { by: 'assembly', reason: 'As agreed', evidence: null, zone: 'Asia/Ho_Chi_Minh', since: '2025-06-02' };
  const follow = (every: 'week' | 'month'): TaskCommand => ({
    type: 'FollowInterval',
    data: { every, decided: { whole: 'p1', ...said } },
  });
  const followed = (every: 'week' | 'month'): TaskEvent => ({
    type: 'FindingDecided',
    data: { finding: 'no-interval', ruling: { every }, assignment: 1, whole: 'p1', ...said },
  });
  const issuer = on('2025-05-21', 'politburo');
  const childOf = (...history: readonly TaskEvent[]) => {
    const [event] = decided(delegate(), history, on('2025-08-12', 'ministry'));
    return (event as Extract<TaskEvent, { type: 'TaskDelegated' }>).data.child.task;
  };

  it('is how often the whole does, by the text or by a decision, from when it was passed on', () => {
    const monthly = decided(decide('month'), [periodic()], issuer);
    expect(childOf(periodic(), ...monthly)).toMatchObject({ every: 'month', begins: '2025-08-12' });
    expect(childOf(periodic({ every: 'month' }))).toMatchObject({ every: 'month', begins: '2025-08-12' });
    expect(childOf(periodic({ every: 'month', begins: '2025-09-01' }))).toMatchObject({ begins: '2025-09-01' });
    expect(childOf(periodic())).not.toHaveProperty('every');
    const child = assigned({ ...childOf(periodic(), ...monthly), unit: 'ministry' });
    given(child)
      .when({ type: 'OpenOccurrence', data: { occurrence: 1 } }, at('2025-08-12T02:00:00.000Z', ring))
      .then({
        type: 'OccurrenceOpened',
        data: {
          ...{ occurrence: 1, from: '2025-08-12' },
          ...{ dueAt: instant('2025-08-31T17:00Z'), endsAt: instant('2025-09-30T17:00Z') },
        },
      });
  });

  it('follows a decision on the whole, and each further one', () => {
    given(part).when(follow('month'), later).then(followed('month'));
    given(part, followed('month')).when(follow('month'), later).thenNothing();
    given(part, followed('month')).when(follow('week'), later).then(followed('week'));
    expect((fold(task, [part, followed('month')]) as Assigned).rhythm).toMatchObject({
      every: 'month',
      since: said.since,
    });
  });

  it('stays as whoever passed it on has decided', () => {
    const own = decided(decide('week'), [part], issuer);
    given(part, ...own)
      .when(follow('month'), later)
      .thenNothing();
    given(part, followed('month'), ...decided(decide('week'), [part, followed('month')], issuer))
      .when(follow('month'), later)
      .thenNothing();
  });

  it('is of no matter once it is over, or where it does not come round', () => {
    const lapsed: TaskEvent = { type: 'TaskLapsed', data: { reason: 'Over', evidence: null } } as never;
    given(part, lapsed).when(follow('month'), later).thenNothing();
    given(assigned(ofKind('once', { parent: 'p1' })))
      .when(follow('month'), later)
      .thenNothing();
  });

  it('is handed down to its open parts by the saga, and by a part to its own', () => {
    const of = specifySaga(delegation, task, 'task-t1');
    const open = decided(delegate(), [periodic()])[0]!;
    const [decision] = decided(decide('month'), [periodic(), open], issuer) as [TaskEvent];
    const { by, reason, evidence, zone, since } = { ...said, ...decision.data } as typeof said;
    const handed = (data: object) => ({
      key: `round ${child}`,
      send: {
        ...{ stream: `task-${child}`, type: 'FollowInterval' as const },
        data: { every: 'month' as const, decided: { whole: 't1', by, reason, evidence, zone, since, ...data } },
      },
    });
    of(periodic(), open).when(decision).then(handed({}));
    of(part, open).when(followed('month')).then(handed(said));
    const over: TaskEvent = { type: 'ChildNoted', data: { child, ended: 'cancelled', dueAt: null } };
    of(periodic(), open, over).when(decision).then();
    const named = { ...decision, data: { ...decision.data, ruling: { coordinating: ['archive'] } } } as TaskEvent;
    of(periodic(), open).when(named).then();
  });
});

describe('A part of a task that goes over to a successor', () => {
  const handover = {
    succession: 's1',
    from: ['ministry'],
    to: 'heir',
    effectiveOn: '2025-07-01',
    effectiveAt: MIDNIGHT,
  };
  const part = assigned({
    ...ofKind('once', { parent: 'p1', issuers: ['ministry'], reportsTo: ['ministry'], coordinating: [] }),
    ...{ unit: 'department', lead: ['department'], accountable: ['department'], ancestors: ['ministry'] },
  });
  const follow = (from: readonly string[]): TaskCommand => ({
    type: 'FollowWhole',
    data: { whole: 'p1', from, to: 'heir' },
  });
  const wholeTransferred: TaskEvent = {
    type: 'WholeTransferred',
    data: { whole: 'p1', from: ['ministry'], to: 'heir' },
  };
  const submit: TaskCommand = { type: 'SubmitTask', data: { assignment: 1, report: 'Done' } };
  const accept: TaskCommand = { type: 'AcceptTask', data: { submission: 1 } };

  it('is decided on by the successor of who passed it on, and stays with who has it', () => {
    given(part)
      .when(follow(['ministry', 'academy']), later)
      .then(wholeTransferred);
    const sent = decided(submit, [part], on('2025-07-02', 'department'));
    given(part, ...sent)
      .when(accept, on('2025-07-03', 'heir'))
      .thenRefused('task/not-the-issuer');
    expect(decided(accept, [part, wholeTransferred, ...sent], on('2025-07-03', 'heir'))).toHaveLength(1);
    expect((fold(task, [part, wholeTransferred]) as Assigned).task).toMatchObject({
      ...{ issuers: ['heir'], reportsTo: ['heir'], ancestors: ['heir'] },
      ...{ unit: 'department', lead: ['department'], accountable: ['department'] },
    });
  });

  it('is taken to the successor where it is late, and no more to who passed it on', () => {
    const withPath = {
      ...part,
      data: {
        ...part.data,
        escalation: { ...part.data.escalation, path: [{ kind: 'secretariat', unit: 'ministry' }] },
      },
    } as TaskEvent;
    expect((fold(task, [withPath, wholeTransferred]) as Assigned).escalation.path).toMatchObject([{ unit: 'heir' }]);
  });

  it('follows once, only where who passed it on has gone, and not when it is over', () => {
    given(part, wholeTransferred)
      .when(follow(['ministry']), later)
      .thenNothing();
    given(part)
      .when(follow(['academy']), later)
      .thenNothing();
    const lapsed: TaskEvent = { type: 'TaskLapsed', data: { reason: 'Over', evidence: null } } as never;
    given(part, lapsed)
      .when(follow(['ministry']), later)
      .thenNothing();
    const into: TaskCommand = { type: 'FollowWhole', data: { whole: 'p1', from: ['ministry'], to: 'ministry' } };
    given(part).when(into, later).thenNothing();
  });

  it('is told so by the saga, while it is open', () => {
    const of = specifySaga(delegation, task, 'task-t1');
    const [transferred] = decided({ type: 'TransferTask', data: handover }, [assigned(), passedOn], later);
    const data = { whole: 't1', from: ['ministry'], to: 'heir' };
    of(assigned(), passedOn)
      .when(transferred!)
      .then({ key: `hand down ${child}`, send: { stream: `task-${child}`, type: 'FollowWhole', data } });
    of(assigned()).when(transferred!).then();
    const over: TaskEvent = { type: 'ChildNoted', data: { child, ended: 'accepted', dueAt: DUE_AT } };
    of(assigned(), passedOn, over).when(transferred!).then();
  });
});
