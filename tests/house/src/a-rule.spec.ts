import { describe, it } from '@jest/globals';
import {
  derive,
  escalatedMatterId,
  escalation,
  standingUnitOf,
  task,
  type TaskCommand,
  type TaskEvent,
} from '@edict/directives';
import { instant } from '@edict/kernel';
import { at, person, ring, specify, specifySaga } from '@edict/kernel/testing';

// The guide quotes this file: docs/guide/a-rule.tmpl.md.

// #region deadline
const deadline = derive({
  says: { on: '2025-06-25', bound: 'by', firmness: 'firm' },
  zone: 'Asia/Ho_Chi_Minh',
  sources: { policy: 'reference-policy-vn-party@0', calendar: 'reference-calendar-vn@0' },
  byIncludesTheDay: true,
  roll: 'none',
  daysOff: [],
  covered: true,
  remindDaysBefore: [3],
  remindAt: '08:00',
  quietHours: null,
  dueSoonDays: 7,
  graceDays: 5,
});
// #endregion

const committee = standingUnitOf('d1', 'government-party-committee');

const assigned: TaskEvent = {
  type: 'TaskAssigned',
  data: {
    assignment: 1,
    watchFrom: instant('2025-05-16T02:00Z'),
    escalation: { path: [committee], opens: 'matter', committeeSource: 'unit-ministry@0' },
    task: {
      directiveId: 'd1',
      ref: '3.b5-2',
      member: 'whole',
      clause: '3.b5',
      statement: 'Issue the decrees',
      kind: 'once',
      issuers: ['politburo'],
      accountable: ['ministry'],
      lead: ['ministry'],
      coordinating: [],
      directs: [],
      reportsTo: [],
      output: null,
      urgent: false,
      after: [],
      deadline,
      milestones: [],
      inForceUntil: null,
      quiet: { zone: 'Asia/Ho_Chi_Minh', hours: null },
      unit: 'ministry',
      acknowledgeBy: null,
    },
  },
};

// #region examples
const submit: TaskCommand = { type: 'SubmitTask', data: { assignment: 1, report: 'Issued' } };
const callTime: TaskCommand = { type: 'CallTime', data: { assignment: 1 } };

const submitted: TaskEvent = {
  type: 'TaskSubmitted',
  data: { assignment: 1, submission: 1, report: 'Issued', evidence: null },
};
const overdue: TaskEvent = {
  type: 'TaskBecameOverdue',
  data: { assignment: 1, dueAt: instant('2025-06-25T17:00Z') },
};
// #endregion
const escalated: TaskEvent = {
  type: 'TaskEscalated',
  data: { level: 1, office: committee, refused: null, opens: 'matter' },
};

const neared: TaskEvent = {
  type: 'DeadlineNeared',
  data: { assignment: 1, rungAt: instant('2025-06-22T01:00Z'), dueAt: instant('2025-06-25T17:00Z') },
};

const alarm = (kind: string, time: string) => ({ key: `1/${kind}/${time}`, at: instant(time), ring: callTime });

// #region given
const given = specify(task);
// #endregion

describe('A task that is to be done by 25 June', () => {
  // #region rule
  it('is overdue from the first moment after the day, where it is to be done', () => {
    given(assigned).when(callTime, at('2025-06-25T17:00:00.000Z', ring)).then(overdue);
  });

  it('is not overdue a millisecond earlier', () => {
    given(assigned, neared).when(callTime, at('2025-06-25T16:59:59.999Z', ring)).thenNothing();
  });
  // #endregion

  // #region late
  it('is not overdue when a report is waiting to be accepted, however late the alarm rings', () => {
    given(assigned, submitted).when(callTime, at('2025-07-20T02:00:00.000Z', ring)).thenNothing();
  });

  it('is called overdue and escalated in one decision after three weeks of downtime, and nobody is reminded', () => {
    given(assigned).when(callTime, at('2025-07-16T02:00:00.000Z', ring)).then(overdue, escalated);
  });
  // #endregion

  // #region refusal
  it('is reported on by its lead and by nobody else', () => {
    given(assigned)
      .when(submit, at('2025-06-20T02:00:00.000Z', person('ministry')))
      .then(submitted);
    given(assigned)
      .when(submit, at('2025-06-20T02:00:00.000Z', person('academy')))
      .thenRefused('task/not-the-lead');
  });
  // #endregion

  // #region alarm
  it('waits for one thing at a time: the reminder, the end of the day, the end of the days of grace', () => {
    given(assigned).thenWaitsFor(alarm('reminder', '2025-06-22T01:00:00.000Z'));
    given(assigned, neared).thenWaitsFor(alarm('overdue', '2025-06-25T17:00:00.000Z'));
    given(assigned, overdue).thenWaitsFor(alarm('escalation', '2025-06-30T17:00:00.000Z'));
    given(assigned, overdue, escalated).thenWaitsFor();
  });
  // #endregion

  // #region saga
  it('is taken to the standing unit when it is escalated, and further if that one refuses', () => {
    specifySaga(
      escalation,
      task,
      'task-t1',
    )(assigned, overdue)
      .when(escalated)
      .then({
        key: 'open-1',
        send: {
          stream: `matter-${escalatedMatterId('t1', 1)}`,
          type: 'ReceiveMatter',
          data: {
            directiveId: 'd1',
            kind: 'escalation',
            concerning: 't1',
            from: null,
            subject: 'Task 3.b5-2 is overdue and no report is known.',
            office: committee,
          },
        },
        ifRefused: { stream: 'task-t1', type: 'TakeToNextLevel', data: { level: 1 } },
      });
  });
  // #endregion
});
