import { describe, expect, it } from '@jest/globals';

import { workedBetween, type Calendar } from './worked.ts';

const calendar: Calendar = {
  calendar: { covers: { from: '2025-01-01', until: '2026-12-31' }, weeklyDaysOff: [6, 7] },
  holidays: [{ on: '2025-05-01' }, { on: '2025-05-02' }],
  swappedWorkingDays: [{ on: '2025-04-26' }],
};
const between = (one: string, other: string) =>
  workedBetween(calendar, new Date(`${one}T12:00:00+07:00`), new Date(`${other}T12:00:00+07:00`));

describe('The working days between two moments', () => {
  it('are those of the week', () => {
    expect(between('2025-06-19', '2025-06-25')).toBe(4);
    expect(between('2025-06-20', '2025-06-22')).toBe(0);
    expect(between('2025-06-22', '2025-06-23')).toBe(1);
  });

  it('are none that is a holiday, and one that is worked instead', () =>
    expect(between('2025-04-25', '2025-05-05')).toBe(5));

  it('do not count the earlier day, whichever of the two is asked for first', () => {
    expect(between('2025-06-23', '2025-06-23')).toBe(0);
    expect(between('2025-06-25', '2025-06-19')).toBe(4);
  });

  it('are not said where the calendar does not know them', () => {
    expect(between('2026-12-30', '2027-01-04')).toBeNull();
    expect(between('2024-12-31', '2025-01-02')).toBe(2);
    expect(between('2024-12-30', '2025-01-02')).toBeNull();
  });
});
