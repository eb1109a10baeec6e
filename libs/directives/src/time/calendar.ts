import { daysBetween, plusDays, weekdayOf, type LocalDate } from '@edict/kernel';

import type { CalendarDocument } from '../document/index.ts';

/** Which days are worked. `covers`: what it knows about, both days included. */
export type Calendar = Readonly<{
  id: string;
  version: number;
  covers: Readonly<{ from: LocalDate; until: LocalDate }>;
  weeklyDaysOff: readonly number[];
  holidays: readonly LocalDate[];
  swappedWorkingDays: readonly LocalDate[];
}>;

export const calendarOf = ({ calendar, holidays, swappedWorkingDays }: CalendarDocument): Calendar => ({
  id: calendar.id,
  version: calendar.version,
  covers: calendar.covers,
  weeklyDaysOff: calendar.weeklyDaysOff,
  holidays: holidays.map(({ on }) => on),
  swappedWorkingDays: swappedWorkingDays.map(({ on }) => on),
});

/** Outside of what the calendar covers only the weekly days off are known. */
export const isWorkingDay = (calendar: Calendar, day: LocalDate): boolean => {
  if (calendar.swappedWorkingDays.includes(day)) return true;
  return !calendar.weeklyDaysOff.includes(weekdayOf(day)) && !calendar.holidays.includes(day);
};

/** How many days of a span are worked, its first and its last included; none where it ends before it begins. Counted by weeks, however long it is. */
export const workingDaysIn = (calendar: Calendar, first: LocalDate, last: LocalDate): number => {
  const days = daysBetween(first, last) + 1;
  if (days <= 0) return 0;
  const { weeklyDaysOff, holidays, swappedWorkingDays } = calendar;
  const off = weeklyDaysOff.reduce((sum, weekday) => sum + timesIn(weekday, first, days), 0);
  const isIn = (day: LocalDate) => first <= day && day <= last;
  const isWeeklyOff = (day: LocalDate) => weeklyDaysOff.includes(weekdayOf(day));
  const free = new Set(holidays.filter((day) => isIn(day) && !isWeeklyOff(day)));
  const swapped = new Set(swappedWorkingDays.filter((day) => isIn(day) && (isWeeklyOff(day) || free.has(day))));
  return days - off - free.size + swapped.size;
};

/** How often a weekday comes in so many days from a first one. */
const timesIn = (weekday: number, first: LocalDate, days: number): number =>
  Math.floor((days + 6 - ((weekday - weekdayOf(first) + 7) % 7)) / 7);

/** Whether a calendar knows a span of days, its first and its last included. */
export const isCovered = (calendar: Calendar, first: LocalDate, last: LocalDate): boolean =>
  covers(calendar, first, last);

/** A day, and what led to it, so that it can be reckoned again without the calendar. */
export type Reckoned = Readonly<{ day: LocalDate; daysOff: readonly LocalDate[]; covered: boolean }>;

/** Nobody is off for longer: a calendar that says so cannot be reckoned with, and would be searched for ever. */
export const MOST_DAYS_OFF = 366;

/** A calendar in which a year goes by without a day that is worked. */
export const isNeverWorked = (calendar: Calendar): boolean => {
  const {
    covers: { from, until },
    weeklyDaysOff,
    holidays,
    swappedWorkingDays,
  } = calendar;
  if (new Set(weeklyDaysOff).size === 7) return true;
  const [free, worked] = [new Set(holidays), new Set(swappedWorkingDays)];
  let off = 0;
  for (let day = from; day <= until && off <= MOST_DAYS_OFF; day = plusDays(day, 1)) {
    const isOff = !worked.has(day) && (free.has(day) || weeklyDaysOff.includes(weekdayOf(day)));
    off = isOff ? off + 1 : 0;
  }
  return off > MOST_DAYS_OFF;
};

/** The next working day, with `step` 1, or the one before; the days off between are added to `passed`. */
const nextWorked = (calendar: Calendar, from: LocalDate, step: 1 | -1, passed: LocalDate[]): LocalDate => {
  let day = from;
  for (let off = 0; off <= MOST_DAYS_OFF; off += 1, day = plusDays(day, step)) {
    if (isWorkingDay(calendar, day)) return day;
    passed.push(day);
  }
  throw new Error(`${calendar.id} v${calendar.version} has no working day within ${MOST_DAYS_OFF} days of ${from}.`);
};

/** The `count`-th working day after `day`: the day itself does not count. Throws where the calendar has none within a year. */
export const plusWorkingDays = (calendar: Calendar, day: LocalDate, count: number): Reckoned => {
  const daysOff: LocalDate[] = [];
  let last = day;
  for (let left = count; left > 0; left -= 1) last = nextWorked(calendar, plusDays(last, 1), 1, daysOff);
  return { day: last, daysOff, covered: covers(calendar, day, last) };
};

/** The nearest working day from `day` on, or back, and the days off that were passed over. Throws where the calendar has none within a year. */
export const roll = (calendar: Calendar, day: LocalDate, way: 'none' | 'next' | 'previous'): Reckoned => {
  const daysOff: LocalDate[] = [];
  const last = way === 'none' ? day : nextWorked(calendar, day, way === 'next' ? 1 : -1, daysOff);
  return { day: last, daysOff, covered: way === 'none' || covers(calendar, day, last) };
};

const covers = ({ covers: { from, until } }: Calendar, ...days: readonly LocalDate[]): boolean =>
  days.every((day) => from <= day && day <= until);
