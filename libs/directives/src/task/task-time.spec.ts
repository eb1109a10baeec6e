import { describe, it } from '@jest/globals';
import { instant, type Instant } from '@edict/kernel';
import { at, saga, specify } from '@edict/kernel/testing';

import type { TaskKind } from '../document/index.ts';
import {
  accepted,
  acknowledged,
  assigned,
  due,
  DUE_AT,
  escalated,
  FIRST_REMINDER,
  GRACE_OVER,
  issuer,
  lapsed,
  LAST_REMINDER,
  MAY,
  neared,
  ofKind,
  overdue,
  own,
  policy,
  progressed,
  returned,
  rules,
  submitted,
  superior,
  TERM_ENDS,
  unassigned,
} from '../testing/task-examples.ts';
import { callTime, rung, timed, waitsFor } from '../testing/time-examples.ts';
import { deadlineOf } from './deadline.ts';
import type { TaskCommand } from './task.commands.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';

const given = specify(task);

const callAcknowledgement: TaskCommand = { type: 'CallAcknowledgement', data: { assignment: 1 } };
const endWindow: TaskCommand = { type: 'EndWindow', data: { assignment: 1 } };
const next = (level: number): TaskCommand => ({ type: 'TakeToNextLevel', data: { level } });
const watch = (from: string): TaskCommand => ({ type: 'WatchTask', data: { from: instant(from) } });

const foundNobody = (level: number, refused: typeof own | typeof issuer | null): TaskEvent => ({
  type: 'EscalationFoundNobody',
  data: { level, refused },
});
const watchBegan = (from: Instant): TaskEvent => ({ type: 'TaskWatchBegan', data: { from } });

const JUST_BEFORE_DUE = '2025-06-25T16:59:59.999Z';

describe('The ladder', () => {
  it('is waited for one rung at a time', () => {
    given(timed()).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER));
    given(timed(), neared(FIRST_REMINDER)).thenWaitsFor(waitsFor('reminder', LAST_REMINDER));
    given(timed(), neared(LAST_REMINDER)).thenWaitsFor(waitsFor('overdue', DUE_AT));
    given(timed(), overdue).thenWaitsFor(waitsFor('escalation', GRACE_OVER));
    given(timed(), overdue, escalated).thenWaitsFor();
    given(timed(), overdue, foundNobody(1, null)).thenWaitsFor();
  });

  it('rings at each rung from its first moment on, and not before', () => {
    given(timed()).when(callTime, rung('2025-06-18T00:59:59.999Z')).thenNothing();
    given(timed()).when(callTime, rung(FIRST_REMINDER)).then(neared(FIRST_REMINDER));
    given(timed(), neared(LAST_REMINDER)).when(callTime, rung(JUST_BEFORE_DUE)).thenNothing();
    given(timed(), neared(LAST_REMINDER)).when(callTime, rung(DUE_AT)).then(overdue);
    given(timed(), overdue).when(callTime, rung('2025-06-30T16:59:59.999Z')).thenNothing();
    given(timed(), overdue).when(callTime, rung(GRACE_OVER)).then(escalated);
  });

  it('rings once, and for the assignment in force', () => {
    given(timed(), neared(FIRST_REMINDER)).when(callTime, rung(FIRST_REMINDER)).thenNothing();
    given(timed(), overdue, escalated).when(callTime, rung('2026-01-01T00:00Z')).thenNothing();
    given(timed())
      .when({ type: 'CallTime', data: { assignment: 2 } }, rung('2026-01-01T00:00Z'))
      .thenNothing();
  });

  it('missed in part sends the last reminder only', () => {
    given(timed()).when(callTime, rung(LAST_REMINDER)).then(neared(LAST_REMINDER));
    given(timed()).when(callTime, rung(JUST_BEFORE_DUE)).then(neared(LAST_REMINDER));
  });

  it('missed as a whole sends no reminder, but says that it is overdue and takes it further', () => {
    given(timed()).when(callTime, rung(DUE_AT)).then(overdue);
    given(timed()).when(callTime, rung('2025-12-01T00:00Z')).then(overdue, escalated);
  });

  it('stands still while a report is looked at, and goes on once it is returned', () => {
    given(timed(), submitted()).thenWaitsFor();
    given(timed(), submitted()).when(callTime, rung('2025-12-01T00:00Z')).thenNothing();
    given(timed(), submitted(), returned()).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER));
    given(timed(), overdue, submitted(), returned()).thenWaitsFor(waitsFor('escalation', GRACE_OVER));
  });

  it('goes on after an acknowledgement or a report of progress', () => {
    given(timed(), acknowledged).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER));
    given(timed(), progressed()).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER));
  });

  it('ends with the task', () => {
    given(timed(), submitted(), accepted).thenWaitsFor();
    given(timed(), submitted(), accepted).when(callTime, rung('2025-12-01T00:00Z')).thenNothing();
    given(timed(), lapsed).thenWaitsFor();
  });

  it('without days of grace is overdue and escalated in one ring', () => {
    const deadline = deadlineOf(due, {
      ...rules,
      policy: { ...policy, escalationGraceDays: { firm: 0, expected: 0, strive: 0 } },
    });
    given(timed({ deadline }), neared(LAST_REMINDER)).thenWaitsFor(waitsFor('overdue', DUE_AT));
    given(timed({ deadline })).when(callTime, rung(DUE_AT)).then(overdue, escalated);
  });

  it('of what is only striven for ends when it is overdue', () => {
    const deadline = deadlineOf({ ...due, firmness: 'strive' }, rules);
    given(timed({ deadline })).when(callTime, rung('2026-01-01T00:00Z')).then(overdue);
    given(timed({ deadline }), overdue).thenWaitsFor();
  });

  it('does not exist before somebody is assigned, nor without a deadline', () => {
    given().thenWaitsFor();
    given(timed({ deadline: null })).thenWaitsFor();
    for (const command of [callTime, callAcknowledgement, endWindow, next(1)])
      given().when(command, rung(MAY)).thenRefused('task/unknown');
    for (const command of [callAcknowledgement, endWindow, next(1)])
      given(unassigned()).when(command, rung(MAY)).thenRefused('task/unassigned');
  });
});

describe('The term for an acknowledgement', () => {
  const missed: TaskEvent = { type: 'AcknowledgementMissed', data: { assignment: 1, termEndedAt: TERM_ENDS } };
  const awaiting = assigned(ofKind('standing'));
  const alarm = waitsFor('acknowledgement', TERM_ENDS, callAcknowledgement);

  it('runs beside the ladder', () => given(assigned()).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER), alarm));

  it('runs for every kind of task, and is missed from its end on, once', () => {
    for (const kind of ['once', 'standing', 'periodic', 'until', 'conditional'] as const)
      given(assigned(ofKind(kind)))
        .when(callAcknowledgement, rung(TERM_ENDS))
        .then(missed);
    given(awaiting).thenWaitsFor(alarm);
    given(awaiting).when(callAcknowledgement, rung('2025-05-23T16:59:59.999Z')).thenNothing();
    given(awaiting, missed).thenWaitsFor();
    given(awaiting, missed).when(callAcknowledgement, rung(TERM_ENDS)).thenNothing();
  });

  it('ends as soon as the task has arrived, or is over', () => {
    for (const event of [acknowledged, progressed(), submitted(), lapsed]) {
      given(awaiting, event).thenWaitsFor();
      given(awaiting, event).when(callAcknowledgement, rung(TERM_ENDS)).thenNothing();
    }
  });

  it('runs for the assignment that it names', () =>
    given(awaiting)
      .when({ type: 'CallAcknowledgement', data: { assignment: 2 } }, rung(TERM_ENDS))
      .thenNothing());

  it('does not run where the policy sets none, or nobody watches', () => {
    given(assigned(ofKind('standing', { acknowledgeBy: null }))).thenWaitsFor();
    given(assigned(ofKind('standing'), null)).thenWaitsFor();
    given(assigned(ofKind('standing'), null))
      .when(callAcknowledgement, rung(TERM_ENDS))
      .thenNothing();
  });

  it('counts if it ends with the moment from which on the task is watched, or later', () => {
    given(assigned(ofKind('standing'), TERM_ENDS)).thenWaitsFor(alarm);
    given(assigned(ofKind('standing'), instant('2025-05-23T17:00:00.001Z'))).thenWaitsFor();
  });
});

describe('What is in force until a day', () => {
  const until = (watchFrom: Instant | null = instant(MAY)) =>
    assigned(ofKind('until', { acknowledgeBy: null, inForceUntil: DUE_AT }), watchFrom);
  const ended: TaskEvent = {
    type: 'TaskLapsed',
    data: { assignment: 1, endedAt: DUE_AT, reason: null, evidence: null },
  };

  it('lapses at the end of its window, and is never late', () => {
    given(until()).thenWaitsFor(waitsFor('window', DUE_AT, endWindow));
    given(until()).when(endWindow, rung(JUST_BEFORE_DUE)).thenNothing();
    given(until()).when(endWindow, rung(DUE_AT)).then(ended);
    given(until()).when(endWindow, rung('2026-01-01T00:00Z')).then(ended);
    given(until()).when(callTime, rung('2026-01-01T00:00Z')).thenNothing();
  });

  it('lapses once, and for the assignment in force', () => {
    given(until(), lapsed).thenWaitsFor();
    given(until(), lapsed).when(endWindow, rung(DUE_AT)).thenNothing();
    given(until())
      .when({ type: 'EndWindow', data: { assignment: 2 } }, rung(DUE_AT))
      .thenNothing();
  });

  it('does not end where no day is named', () => {
    given(assigned(ofKind('until', { acknowledgeBy: null }))).thenWaitsFor();
    given(assigned(ofKind('until')))
      .when(endWindow, rung('2040-01-01T00:00Z'))
      .thenNothing();
  });

  it('ends by itself only where that lies within what is watched', () => {
    given(until(null)).thenWaitsFor();
    given(until(null)).when(endWindow, rung(DUE_AT)).thenNothing();
    given(until(DUE_AT)).thenWaitsFor(waitsFor('window', DUE_AT, endWindow));
    given(until(instant('2025-06-25T17:00:00.001Z'))).thenWaitsFor();
  });
});

describe('Never late is', () => {
  const draft = { name: 'Draft', deadline: deadlineOf(due, rules) };

  it.each<TaskKind>(['standing', 'until', 'periodic', 'conditional'])(
    'a task of kind %s, whatever date it has',
    (kind) => {
      const dated = assigned(ofKind(kind, { acknowledgeBy: null, milestones: [draft] }));
      given(dated).thenWaitsFor();
      given(dated).when(callTime, rung('2026-01-01T00:00Z')).thenNothing();
    },
  );
});

describe('A task that was entered late', () => {
  const past = timed({}, null);

  it('waits for nothing until somebody says from when on it is watched', () => {
    given(past).thenWaitsFor();
    given(past).when(callTime, rung('2025-12-01T00:00Z')).thenNothing();
  });

  it('is watched from then on, without its past', () => {
    given(past).when(watch(LAST_REMINDER), at(MAY, saga)).then(watchBegan(LAST_REMINDER));
    given(past, watchBegan(LAST_REMINDER)).thenWaitsFor(waitsFor('reminder', LAST_REMINDER));
    given(past, watchBegan(instant('2025-06-22T01:00:00.001Z'))).thenWaitsFor(waitsFor('overdue', DUE_AT));
    given(past, watchBegan(instant('2025-06-25T17:00:00.001Z'))).thenWaitsFor(waitsFor('escalation', GRACE_OVER));
    given(past, watchBegan(instant('2025-06-30T17:00:00.001Z'))).thenWaitsFor();
    given(past, watchBegan(instant('2025-06-25T17:00:00.001Z')))
      .when(callTime, rung('2025-12-01T00:00Z'))
      .then(escalated);
  });

  it('is told so once, also while nobody has it', () => {
    given(past, watchBegan(DUE_AT)).when(watch(LAST_REMINDER), at(MAY, saga)).thenNothing();
    given(timed()).when(watch(LAST_REMINDER), at(MAY, saga)).thenNothing();
    given(unassigned({}, null)).when(watch(DUE_AT), at(MAY, saga)).then(watchBegan(DUE_AT));
    given(unassigned({}, null), watchBegan(DUE_AT)).when(watch(DUE_AT), at(MAY, saga)).thenNothing();
    given().when(watch(DUE_AT), at(MAY, saga)).thenRefused('task/unknown');
  });
});

describe('An overdue task that an office refuses', () => {
  const second: TaskEvent = {
    type: 'TaskEscalated',
    data: { level: 2, office: superior, refused: own, opens: 'matter' },
  };
  const third: TaskEvent = {
    type: 'TaskEscalated',
    data: { level: 3, office: issuer, refused: superior, opens: 'matter' },
  };
  const late = [timed(), overdue, escalated];
  const then = at('2025-07-01T00:00Z', saga);

  it('goes to the next level, as far as there are levels, and then that is said', () => {
    given(...late)
      .when(next(1), then)
      .then(second);
    given(...late, second)
      .when(next(2), then)
      .then(third);
    given(...late, second, third)
      .when(next(3), then)
      .then(foundNobody(4, issuer));
    given(...late, second, third, foundNobody(4, issuer))
      .when(next(4), then)
      .thenNothing();
    given(...late, second).thenWaitsFor();
  });

  it('goes there once, and only from the level where it is', () => {
    given(...late, second)
      .when(next(1), then)
      .thenNothing();
    given(...late)
      .when(next(2), then)
      .thenNothing();
    given(timed()).when(next(0), then).thenNothing();
  });

  it('goes no further once it is over, but does while its report is looked at', () => {
    given(...late, submitted(), accepted)
      .when(next(1), then)
      .thenNothing();
    given(...late, lapsed)
      .when(next(1), then)
      .thenNothing();
    given(...late, submitted())
      .when(next(1), then)
      .then(second);
  });

  it('with nobody on its route finds nobody', () => {
    const { type, data } = timed();
    const alone = { type, data: { ...data, escalation: { ...data.escalation, path: [] } } } as const;
    given(alone, overdue).when(callTime, rung(GRACE_OVER)).then(foundNobody(1, null));
    given(alone, overdue, foundNobody(1, null)).when(next(1), then).thenNothing();
  });
});
