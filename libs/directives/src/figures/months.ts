import { dayOf, plusMs, type Instant } from '@edict/kernel';

import { bucketOf, type Counted } from './bucket.ts';
import type { Reckoning } from './lateness.ts';
import { bucketsOf, type Statistics } from './statistics.ts';

/** What fell due in a month, and how it stands now. `change`: of the share done, against the month before, in points; null where there is none. */
export type Month<T> = Readonly<{ month: string; change: number | null; tasks: readonly T[] }> &
  Omit<Statistics, 'openInTime'>;

/** By the last day that was in time. Months in which nothing fell due are left out; nothing is compared across them. */
export const monthOnMonth = <T extends Counted>(
  tasks: readonly T[],
  at: Instant,
  reckoningOf: (task: T) => Reckoning,
): readonly Month<T>[] => {
  const due = tasks.filter((task) => isDue(task, at));
  const months = Map.groupBy(due, (task) => monthOf(task.dueAt!, reckoningOf(task)));
  const figures = [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, own]) => ({ month, ...counted(own, at), tasks: own }));
  const shares = new Map(figures.map(({ month, percentDone }) => [month, percentDone]));
  return figures.map((each) => ({
    ...each,
    change: between(shares.get(monthBefore(each.month)) ?? null, each.percentDone),
  }));
};

const isDue = (task: Counted, at: Instant): boolean => !['openInTime', null].includes(bucketOf(task, at));

/** A deadline is the first moment that is too late. */
const monthOf = (dueAt: string, { zone }: Reckoning): string => dayOf(plusMs(dueAt as Instant, -1), zone).slice(0, 7);

const monthBefore = (month: string): string => Temporal.PlainYearMonth.from(month).subtract({ months: 1 }).toString();

const counted = (tasks: readonly Counted[], at: Instant): Omit<Statistics, 'openInTime'> => {
  const count = (name: string) => tasks.filter((task) => bucketOf(task, at) === name).length;
  const { openInTime: _, ...figures } = bucketsOf({
    doneInTime: count('doneInTime'),
    doneLate: count('doneLate'),
    openInTime: 0,
    openOverdue: count('openOverdue'),
  });
  return figures;
};

/** Of figures as they are published: whoever subtracts them gets the same. */
const between = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : Math.round((now - before) * 10) / 10;
