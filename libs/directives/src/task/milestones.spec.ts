import { describe, it } from '@jest/globals';
import { instant, type Instant } from '@edict/kernel';
import { specify } from '@edict/kernel/testing';

import {
  due,
  DUE_AT,
  escalated,
  FIRST_REMINDER,
  lapsed,
  LAST_REMINDER,
  neared,
  overdue,
  own,
  policy,
  progressed,
  rules,
  submitted,
  superior,
} from '../testing/task-examples.ts';
import { callTime, rung, timed, waitsFor } from '../testing/time-examples.ts';
import { deadlineOf } from './deadline.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';

const given = specify(task);

describe('A milestone', () => {
  const milestone = (name: string, on: string) => ({ name, deadline: deadlineOf({ ...due, on }, rules) });
  const draft = milestone('Draft', '2025-06-10');
  const draftAt = instant('2025-06-10T17:00:00.000Z');
  const missed = (name: string, dueAt: Instant): TaskEvent => ({
    type: 'MilestoneMissed',
    data: { assignment: 1, milestone: name, dueAt },
  });

  it('is waited for among the rungs, and missed from the first moment after its day', () => {
    const drafting = timed({ milestones: [{ name: 'Someday', deadline: null }, draft] });
    given(drafting).thenWaitsFor(waitsFor('milestone', draftAt));
    given(drafting).when(callTime, rung('2025-06-10T16:59:59.999Z')).thenNothing();
    given(drafting).when(callTime, rung(draftAt)).then(missed('Draft', draftAt));
    given(drafting, missed('Draft', draftAt)).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER));
  });

  describe('that is reminded of', () => {
    const reminded = (name: string, on: string, firmness = due.firmness) => ({
      name,
      deadline: deadlineOf({ ...due, on, firmness }, rules),
      reminds: true as const,
    });
    const nearedAt = (rungAt: string, dueAt = draftAt, name = 'Draft'): TaskEvent => ({
      type: 'MilestoneNeared',
      data: { assignment: 1, milestone: name, rungAt: instant(rungAt), dueAt },
    });
    const [first, last] = ['2025-06-03T01:00:00.000Z', '2025-06-07T01:00:00.000Z'];
    const drafting = timed({ milestones: [reminded('Draft', '2025-06-10')] });

    it('is reminded of by the ladder of its own firmness, before its day', () => {
      given(drafting).thenWaitsFor(waitsFor('milestone-reminder', instant(first)));
      given(drafting).when(callTime, rung('2025-06-03T00:59:59.999Z')).thenNothing();
      given(drafting).when(callTime, rung(first)).then(nearedAt(first));
      given(drafting, nearedAt(first)).thenWaitsFor(waitsFor('milestone-reminder', instant(last)));
      given(drafting, nearedAt(first), nearedAt(last)).thenWaitsFor(waitsFor('milestone', draftAt));
      const expected = timed({ milestones: [reminded('Draft', '2025-06-10', 'expected')] });
      given(expected).thenWaitsFor(waitsFor('milestone-reminder', instant('2025-06-08T01:00:00.000Z')));
      const strive = timed({ milestones: [reminded('Draft', '2025-06-10', 'strive')] });
      given(strive).thenWaitsFor(waitsFor('milestone', draftAt));
    });

    it('is reminded of once after a long downtime, and not at all once it is too late', () => {
      given(drafting).when(callTime, rung('2025-06-09T00:00Z')).then(nearedAt(last));
      given(drafting).when(callTime, rung(draftAt)).then(missed('Draft', draftAt));
      const both = timed({ milestones: [reminded('Draft', '2025-06-10'), reminded('Review', '2025-06-12')] });
      given(both)
        .when(callTime, rung('2025-06-09T02:00Z'))
        .then(nearedAt(last), nearedAt('2025-06-09T01:00:00.000Z', instant('2025-06-12T17:00:00.000Z'), 'Review'));
    });

    it('is reminded of no more once it is met, halted or over', () => {
      given(drafting, progressed('Draft')).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER));
      given(drafting, progressed('Draft')).when(callTime, rung(last)).thenNothing();
      given(drafting, nearedAt(first), progressed('Draft')).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER));
      given(drafting, submitted()).thenWaitsFor();
      given(drafting, lapsed).thenWaitsFor();
    });

    it('is reminded of together with the deadline where both fall on one moment', () => {
      const together = timed({ milestones: [reminded('Draft', '2025-06-25')] });
      given(together)
        .when(callTime, rung(FIRST_REMINDER))
        .then(neared(FIRST_REMINDER), nearedAt(FIRST_REMINDER, DUE_AT));
    });
  });

  it('that was reported is not waited for', () => {
    const drafting = timed({ milestones: [draft] });
    given(drafting, progressed('Draft')).thenWaitsFor(waitsFor('reminder', FIRST_REMINDER));
    given(drafting, progressed()).thenWaitsFor(waitsFor('milestone', draftAt));
    given(drafting, progressed('Draft')).when(callTime, rung(draftAt)).thenNothing();
  });

  it('is said to be missed however late it rings, in the order of time', () => {
    const reviewAt = instant('2025-06-20T17:00:00.000Z');
    const both = timed({ milestones: [milestone('Review', '2025-06-20'), draft] });
    given(both)
      .when(callTime, rung('2025-06-21T00:00Z'))
      .then(missed('Draft', draftAt), neared(FIRST_REMINDER), missed('Review', reviewAt));
    given(both)
      .when(callTime, rung('2025-12-01T00:00Z'))
      .then(missed('Draft', draftAt), missed('Review', reviewAt), overdue, escalated);
  });

  it('of one moment with the deadline is missed first, and both are said', () => {
    const together = timed({ milestones: [milestone('Print', '2025-06-25')] });
    given(together, neared(LAST_REMINDER)).thenWaitsFor(waitsFor('milestone', DUE_AT));
    given(together, neared(LAST_REMINDER)).when(callTime, rung(DUE_AT)).then(missed('Print', DUE_AT), overdue);
  });

  it('that falls on a reminder comes after it', () => {
    const remindAt = instant('2025-06-18T17:00:00.000Z');
    const deadline = deadlineOf(due, {
      ...rules,
      policy: { ...policy, remindAt: '00:00', reminderDaysBefore: { firm: [6], expected: [], strive: [] } },
    });
    const together = timed({ deadline, milestones: [milestone('Print', '2025-06-18')] });
    given(together).thenWaitsFor(waitsFor('reminder', remindAt));
    given(together).when(callTime, rung(remindAt)).then(neared(remindAt), missed('Print', remindAt));
  });

  it('is waited for where the task as a whole has no deadline, and after the ladder has ended', () => {
    given(timed({ deadline: null, milestones: [draft] })).thenWaitsFor(waitsFor('milestone', draftAt));
    const after = timed({ milestones: [milestone('Audit', '2025-09-01')] });
    const auditAt = instant('2025-09-01T17:00:00.000Z');
    given(after, overdue, escalated).thenWaitsFor(waitsFor('milestone', auditAt));
    given(after).when(callTime, rung(auditAt)).then(overdue, escalated, missed('Audit', auditAt));
    given(after, overdue, escalated, missed('Audit', auditAt)).thenWaitsFor();
  });

  it('once missed is not missed again when the task goes to the next level', () => {
    const after = timed({ milestones: [milestone('Audit', '2025-09-01')] });
    const auditAt = instant('2025-09-01T17:00:00.000Z');
    const second: TaskEvent = {
      type: 'TaskEscalated',
      data: { level: 2, office: superior, refused: own, opens: 'matter' },
    };
    given(after, overdue, escalated, missed('Audit', auditAt), second).thenWaitsFor();
  });
});
