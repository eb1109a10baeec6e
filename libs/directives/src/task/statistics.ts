import type { Instant } from '@edict/kernel';

import { deadlineClassOf, type Timing } from './deadline-class.ts';

/** The four buckets of official practice over the tasks that have a deadline, and how many of those that fell due are done. */
export type Statistics = Readonly<{
  doneInTime: number;
  doneLate: number;
  openInTime: number;
  openOverdue: number;
  /** Done, in time or late, and open though the day has passed: what the share is reckoned of. */
  fellDue: number;
  /** One decimal, halves rounded up; `null` where nothing fell due. */
  percentDone: number | null;
}>;

type Counted = Timing & Readonly<{ parent: string | null }>;

/**
 * Report 1270/BC-TCTTTg: 2,501 of 2,723 is 91.8 %, and 16,051 of 16,274 is 98.6 %, where the report prints 98.62. What was passed on is
 * counted once, with whoever answers for it; what is in force, comes round, or has no day is in no bucket.
 */
export const statisticsOf = (tasks: readonly Counted[], now: Instant): Statistics => {
  const classes = tasks
    .filter(({ kind, parent }) => parent === null && kind !== 'until')
    .map((task) => deadlineClassOf(task, now));
  const count = (...names: readonly string[]) => classes.filter((name) => names.includes(name)).length;
  return bucketsOf({
    doneInTime: count('doneInTime'),
    doneLate: count('doneLate'),
    openInTime: count('inTime', 'dueSoon'),
    openOverdue: count('overdue'),
  });
};

export const bucketsOf = (buckets: Omit<Statistics, 'fellDue' | 'percentDone'>): Statistics => {
  const done = buckets.doneInTime + buckets.doneLate;
  const fellDue = done + buckets.openOverdue;
  return { ...buckets, fellDue, percentDone: fellDue === 0 ? null : perThousand(done, fellDue) / 10 };
};

/** In whole numbers, so that no half is lost to a binary fraction. */
const perThousand = (part: number, whole: number): number => Math.floor((part * 2000 + whole) / (whole * 2));
