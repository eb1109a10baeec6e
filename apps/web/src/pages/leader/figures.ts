import type { Task } from '../../api/tasks.ts';
import { beginOf, dayOf } from '../../i18n/days.ts';

/** The four buckets of official practice; `fellDue` is what of them has had its day. */
export type Buckets = Readonly<{
  doneInTime: number;
  doneLate: number;
  openOverdue: number;
  openInTime: number;
  fellDue: number;
}>;

export type Bucket = keyof Buckets | 'dueSoon';

/** The deadline classes of which each is made. */
export const CLASSES_OF: Readonly<Record<Bucket, readonly string[]>> = {
  doneInTime: ['doneInTime'],
  doneLate: ['doneLate'],
  openOverdue: ['overdue'],
  openInTime: ['inTime', 'dueSoon'],
  fellDue: ['doneInTime', 'doneLate', 'overdue'],
  dueSoon: ['dueSoon'],
};

export type Classed = Pick<Task, 'kind' | 'parent' | 'deadlineClass'>;

/** Where a task is counted: in the buckets, or apart from them. */
export const PLACES = ['counted', 'part', 'until', 'undated'] as const;
export type Place = (typeof PLACES)[number];

/** What was passed on is counted once, with whoever answers for it; what only lasts until a day can never be late. */
export const placeOf = ({ kind, parent, deadlineClass }: Classed): Place => {
  if (parent !== null) return 'part';
  if (kind === 'until') return 'until';
  return deadlineClass === 'none' ? 'undated' : 'counted';
};

/** As Edict counts them in its figures and reports. */
export const counted = <T extends Classed>(tasks: readonly T[], bucket: Bucket): readonly T[] =>
  tasks.filter((task) => placeOf(task) === 'counted' && CLASSES_OF[bucket].includes(task.deadlineClass));

export const bucketsOf = (tasks: readonly Classed[]): Buckets => {
  const count = (bucket: Bucket) => counted(tasks, bucket).length;
  const [doneInTime, doneLate, openOverdue] = [count('doneInTime'), count('doneLate'), count('openOverdue')];
  const openInTime = count('openInTime');
  return { doneInTime, doneLate, openOverdue, openInTime, fellDue: doneInTime + doneLate + openOverdue };
};

/** Of what fell due, per cent, with one decimal, half away from zero. `null`: nothing fell due yet. */
export const percentDone = ({ doneInTime, doneLate, fellDue }: Buckets): string | null =>
  fellDue === 0 ? null : (Math.round(((doneInTime + doneLate) * 1000) / fellDue) / 10).toFixed(1);

/** With its sign, also the plus; nothing has none. */
export const signed = (difference: number, decimals = 0): string => {
  const text = Math.abs(difference).toFixed(decimals);
  return Number(text) === 0 ? text : `${difference < 0 ? '−' : '+'}${text}`;
};

/** By how many points of a hundred more is done of what fell due. `null`: then or now nothing had. */
export const pointsSince = (now: Buckets, then: Buckets | undefined): string | null => {
  const [after, before] = [percentDone(now), then ? percentDone(then) : null];
  return after === null || before === null ? null : signed(Number(after) - Number(before), 1);
};

/** When the month before the one that is shown had passed. */
export const endOfLastMonth = (now: Date): string => beginOf(`${dayOf(now).slice(0, 'YYYY-MM'.length)}-01`);

/** Those with something in the buckets, the most overdue first. */
export const byUnit = (
  tasks: readonly Task[],
): readonly Readonly<{ unit: string; tasks: readonly Task[]; figures: Buckets }>[] => {
  const ofSome = tasks.filter((task) => task.unit !== null && placeOf(task) === 'counted');
  return [...Map.groupBy(ofSome, ({ unit }) => unit!)]
    .map(([unit, own]) => ({ unit, tasks: own, figures: bucketsOf(own) }))
    .toSorted((a, b) => b.figures.openOverdue - a.figures.openOverdue || (a.unit < b.unit ? -1 : 1));
};
