import { endOf, lastDayOf, plusDays, startOf, type Context, type Instant, type LocalDate } from '@edict/kernel';

import type { Interval } from '../document/index.ts';
import type { Given } from './task.commands.ts';
import type { Period } from './task.course.messages.ts';
import type { Decision } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';
import { isOver, type Assigned } from './task.state.ts';

const MONTHS: Readonly<Record<Exclude<Interval, 'week'>, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The last day of the period that a day lies in: calendar weeks, months, quarters and so on, as official reporting reckons. */
const lastDayIn = (day: LocalDate, every: Interval): LocalDate => {
  if (every === 'week') return plusDays(day, 7 - Temporal.PlainDate.from(day).dayOfWeek);
  const months = MONTHS[every];
  const [year, month] = day.split('-').map(Number) as [number, number];
  const last = Math.ceil(month / months) * months;
  return lastDayOf(`${String(year).padStart(4, '0')}-${String(last).padStart(2, '0')}`);
};

/** The report of a period is due when the period ends; it has been missed when the next one ends too. That reading is this project's. */
export const periodFrom = (occurrence: number, from: LocalDate, every: Interval, zone: string): Period => {
  const last = lastDayIn(from, every);
  const next = lastDayIn(plusDays(last, 1), every);
  return { occurrence, from, dueAt: endOf(last, zone), endsAt: endOf(next, zone) };
};

export type Occurrence = Period & Readonly<{ called: boolean }>;

/** How a periodic task comes round. `since`: from which day on; no interval, no occurrences: none is invented. */
export type Rhythm = Readonly<{
  every: Interval | null;
  since: LocalDate | null;
  zone: string | null;
  last: Period | null;
  open: readonly Occurrence[];
}>;

export const noRhythm: Rhythm = { every: null, since: null, zone: null, last: null, open: [] };

/** The period that begins next, or has begun without having been opened. */
export const nextPeriod = (state: Assigned): Readonly<{ at: Instant; period: Period }> | null => {
  const { every, since, zone } = state.rhythm;
  if (every === null || since === null || zone === null || isQuiet(state)) return null;
  const { occurrence, from } = begins(state.rhythm, since, zone);
  const period = periodFrom(occurrence, from, every, zone);
  const at = startOf(period.from, zone);
  const { inForceUntil } = state.task;
  return inForceUntil !== null && at >= inForceUntil ? null : { at, period };
};

const begins = ({ last }: Rhythm, since: LocalDate, zone: string) => {
  if (!last) return { occurrence: 1, from: since };
  const next = dayAfter(last, zone);
  return { occurrence: last.occurrence + 1, from: next < since ? since : next };
};

const dayAfter = ({ dueAt }: Period, zone: string): LocalDate =>
  Temporal.Instant.from(dueAt).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Suspended, over, or not watched: nothing comes round. */
const isQuiet = (state: Assigned): boolean =>
  state.task.kind !== 'periodic' || state.watchFrom === null || state.status === 'suspended' || isOver(state);

type Call = Readonly<{ at: Instant; occurrence: number; kind: 'overdue' | 'missed' }>;

export const occurrenceCalls = (state: Assigned): readonly Call[] =>
  isQuiet(state)
    ? []
    : state.rhythm.open.map(({ occurrence, dueAt, endsAt, called }) =>
        called ? { at: endsAt, occurrence, kind: 'missed' } : { at: dueAt, occurrence, kind: 'overdue' },
      );

export const openOccurrence = (
  { occurrence }: Given<'OpenOccurrence'>,
  state: Assigned,
  { now }: Context,
): Decision => {
  const next = nextPeriod(state);
  if (next?.period.occurrence !== occurrence || now < next.at) return [];
  return [{ type: 'OccurrenceOpened', data: next.period }];
};

/** A part comes round as the whole does, unless whoever passed it on has decided otherwise. */
export const followInterval = (
  { every, decided }: Given<'FollowInterval'>,
  { task, rhythm, course, assignment, ...state }: Assigned,
): Decision => {
  if (isOver(state) || task.kind !== 'periodic' || course.ownInterval || rhythm.every === every) return [];
  const data = { finding: 'no-interval', ruling: { every }, assignment, ...decided } as const;
  return [{ type: 'FindingDecided', data }];
};

export const callOccurrence = (
  { occurrence }: Given<'CallOccurrence'>,
  state: Assigned,
  { now }: Context,
): Decision => {
  const open = isQuiet(state) ? undefined : state.rhythm.open.find((each) => each.occurrence === occurrence);
  if (!open) return [];
  const { called, dueAt, endsAt } = open;
  const overdue: TaskEvent[] =
    !called && now >= dueAt ? [{ type: 'OccurrenceBecameOverdue', data: { occurrence, dueAt } }] : [];
  return now < endsAt ? overdue : [...overdue, { type: 'OccurrenceMissed', data: { occurrence, dueAt } }];
};

/** A report is for the oldest period that is open. */
export const reportedOn = ({ rhythm }: Assigned): number | null => rhythm.open[0]?.occurrence ?? null;

export const withoutOccurrence = (rhythm: Rhythm, occurrence: number): Rhythm => ({
  ...rhythm,
  open: rhythm.open.filter((each) => each.occurrence !== occurrence),
});
