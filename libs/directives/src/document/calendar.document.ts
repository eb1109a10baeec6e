import type { LocalDate } from '@edict/kernel';

/** `assumed` where no act could be named. */
export type CalendarDay = Readonly<{ on: LocalDate; name: string; basis: 'source' | 'assumed'; source?: string }>;

/** Which days are worked: all but the weekly days off and the holidays, and those days off that are swapped for a holiday. */
export type CalendarDocument = Readonly<{
  calendar: Readonly<{
    id: string;
    name: Readonly<Partial<Record<'en' | 'vi' | 'ru' | 'uk', string>>>;
    version: number;
    /** What it knows about, both days included. Nothing may be reckoned outside. */
    covers: Readonly<{ from: LocalDate; until: LocalDate }>;
    /** ISO weekdays, 1 = Monday to 7 = Sunday. */
    weeklyDaysOff: readonly number[];
  }>;
  holidays: readonly CalendarDay[];
  /** Weekly days off that are worked instead of another day. */
  swappedWorkingDays: readonly CalendarDay[];
}>;
