import {
  bucketsOf,
  ROUNDING,
  statisticsOf,
  taskView,
  type Rounding,
  type Statistics,
  type TaskRow,
} from '@edict/directives';
import type { Instant } from '@edict/kernel';
import type { AnyProjection, Filter, Tally, Value } from '@edict/runtime';

import { allTasks } from './all-tasks.ts';
import type { Find } from './find.ts';

/** How many rows of a view there are that the reader may see. */
export type Count = (view: AnyProjection, by: readonly string[], filter: Filter) => Promise<readonly Tally[]>;

export type StatisticsWhere = Readonly<{ directiveId?: string; unit?: string }>;

/** The four buckets and the share of what fell due that is done, as of a moment, by which formula and how rounded. */
export type StatisticsAt = Readonly<{ at: Instant; formula: 'statistics@1'; rounding: Rounding }> & Statistics;

const named = (at: Instant, statistics: Statistics): StatisticsAt => ({
  at,
  formula: 'statistics@1',
  rounding: ROUNDING,
  ...statistics,
});

/** Counted in the index and not judged one by one: what the clock has turned is all that is looked for beside. Of any number of tasks. */
export const statisticsNow = async (count: Count, where: StatisticsWhere, at: Instant): Promise<StatisticsAt> => {
  const turned = { where: { ...where, bucket: 'open' }, within: { turnsAt: { below: `${at}~` } } };
  const [standing, overdue] = await Promise.all([
    count(taskView, ['directiveId', 'bucket'], { where: { ...where } }),
    count(taskView, ['directiveId'], turned),
  ]);
  const of = (bucket: Value) => sum(standing.filter(({ values }) => values[1] === bucket));
  return named(
    at,
    bucketsOf({
      doneInTime: of('doneInTime'),
      doneLate: of('doneLate'),
      openInTime: of('openInTime') + of('open') - sum(overdue),
      openOverdue: of('openOverdue') + sum(overdue),
    }),
  );
};

const sum = (tallies: readonly Tally[]): number => tallies.reduce((all, { count }) => all + count, 0);

/** The same of rows as they were known then. */
export const statisticsThen = async (find: Find, where: StatisticsWhere, at: Instant): Promise<StatisticsAt> => {
  const tasks: TaskRow[] = [];
  for await (const task of allTasks(find, where)) tasks.push(task);
  return named(at, statisticsOf(tasks, at));
};
