import { dayOf, plusDays, type Instant } from '@edict/kernel';

import { workingDaysIn } from '../time/calendar.ts';
import { listOf, type Passed } from '../task/task.life-row.ts';
import type { TaskRow } from '../task/task.projection.ts';
import type { Reckoning } from './lateness.ts';

export const PASSES = ['refused', 'reassigned', 'returned', 'opinion'] as const satisfies readonly Passed['act'][];
export type Pass = (typeof PASSES)[number];

/** Work that went round once: until when it was answered, or until the moment of the report. The day on which it began does not count. */
export type Passage<T> = Readonly<{ task: T; act: Pass; unit: string; workingDays: number; open: boolean }>;

/** How often, how many of it still wait, and how many working days that took together. */
export type PassTally = Readonly<Record<Pass, Readonly<{ count: number; open: number; workingDays: number }>>>;
export type PassedBy<T> = Readonly<{
  key: string;
  total: number;
  workingDays: number;
  acts: PassTally;
  tasks: readonly T[];
}>;

const OVER = ['accepted', 'lapsed', 'cancelled'];

/** What a task has been through; of one that is over nobody owes an answer any more, and its time stood still when it ended. */
export const passagesOf = <T extends TaskRow>(
  task: T,
  at: Instant,
  { zone, calendar }: Reckoning,
): readonly Passage<T>[] =>
  listOf(task, 'passed').map(({ act, unit, at: since, answeredAt }) => {
    const isOver = OVER.includes(task.state);
    const until = answeredAt ?? (isOver ? task.changedAt : at);
    const [first, last] = [dayOf(since as Instant, zone), dayOf(until as Instant, zone)];
    const workingDays = last > first ? workingDaysIn(calendar, plusDays(first, 1), last) : 0;
    return { task, act, unit, workingDays, open: answeredAt === null && !isOver };
  });

/** Whoever passes most comes first. */
export const passedBy = <T>(
  all: readonly Passage<T>[],
  keyOf: (passage: Passage<T>) => string,
): readonly PassedBy<T>[] =>
  [...Map.groupBy(all, keyOf)]
    .map(([key, of]) => ({
      key,
      total: of.length,
      workingDays: sum(of),
      acts: tallyOf(of),
      tasks: [...new Set(of.map(({ task }) => task))],
    }))
    .toSorted((a, b) => b.total - a.total || b.workingDays - a.workingDays || (a.key < b.key ? -1 : 1));

const sum = (all: readonly Passage<unknown>[]): number => all.reduce((days, { workingDays }) => days + workingDays, 0);

const tallyOf = (all: readonly Passage<unknown>[]): PassTally => {
  const of = (act: Pass) => {
    const own = all.filter((each) => each.act === act);
    return { count: own.length, open: own.filter(({ open }) => open).length, workingDays: sum(own) };
  };
  return { refused: of('refused'), reassigned: of('reassigned'), returned: of('returned'), opinion: of('opinion') };
};
