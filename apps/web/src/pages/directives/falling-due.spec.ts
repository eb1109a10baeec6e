import { describe, expect, it } from '@jest/globals';

import type { Task } from '../../api/tasks.ts';
import { fallingDue, inOrder } from './falling-due.ts';

const taskOf = (more: Partial<Task>): Task =>
  ({ ref: '1-1', statement: 'Report', dueAt: null, deadlineClass: 'none', milestones: [], ...more }) as Task;
const linesOf = (...tasks: readonly Task[]) =>
  fallingDue(tasks).map(({ at, ref, milestone, state, units }) => [at, ref, milestone, state, units].join(' '));

describe('What falls due', () => {
  it('is nothing where no date is stated', () => expect(linesOf(taskOf({}))).toStrictEqual([]));
  it('is in the order of the days, milestones among them', () => {
    const milestones: Task['milestones'] = [{ name: 'draft', dueAt: '2025-06-01T17:00:00.000Z', state: 'missed' }];
    const late = taskOf({ ref: '2-1', dueAt: '2025-06-25T17:00:00.000Z', deadlineClass: 'inTime', milestones });
    const early = taskOf({ dueAt: '2025-05-31T17:00:00.000Z', deadlineClass: 'overdue' });
    expect(linesOf(late, early)).toStrictEqual([
      '2025-05-31T17:00:00.000Z 1-1  overdue 1',
      '2025-06-01T17:00:00.000Z 2-1 draft missed 1',
      '2025-06-25T17:00:00.000Z 2-1  inTime 1',
    ]);
  });
  it('is one line for all units that stand alike, and another for those that do not', () => {
    const [dueAt, deadlineClass] = ['2025-05-31T17:00:00.000Z', 'overdue'];
    const done = taskOf({ dueAt, deadlineClass: 'doneInTime' });
    expect(linesOf(taskOf({ dueAt, deadlineClass }), done, taskOf({ dueAt, deadlineClass }))).toStrictEqual([
      `${dueAt} 1-1  doneInTime 1`,
      `${dueAt} 1-1  overdue 2`,
    ]);
  });
  it('stands among what is no due date: now, and the horizon of the text', () => {
    const due = fallingDue([taskOf({ dueAt: '2025-06-25T17:00:00.000Z' })]);
    const [now, end] = ['2025-06-01T00:00:00.000Z', '2025-06-30T17:00:00.000Z'];
    const lines = inOrder(due, [
      { at: end, beside: 'horizonUntil' },
      { at: now, beside: 'now' },
    ]);
    expect(lines.map((line) => ('beside' in line ? line.beside : line.ref))).toStrictEqual([
      'now',
      '1-1',
      'horizonUntil',
    ]);
  });
});
