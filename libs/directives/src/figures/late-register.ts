import { meanDaysLate, type Late } from './lateness.ts';

export const ROLES = ['accountable', 'lead'] as const;
export type Role = (typeof ROLES)[number];

/** Lists of units, as JSON texts. */
type Led = Readonly<Record<Role, string>>;

/** One who answers for it, and what of theirs is late. `unit` null: what nobody answers for. */
export type Leader<T> = Readonly<{
  unit: string | null;
  overdue: number;
  doneLate: number;
  longestDays: number;
  meanWorkingDays: number | null;
  tasks: readonly Late<T>[];
}>;

/** Who has most overdue comes first. What two answer for stands with both of them, so that the lines may add up to more than there is. */
export const lateRegister = <T extends Led>(all: readonly Late<T>[], role: Role): readonly Leader<T>[] => {
  const pairs = all.flatMap((each) => leadersOf(each.task[role]).map((unit) => [unit, each] as const));
  const leaders = [...Map.groupBy(pairs, ([unit]) => unit)].map(([unit, own]) =>
    leader(
      unit,
      own.map(([, each]) => each),
    ),
  );
  return leaders.toSorted((a, b) => b.overdue - a.overdue || b.doneLate - a.doneLate || compared(a.unit, b.unit));
};

const leadersOf = (text: string): readonly (string | null)[] => {
  const units = JSON.parse(text) as readonly string[];
  return units.length > 0 ? [...new Set(units)] : [null];
};

const leader = <T>(unit: string | null, tasks: readonly Late<T>[]): Leader<T> => ({
  unit,
  overdue: tasks.filter(({ late }) => !late.done).length,
  doneLate: tasks.filter(({ late }) => late.done).length,
  longestDays: Math.max(...tasks.map(({ late }) => late.calendarDays)),
  meanWorkingDays: meanDaysLate(tasks).workingDays,
  tasks,
});

const compared = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);
