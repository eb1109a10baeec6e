import type { Instant } from '@edict/kernel';

import { deadlineClassOf, type DeadlineClass, type Timing } from '../task/deadline-class.ts';

/** The four buckets of official practice over the tasks that have a deadline. */
export const BUCKETS = ['doneInTime', 'doneLate', 'openInTime', 'openOverdue'] as const;
export type Bucket = (typeof BUCKETS)[number];

export type Counted = Timing & Readonly<{ parent: string | null }>;

const OF_CLASS: Readonly<Record<DeadlineClass, Bucket | null>> = {
  none: null,
  inTime: 'openInTime',
  dueSoon: 'openInTime',
  overdue: 'openOverdue',
  doneInTime: 'doneInTime',
  doneLate: 'doneLate',
};

/**
 * What was passed on is counted once, with whoever answers for it; what is in force, comes round, or has no day is in no bucket (`null`).
 */
export const bucketOf = (task: Counted, at: Instant): Bucket | null =>
  task.parent !== null || task.kind === 'until' ? null : OF_CLASS[deadlineClassOf(task, at)];

/** The bucket as far as events say it. `open`: in time until `turnsAt`, and overdue from then on. */
export type Standing = Readonly<{ bucket: Bucket | 'open' | null; turnsAt: string | null }>;

const FIRST = '0000-01-01T00:00:00.000Z' as Instant;
const LAST = '9999-12-31T23:59:59.999Z' as Instant;

/** What the clock does not change is stored, so that half a million tasks are counted and not judged one by one. */
export const standingOf = (task: Counted): Standing => {
  const [before, after] = [bucketOf(task, FIRST), bucketOf(task, LAST)];
  return before === after ? { bucket: before, turnsAt: null } : { bucket: 'open', turnsAt: task.dueAt };
};
