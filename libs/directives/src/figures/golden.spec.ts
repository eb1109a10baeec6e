import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import { acceptedAt, assigning, rowAfter, submittedAt } from '../testing/history.ts';
import { assignment, due, rules } from '../testing/task-examples.ts';
import { deadlineOf } from '../task/deadline.ts';
import type { TaskRow } from '../task/task.projection.ts';
import { percent, remainder } from './percent.ts';
import { bucketed, statisticsOf } from './statistics.ts';

type Year = Readonly<{ doneInTime: number; doneLate: number; openInTime: number; openOverdue: number }>;

/** Of one year: due on 30 June or on 30 June of the next, reported before or after the day, and accepted, or not reported at all. */
const historiesOf = (year: number, counts: Year): readonly TaskRow[] => {
  const terms = (on: string) => ({ ...assignment, deadline: deadlineOf({ ...due, on }, rules) });
  const begun = `${year}-01-04T02:00:00Z`;
  const [june, next] = [terms(`${year}-06-30`), terms(`${year + 1}-06-30`)];
  const reported = (day: string) => [submittedAt(`${year}-${day}T02:00:00Z`), acceptedAt(`${year}-${day}T03:00:00Z`)];
  const shapes = {
    doneInTime: [assigning(begun, june), ...reported('06-30')],
    doneLate: [assigning(begun, june), ...reported('07-01')],
    openInTime: [assigning(begun, next)],
    openOverdue: [assigning(begun, june)],
  };
  return Object.entries(shapes).flatMap(([name, acts]) =>
    Array.from({ length: counts[name as keyof Year] }, (_, n) => rowAfter(`${name}-${n}`, acts)),
  );
};

describe('The figures of the Government’s working group, out of histories that were lived through', () => {
  const of2017 = { doneInTime: 14_068, doneLate: 1_983, openInTime: 5_640, openOverdue: 223 };
  const rows = historiesOf(2017, of2017);
  const at = instant('2017-12-27T00:00:00Z');

  it('are those of 2017: 21,914 tasks, of which 16,274 fell due and 98.6 % are done', () => {
    expect(rows.length).toBe(21_914);
    expect(statisticsOf(rows, at)).toStrictEqual({ ...of2017, fellDue: 16_274, percentDone: 98.6 });
  });

  it('come to 98.62 and 1.38, as the report prints them, where the third decimal is cut off and the rest is overdue', () => {
    const done = percent(16_051, 16_274, 'down-2');
    expect([done, remainder(done, 'down-2'), percent(16_051, 16_274, 'half-up-2')]).toStrictEqual([98.62, 1.38, 98.63]);
  });

  it('list the tasks that they count, each of them once', () => {
    const lists = Object.values(bucketed(rows, at));
    expect(lists.map(({ length }) => length)).toStrictEqual(Object.values(of2017));
    expect(new Set(lists.flat().map(({ taskId }) => taskId)).size).toBe(21_914);
  });

  it('are those of 2016: 2,501 of 2,723 are 91.8 %; how many of them were late, the source does not say', () => {
    const of2016 = historiesOf(2016, { doneInTime: 2_000, doneLate: 501, openInTime: 0, openOverdue: 222 });
    expect(statisticsOf(of2016, instant('2016-12-31T00:00:00Z'))).toMatchObject({ fellDue: 2_723, percentDone: 91.8 });
  });
});
