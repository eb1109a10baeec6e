import { calendarOf, isNeverWorked, type CalendarDay, type CalendarDocument } from '@edict/directives/document';

import type { Flaw, Path } from '../problem.ts';
import { flaw, reversed, twice } from './common.ts';

export const calendarFlaws = (document: CalendarDocument): readonly Flaw[] => {
  const { calendar, holidays, swappedWorkingDays } = document;
  const free = holidays.map((day, index) => ({ day, path: ['holidays', index] }));
  const worked = swappedWorkingDays.map((day, index) => ({ day, path: ['swappedWorkingDays', index] }));
  const days = [...free, ...worked];
  return [
    ...reversed(calendar.covers, ['calendar', 'covers']),
    ...twice(
      days.map(({ day, path }) => ({ name: day.on, path: [...path, 'on'] })),
      'calendar/day-twice',
      'The day',
    ),
    ...(isNeverWorked(calendarOf(document)) ? [NEVER_WORKED] : []),
    ...days.flatMap(({ day, path }) => dayFlaws(day, path, calendar.covers)),
    ...worked.flatMap(({ day, path }) => swapFlaws(day, path, calendar.weeklyDaysOff)),
  ];
};

const NEVER_WORKED = flaw(
  ['holidays'],
  'calendar/never-worked',
  'A whole year goes by without a working day, so nothing can be reckoned with it.',
);

const dayFlaws = (day: CalendarDay, path: Path, covers: Readonly<{ from: string; until: string }>): readonly Flaw[] => [
  ...(day.on < covers.from || day.on > covers.until
    ? [
        flaw(
          [...path, 'on'],
          'calendar/outside',
          `The calendar covers ${covers.from} to ${covers.until}, and ${day.on} lies outside.`,
        ),
      ]
    : []),
  ...(day.basis === 'source' && day.source === undefined
    ? [flaw([...path, 'basis'], 'basis/no-source', 'The basis is source, but none is named; name it, or say assumed.')]
    : []),
];

const swapFlaws = ({ on }: CalendarDay, path: Path, weeklyDaysOff: readonly number[]): readonly Flaw[] =>
  weeklyDaysOff.includes(new Date(`${on}T00:00:00Z`).getUTCDay() || 7)
    ? []
    : [
        flaw(
          [...path, 'on'],
          'calendar/swap-of-working-day',
          `${on} is worked anyway; a swapped day is a weekly day off.`,
        ),
      ];
