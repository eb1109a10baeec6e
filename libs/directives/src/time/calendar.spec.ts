import { describe, expect, it } from '@jest/globals';
import { plusDays } from '@edict/kernel';

import { calendar } from '../testing/task-examples.ts';
import { calendarOf, isNeverWorked, isWorkingDay, plusWorkingDays, roll } from './calendar.ts';

describe('A calendar', () => {
  it('is taken from its document without the names and sources of its days', () =>
    expect(
      calendarOf({
        calendar: {
          id: 'vn',
          name: { en: 'Viet Nam' },
          version: 2,
          covers: { from: '2025-01-01', until: '2026-12-31' },
          weeklyDaysOff: [6, 7],
        },
        holidays: [
          { on: '2025-04-30', name: 'Reunification', basis: 'source', source: 'Labour Code' },
          { on: '2025-05-01', name: 'Labour Day', basis: 'source', source: 'Labour Code' },
          { on: '2025-05-02', name: 'Swapped', basis: 'assumed' },
        ],
        swappedWorkingDays: [{ on: '2025-04-26', name: 'For 2 May', basis: 'assumed' }],
      }),
    ).toStrictEqual(calendar));

  it('works on weekdays that are no holidays, and on days off that are swapped', () => {
    expect(isWorkingDay(calendar, '2025-04-25')).toBe(true);
    expect(isWorkingDay(calendar, '2025-04-26')).toBe(true);
    expect(isWorkingDay(calendar, '2025-04-27')).toBe(false);
    expect(isWorkingDay(calendar, '2025-05-01')).toBe(false);
    expect(isWorkingDay(calendar, '2025-05-03')).toBe(false);
  });

  it('outside of what it covers knows the weekly days off only', () => {
    expect(isWorkingDay(calendar, '2027-01-01')).toBe(true);
    expect(isWorkingDay(calendar, '2027-01-02')).toBe(false);
  });
});

describe('Working days', () => {
  it('are counted from the day after', () =>
    expect(plusWorkingDays(calendar, '2025-05-20', 3)).toStrictEqual({
      day: '2025-05-23',
      daysOff: [],
      covered: true,
    }));

  it('pass over days off and name them', () =>
    expect(plusWorkingDays(calendar, '2025-04-25', 4)).toStrictEqual({
      day: '2025-05-05',
      daysOff: ['2025-04-27', '2025-04-30', '2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04'],
      covered: true,
    }));

  it('end on a working day, not after it', () =>
    expect(plusWorkingDays(calendar, '2025-05-20', 1)).toMatchObject({ day: '2025-05-21' }));

  it('of none end on the day itself', () =>
    expect(plusWorkingDays(calendar, '2025-05-04', 0)).toStrictEqual({
      day: '2025-05-04',
      daysOff: [],
      covered: true,
    }));

  it('are reckoned with the calendar only from its first day to its last', () => {
    const covered = (day: string, count: number) => plusWorkingDays(calendar, day, count).covered;
    expect(covered('2024-12-31', 1)).toBe(false);
    expect(covered('2025-01-01', 1)).toBe(true);
    expect(covered('2026-12-30', 1)).toBe(true);
    expect(covered('2026-12-30', 2)).toBe(false);
  });
});

describe('A day off', () => {
  it('becomes the next working day, and the days passed over are named', () =>
    expect(roll(calendar, '2025-04-30', 'next')).toStrictEqual({
      day: '2025-05-05',
      daysOff: ['2025-04-30', '2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04'],
      covered: true,
    }));

  it('becomes the one before, and the days passed over are named in that order', () =>
    expect(roll(calendar, '2025-05-04', 'previous')).toStrictEqual({
      day: '2025-04-29',
      daysOff: ['2025-05-04', '2025-05-03', '2025-05-02', '2025-05-01', '2025-04-30'],
      covered: true,
    }));

  it('stays what it is where the policy moves nothing, also beyond the calendar', () => {
    expect(roll(calendar, '2025-05-04', 'none')).toStrictEqual({ day: '2025-05-04', daysOff: [], covered: true });
    expect(roll(calendar, '2030-01-05', 'none')).toStrictEqual({ day: '2030-01-05', daysOff: [], covered: true });
  });

  it('is said not to be covered where either end lies outside of the calendar', () => {
    expect(roll(calendar, '2027-01-02', 'next')).toStrictEqual({
      day: '2027-01-04',
      daysOff: ['2027-01-02', '2027-01-03'],
      covered: false,
    });
    expect(roll({ ...calendar, holidays: ['2026-12-31'] }, '2026-12-31', 'next')).toMatchObject({
      day: '2027-01-01',
      covered: false,
    });
  });

  it('does not concern a working day', () => {
    const working = { day: '2025-04-25', daysOff: [], covered: true };
    expect(roll(calendar, '2025-04-25', 'next')).toStrictEqual(working);
    expect(roll(calendar, '2025-04-25', 'previous')).toStrictEqual(working);
  });
});

describe('A calendar in which nobody ever works', () => {
  const never = { ...calendar, swappedWorkingDays: [], weeklyDaysOff: [1, 2, 3, 4, 5, 6, 7] };
  const daysFrom = (first: string, count: number) => Array.from({ length: count }, (_, each) => plusDays(first, each));
  const free = (days: number) => ({
    ...calendar,
    covers: { from: '2025-01-01', until: '2027-12-31' },
    holidays: daysFrom('2025-06-02', days),
    swappedWorkingDays: [],
  });

  it('is told, and one that works once a week is not', () => {
    expect(isNeverWorked(never)).toBe(true);
    expect(isNeverWorked({ ...never, weeklyDaysOff: [1, 2, 3, 4, 5, 6] })).toBe(false);
    expect(isNeverWorked(calendar)).toBe(false);
  });

  it('is also one with a year of holidays, weekends at either end included', () => {
    expect(isNeverWorked(free(365))).toBe(true);
    expect(isNeverWorked(free(364))).toBe(false);
    expect(isNeverWorked({ ...free(365), swappedWorkingDays: ['2025-09-06'] })).toBe(false);
  });

  it('ends in an error and not in a search for ever', () => {
    const said = 'has no working day within 366 days of';
    expect(() => plusWorkingDays(never, '2025-05-20', 1)).toThrow(`${said} 2025-05-21`);
    expect(() => roll(never, '2025-05-20', 'next')).toThrow(`vn v2 ${said} 2025-05-20`);
    expect(() => roll(never, '2025-05-20', 'previous')).toThrow(said);
    expect(plusWorkingDays(never, '2025-05-20', 0).day).toBe('2025-05-20');
  });

  it('is found where it is reckoned with, and a year of holidays can just be passed over', () => {
    expect(() => roll(free(365), '2025-05-31', 'next')).toThrow('no working day');
    expect(roll(free(364), '2025-05-31', 'next').day).toBe('2026-06-01');
  });
});
