import type { Fact, LocalDate } from '@edict/kernel';

import type { CalendarDocument } from '../document/index.ts';
import { calendarOf } from '../time/calendar.ts';
import { deadlineOf, derive, type Deadline, type Rules } from './deadline.ts';

export type { Deadline };

/** To the end of a day that somebody fixed, with the ladder of the deadline that it replaces. It is not rolled: the day was chosen. */
export const movedTo = (old: Deadline, on: LocalDate, calendar: Fact<CalendarDocument | null> | null): Deadline => {
  const { says, sources, ...rules } = old.derivation;
  const { month: _, ...words } = says;
  return derive({
    ...rules,
    says: { ...words, on, bound: 'on' },
    sources: calendar?.value ? { ...sources, calendar: calendar.source } : sources,
    roll: 'none',
    daysOff: [],
    covered: calendar?.value ? covers(calendar.value, on) : rules.covered,
  });
};

const covers = (calendar: CalendarDocument, on: LocalDate): boolean => {
  const { from, until } = calendarOf(calendar).covers;
  return from <= on && on <= until;
};

/** Where the text has left the day to another document: firm, by the rules under which the directive was issued. */
export const dueOn = (on: LocalDate, known: Fact<Rules | null> | null): Deadline | null =>
  known?.value ? dayUnder(on, known.value) : null;

const dayUnder = (on: LocalDate, rules: Rules): Deadline | null =>
  deadlineOf(
    { on, bound: 'on', firmness: 'firm' },
    { ...rules, policy: { ...rules.policy, rollNonWorkingDay: 'none' } },
  );

/** The same words under other rules. What a person fixed is not rolled now either. */
export const reckonedAgain = (old: Deadline, rules: Rules): Deadline =>
  deadlineOf(old.derivation.says, {
    ...rules,
    policy:
      old.derivation.says.bound === 'on' ? { ...rules.policy, rollNonWorkingDay: old.derivation.roll } : rules.policy,
  }) ?? old;
