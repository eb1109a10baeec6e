import type { Instant } from '@edict/kernel';

import { BUCKETS, bucketOf, type Bucket, type Counted } from './bucket.ts';
import { percent } from './percent.ts';

/** The four buckets, and how many of those that fell due are done. */
export type Statistics = Readonly<Record<Bucket, number>> &
  Readonly<{
    /** Done, in time or late, and open though the day has passed: what the share is reckoned of. */
    fellDue: number;
    /** One decimal, halves rounded up; `null` where nothing fell due. */
    percentDone: number | null;
  }>;

/** Report 1270/BC-TCTTTg: 2,501 of 2,723 is 91.8 %, and 16,051 of 16,274 is 98.6 %, where the report prints 98.62. */
export const statisticsOf = (tasks: readonly Counted[], at: Instant): Statistics => {
  const counts: Record<Bucket, number> = { doneInTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0 };
  for (const task of tasks) {
    const bucket = bucketOf(task, at);
    if (bucket) counts[bucket] += 1;
  }
  return bucketsOf(counts);
};

export const bucketsOf = ({ doneInTime, doneLate, openInTime, openOverdue }: Readonly<Record<Bucket, number>>) => {
  const done = doneInTime + doneLate;
  const fellDue = done + openOverdue;
  return { doneInTime, doneLate, openInTime, openOverdue, fellDue, percentDone: percent(done, fellDue) };
};

/** Which tasks are in which bucket. */
export const bucketed = <T extends Counted>(
  tasks: readonly T[],
  at: Instant,
): Readonly<Record<Bucket, readonly T[]>> => {
  const groups = Map.groupBy(tasks, (task) => bucketOf(task, at));
  return Object.fromEntries(BUCKETS.map((bucket) => [bucket, groups.get(bucket) ?? []])) as unknown as Readonly<
    Record<Bucket, readonly T[]>
  >;
};
