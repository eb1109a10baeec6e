import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import type { Passed } from '../task/task.life-row.ts';
import type { TaskRow } from '../task/task.projection.ts';
import { assigning, rowAfter } from '../testing/history.ts';
import { calendar, ZONE } from '../testing/task-examples.ts';
import { passagesOf, passedBy } from './passing.ts';

const row = rowAfter('t1', [assigning('2025-05-20T02:00:00Z')]);
const NOW = instant('2025-06-10T02:00:00Z');
const reckoning = { zone: ZONE, calendar, source: 'calendar-vn@2' };
const pass = (act: Passed['act'], unit: string, at: string, answeredAt: string | null): Passed => ({
  ...{ act, unit, at: `${at}T02:00:00.000Z` },
  answeredAt: answeredAt === null ? null : `${answeredAt}T02:00:00.000Z`,
});
const task = (passed: readonly Passed[], changes: Partial<TaskRow> = {}): TaskRow => ({
  ...row,
  passed: JSON.stringify(passed),
  ...changes,
});
const daysOf = (passed: Passed, changes: Partial<TaskRow> = {}) =>
  passagesOf(task([passed], changes), NOW, reckoning).map(({ workingDays, open }) => [workingDays, open]);

describe('Work that went round', () => {
  it('is timed in working days from the day after it began to the day of its answer', () => {
    expect(daysOf(pass('refused', 'ministry', '2025-06-02', '2025-06-02'))).toStrictEqual([[0, false]]);
    expect(daysOf(pass('refused', 'ministry', '2025-06-02', '2025-06-03'))).toStrictEqual([[1, false]]);
    expect(daysOf(pass('refused', 'ministry', '2025-06-06', '2025-06-09'))).toStrictEqual([[1, false]]);
  });

  it('goes on as long as nobody answers, and stands still once the task is over', () => {
    const waiting = pass('opinion', 'academy', '2025-06-06', null);
    expect(daysOf(waiting)).toStrictEqual([[2, true]]);
    expect(daysOf(waiting, { state: 'accepted', changedAt: '2025-06-09T02:00:00.000Z' })).toStrictEqual([[1, false]]);
  });

  it('is counted by whose turn it was and by task, whoever passes most first', () => {
    const one = task([
      pass('refused', 'ministry', '2025-06-02', '2025-06-04'),
      pass('reassigned', 'bureau', '2025-06-04', '2025-06-05'),
      pass('returned', 'bureau', '2025-06-09', null),
    ]);
    const other = task([pass('opinion', 'bureau', '2025-06-09', '2025-06-09')], { taskId: 't2' });
    const all = [one, other].flatMap((each) => passagesOf(each, NOW, reckoning));
    const [bureau, ministry] = passedBy(all, ({ unit }) => unit);
    expect(bureau).toStrictEqual({
      key: 'bureau',
      total: 3,
      workingDays: 2,
      acts: {
        refused: { count: 0, open: 0, workingDays: 0 },
        reassigned: { count: 1, open: 0, workingDays: 1 },
        returned: { count: 1, open: 1, workingDays: 1 },
        opinion: { count: 1, open: 0, workingDays: 0 },
      },
      tasks: [one, other],
    });
    expect(ministry).toMatchObject({ key: 'ministry', total: 1, workingDays: 2, tasks: [one] });
    expect(passedBy(all, ({ task: { taskId } }) => taskId).map(({ key, total }) => [key, total])).toStrictEqual([
      ['t1', 3],
      ['t2', 1],
    ]);
  });

  it('is none where nothing went round', () => {
    expect(passagesOf(task([]), NOW, reckoning)).toStrictEqual([]);
    expect(passedBy([], () => '')).toStrictEqual([]);
  });
});
