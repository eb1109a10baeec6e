import { dayNumber, dayOf } from '../i18n/days.ts';

/** Of a calendar file, what tells which days are worked. */
export type Calendar = Readonly<{
  calendar: Readonly<{ covers: Readonly<{ from: string; until: string }>; weeklyDaysOff: readonly number[] }>;
  holidays: readonly Readonly<{ on: string }>[];
  swappedWorkingDays: readonly Readonly<{ on: string }>[];
}>;

const DAY_MS = 86_400_000;
const [THURSDAY, WEEK] = [4, 7];

/** How many of the days between two moments are worked: not the day of the earlier one, but that of the later. `null`: the calendar does not know them all. */
export const workedBetween = ({ calendar, ...named }: Calendar, one: Date, other: Date): number | null => {
  const [first, last] = [dayNumber(one), dayNumber(other)].toSorted((a, b) => a - b) as [number, number];
  const days = Array.from({ length: last - first }, (_, n) => first + 1 + n).map((number) => ({
    day: dayOf(new Date(number * DAY_MS)),
    weekday: ((((number + THURSDAY - 1) % WEEK) + WEEK) % WEEK) + 1,
  }));
  const { from, until } = calendar.covers;
  if (days.some(({ day }) => day < from || day > until)) return null;
  const holidays = new Set(named.holidays.map(({ on }) => on));
  const swapped = new Set(named.swappedWorkingDays.map(({ on }) => on));
  const isWorked = ({ day, weekday }: (typeof days)[number]) =>
    swapped.has(day) || (!calendar.weeklyDaysOff.includes(weekday) && !holidays.has(day));
  return days.filter(isWorked).length;
};
