import { describe, expect, it } from '@jest/globals';

import { day, dayAndMonth, daysBetween, shortDay, shortMoment, written } from './times.ts';

describe('Whole days in Viet Nam', () => {
  const between = (from: string, to: string) => daysBetween(new Date(from), new Date(to));

  it('turn at its midnight and not at that of Greenwich', () => {
    expect(between('2025-06-24T16:59:59.999Z', '2025-06-24T17:00:00.000Z')).toBe(1);
    expect(between('2025-06-24T17:00:00.000Z', '2025-06-25T16:59:59.999Z')).toBe(0);
  });
  it('are negative when they lie behind', () =>
    expect(between('2025-07-01T00:00:00.000Z', '2025-06-25T16:59:59.999Z')).toBe(-6));
});

describe('A date as a document has it', () => {
  it('is a day or a month in the language of the reader', () => {
    expect([written('vi', '2025-06-25'), written('vi', '2025-06')]).toStrictEqual([
      '25 tháng 6, 2025',
      'tháng 6 năm 2025',
    ]);
    expect([written('en', '2025-06-25'), written('uk', '2025-06')]).toStrictEqual(['June 25, 2025', 'червень 2025 р.']);
  });

  it('stays as it is where it is neither', () => expect(written('ru', 'issue')).toBe('issue'));
});

describe('The year of a date', () => {
  const shown = new Date('2026-11-30T13:00:00.000Z');

  it('stands where it is not that of the moment that is shown', () => {
    expect(day('en', new Date('2099-12-30T05:00:00.000Z'), shown)).toBe('Wed, Dec 30, 2099');
    expect(dayAndMonth('en', new Date('2025-05-31T05:00:00.000Z'), shown)).toBe('May 31, 2025');
    expect(shortMoment('en', '2025-05-31T05:00:00.000Z', shown)).toBe('May 31, 2025, 12:00');
  });

  it('is left out in the same year, which in Viet Nam begins seven hours before that of Greenwich', () => {
    expect(day('en', new Date('2026-12-31T16:59:59.999Z'), shown)).toBe('Thu, Dec 31');
    expect(day('en', new Date('2026-12-31T17:00:00.000Z'), shown)).toBe('Fri, Jan 1, 2027');
    expect(day('en', new Date('2025-12-31T17:00:00.000Z'), shown)).toBe('Thu, Jan 1');
    expect(shortMoment('en', '2026-05-31T05:00:00.000Z', shown)).toBe('May 31, 12:00');
  });

  it('always stands on paper', () => expect(shortDay('en', shown)).toBe('Nov 30, 2026'));
});
