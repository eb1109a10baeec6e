import { describe, expect, it } from '@jest/globals';
import { instant, plusMs, type Sent } from '@edict/kernel';
import { at, person, ring as clock, saga, specify } from '@edict/kernel/testing';

import { secretariatOf, standingUnitOf } from '../office.ts';
import {
  assigned,
  assignment,
  assignmentRules,
  DUE_AT,
  escalation,
  issuer,
  MAY,
  own,
  registered,
  rules,
  superior,
  toAssign,
  unassigned,
} from '../testing/task-examples.ts';
import { termOf } from './deadline.ts';
import type { EscalationRule, TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';

const given = specify(task);
const JUNE = '2025-06-02T02:00:00.000Z';

describe('A task', () => {
  it('is assigned once, with its watch and the offices that it may be taken to', () => {
    given().when(toAssign(), at(MAY, saga)).then(assigned());
    given().when(toAssign(assignment, null), at(MAY, saga)).then(assigned(assignment, null));
    given(assigned()).when(toAssign(), at(MAY, saga)).thenNothing();
    given(unassigned()).when(toAssign(), at(MAY, saga)).thenNothing();
  });

  it('is left unassigned once, with the rules for when somebody is', () => {
    const { data } = unassigned();
    const leave: TaskCommand = { type: 'LeaveTaskUnassigned', data };
    given().when(leave, at(MAY, saga)).then(unassigned());
    given(unassigned()).when(leave, at(MAY, saga)).thenNothing();
    given(assigned()).when(leave, at(MAY, saga)).thenNothing();
  });
});

describe('A task that nobody has', () => {
  const to = (committee = registered('academy', 'assembly')): TaskCommand => ({
    type: 'AssignTaskTo',
    data: { unit: 'academy', committee },
  });
  const issuing = (now = JUNE, occurredAt = now) => at(now, person('politburo'), occurredAt);
  const toAcademy = (since: string, watchFrom: string | null, changes: Partial<typeof assignment> = {}): TaskEvent => ({
    type: 'TaskAssigned',
    data: {
      assignment: 1,
      task: {
        ...unassigned().data.task,
        unit: 'academy',
        accountable: ['academy'],
        lead: ['academy'],
        acknowledgeBy: termOf(instant(since), 3, rules),
        ...changes,
      },
      escalation: {
        path: [standingUnitOf('d1', 'academy'), standingUnitOf('d1', 'assembly'), issuer],
        opens: 'matter',
        committeeSource: 'unit-academy@0',
      },
      watchFrom: watchFrom === null ? null : instant(watchFrom),
    },
  });

  it('is assigned by one of its issuers to a unit, whose time begins then', () => {
    given(unassigned()).when(to(), issuing()).then(toAcademy(JUNE, JUNE));
    given(unassigned())
      .when(to(), at(JUNE, person('assembly')))
      .then(toAcademy(JUNE, JUNE));
  });

  it('is acknowledged within so many days of when it was assigned, and watched from when that was recorded', () =>
    given(unassigned())
      .when(to(), issuing(JUNE, '2025-05-28T02:00:00.000Z'))
      .then(toAcademy('2025-05-28T02:00Z', JUNE)));

  it('is watched from the later day that was said, and not at all if none was', () => {
    const july = '2025-07-01T00:00:00.000Z';
    given(unassigned({}, instant(july)))
      .when(to(), issuing())
      .then(toAcademy(JUNE, july));
    given(unassigned({}, null)).when(to(), issuing()).then(toAcademy(JUNE, null));
    given(unassigned({}, null), { type: 'TaskWatchBegan', data: { from: instant(july) } })
      .when(to(), issuing())
      .then(toAcademy(JUNE, july));
  });

  it('has no term for its acknowledgement where the policy sets none', () => {
    const { type, data } = unassigned();
    const without = { type, data: { ...data, rules: { ...assignmentRules, acknowledgement: null } } } as const;
    given(without)
      .when(to(), issuing())
      .then(toAcademy(JUNE, JUNE, { acknowledgeBy: null }));
  });

  it('is assigned by nobody else', () => {
    for (const unit of ['academy', 'ministry'])
      given(unassigned())
        .when(to(), at(JUNE, person(unit)))
        .thenRefused('task/not-the-issuer');
  });

  it('is assigned to a registered unit, not to a group, a placeholder or a stranger', () => {
    const { value, source } = registered('academy', null);
    for (const kind of ['group', 'placeholder'] as const)
      given(unassigned())
        .when(to({ value: { ...value, entry: { ...value.entry, kind } }, source }), issuing())
        .thenRefused('unit/cannot-answer');
    given(unassigned())
      .when({ type: 'AssignTaskTo', data: { unit: 'academy', committee: { value: null, source } } }, issuing())
      .thenRefused('unit/unknown');
  });

  it('is not passed over in silence when its day passes: it is overdue, once', () => {
    const ring: TaskCommand = { type: 'CallTime', data: { assignment: 0 } };
    const passed: TaskEvent = { type: 'TaskBecameOverdue', data: { assignment: 0, dueAt: DUE_AT } };
    given(unassigned()).thenWaitsFor({ key: `0/overdue/${DUE_AT}`, at: DUE_AT, ring });
    given(unassigned())
      .when(ring, at(plusMs(DUE_AT, -1), clock))
      .thenNothing();
    given(unassigned()).when(ring, at(DUE_AT, clock)).then(passed);
    given(unassigned(), passed).thenWaitsFor();
    given(unassigned(), passed).when(ring, at(DUE_AT, clock)).thenNothing();
    given(unassigned())
      .when({ type: 'EndWindow', data: { assignment: 0 } }, at(DUE_AT, clock))
      .thenRefused('task/unassigned');
  });

  it('waits for nothing where it cannot be late, has no date, or is not watched on its day', () => {
    given(unassigned({ kind: 'standing' })).thenWaitsFor();
    given(unassigned({ deadline: null })).thenWaitsFor();
    given(unassigned({}, null)).thenWaitsFor();
    given(unassigned({}, plusMs(DUE_AT, 1))).thenWaitsFor();
    given(unassigned({}, DUE_AT)).thenWaitsFor({
      key: `0/overdue/${DUE_AT}`,
      at: DUE_AT,
      ring: { type: 'CallTime', data: { assignment: 0 } },
    });
  });

  it('is assigned once, and has to exist', () => {
    given(assigned()).when(to(), issuing()).thenRefused('task/assigned');
    given(unassigned(), toAcademy(JUNE, JUNE)).when(to(), issuing()).thenRefused('task/assigned');
    given().when(to(), issuing()).thenRefused('task/unknown');
  });
});

describe('The route of an escalation', () => {
  const pathOf = (rule: Partial<EscalationRule>, committee = toAssign().data.committee) => {
    const { data } = toAssign();
    const command: TaskCommand = {
      type: 'AssignTask',
      data: { ...data, escalation: { ...escalation, ...rule }, committee },
    };
    const events = task.decide(command, task.initialState, at(MAY, saga)) as readonly TaskEvent[];
    return (events[0]!.data as ReturnType<typeof assigned>['data']).escalation;
  };

  it('goes in the order of the policy', () => {
    expect(pathOf({ route: ['issuer', 'superior-standing-unit', 'own-standing-unit'] }).path).toStrictEqual([
      issuer,
      superior,
      own,
    ]);
    expect(pathOf({ route: ['own-standing-unit'] }).path).toStrictEqual([own]);
    expect(pathOf({ route: [] }).path).toStrictEqual([]);
  });

  it('begins at the committee that is responsible, whoever has the task', () =>
    expect(pathOf({ committee: 'board', route: ['own-standing-unit'] }).path).toStrictEqual([
      standingUnitOf('d1', 'board'),
    ]));

  it('ends at the secretariat of the first issuer', () =>
    expect(pathOf({ route: ['issuer'] }).path).toStrictEqual([secretariatOf('politburo')]));

  it('leaves out the committee above where none is known', () => {
    expect(pathOf({}, registered('ministry', null)).path).toStrictEqual([own, issuer]);
    expect(pathOf({}, { value: null, source: 'unit-ministry@-1' } as never)).toStrictEqual({
      path: [own, issuer],
      opens: 'matter',
      committeeSource: 'unit-ministry@-1',
    });
  });

  it('opens what the policy says', () => expect(pathOf({ opens: 'notice' }).opens).toBe('notice'));
});

describe('What the registry says of the committee', () => {
  const factsOf = (command: object) =>
    task.facts!({ stream: 'task-t1', ...command } as Sent<TaskCommand>, task.initialState);
  const registration = registered('ministry', 'government').value;
  type Lookup = Readonly<{ stream: string; select(history: readonly object[]): unknown }>;

  it.each([
    [
      'responsible for the escalation',
      { ...toAssign(), data: { ...toAssign().data, escalation: { ...escalation, committee: 'board' } } },
      'unit-board',
    ],
    ['that the task is assigned to', { type: 'AssignTaskTo', data: { unit: 'academy' } }, 'unit-academy'],
  ])('%s is looked up', (_, command, stream) => {
    const { committee, ...others } = factsOf(command) as Record<string, Lookup>;
    expect(others).toEqual({});
    expect(committee!.stream).toBe(stream);
    expect(committee!.select([{ type: 'UnitRegistered', data: registration }])).toMatchObject(registration);
    expect(committee!.select([])).toBeNull();
  });

  it('is not looked up for anything else', () => {
    expect(factsOf({ type: 'LeaveTaskUnassigned', data: unassigned().data })).toStrictEqual({});
    expect(factsOf({ type: 'AcknowledgeTask', data: { assignment: 1 } })).toStrictEqual({});
  });
});
