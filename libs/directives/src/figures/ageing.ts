import type { Late } from './lateness.ts';

/** Policy of the house, in calendar days: practice counts the first month, the quarter, and what has been left longer. */
export const AGES = [30, 60, 90, 120, 180] as const;

/** From one day to another, both included; `to` null: and longer. */
export type Age<T> = Readonly<{ from: number; to: number | null; tasks: readonly T[] }>;

/** What is open and overdue, by how long it has been. Every age is there, also where nothing is of it. */
export const ageing = <T>(all: readonly Late<T>[], ages: readonly number[] = AGES): readonly Age<T>[] => {
  const open = all.filter(({ late }) => !late.done);
  return [...ages, Infinity].map((to, n) => {
    const from = (ages[n - 1] ?? 0) + 1;
    const tasks = open.filter(({ late }) => from <= late.calendarDays && late.calendarDays <= to);
    return { from, to: to === Infinity ? null : to, tasks: tasks.map(({ task }) => task) };
  });
};
