import { dayOf, daysBetween, type Instant } from '@edict/kernel';

import { isCovered, workingDaysIn, type Calendar } from '../time/calendar.ts';
import { bucketOf, type Counted } from './bucket.ts';
import { mean } from './percent.ts';

/** Where a day ends, and which are worked: as the directive was issued under. `source` names the edition of the calendar. */
export type Reckoning = Readonly<{ zone: string; calendar: Calendar; source: string }>;

/**
 * The first day counts that is too late, and so does the day of the report, or, while there is none, the day on which one asks. `covered`: the
 * calendar knows all these days; of others it knows the weekly days off alone.
 */
export type Lateness = Readonly<{ done: boolean; calendarDays: number; workingDays: number; covered: boolean }>;

/** `null`: it is not late. While it is suspended it does not become later. */
export const latenessOf = (task: Counted, at: Instant, { zone, calendar }: Reckoning): Lateness | null => {
  const bucket = bucketOf(task, at);
  if (task.dueAt === null || (bucket !== 'doneLate' && bucket !== 'openOverdue')) return null;
  const end = task.decidedAt ?? task.suspendedAt ?? at;
  const [first, last] = [dayOf(task.dueAt as Instant, zone), dayOf(end as Instant, zone)];
  return {
    done: bucket === 'doneLate',
    calendarDays: daysBetween(first, last) + 1,
    workingDays: workingDaysIn(calendar, first, last),
    covered: isCovered(calendar, first, last),
  };
};

/** Something that is late, and by how much. */
export type Late<T> = Readonly<{ task: T; late: Lateness }>;

/** What of it is late, in its order. */
export const lateAmong = <T extends Counted>(
  tasks: readonly T[],
  at: Instant,
  reckoningOf: (task: T) => Reckoning,
): readonly Late<T>[] =>
  tasks.flatMap((task) => {
    const late = latenessOf(task, at, reckoningOf(task));
    return late ? [{ task, late }] : [];
  });

/** In working days, over what is late: done or not. `covered` is false where the calendar does not know all the days that were counted. */
export const meanDaysLate = (all: readonly Late<unknown>[]) => ({
  workingDays: mean(
    all.reduce((sum, { late }) => sum + late.workingDays, 0),
    all.length,
  ),
  covered: all.every(({ late }) => late.covered),
});
