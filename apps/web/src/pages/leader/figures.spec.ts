import { describe, expect, it } from '@jest/globals';

import { bucketsOf, endOfLastMonth, percentDone, pointsSince, signed } from './figures.ts';

const of = (counts: Readonly<Record<string, number>>) =>
  bucketsOf(
    Object.entries(counts).flatMap(([deadlineClass, n]) => Array.from({ length: n }, () => ({ deadlineClass }))),
  );

describe('The figures of one page', () => {
  it('are those of 2016: 2,501 of 2,723 that fell due are 91.8 per cent', () => {
    const figures = of({ doneInTime: 2000, doneLate: 501, overdue: 222, inTime: 77, none: 9 });
    expect(figures).toStrictEqual({ doneInTime: 2000, doneLate: 501, openOverdue: 222, openInTime: 77, fellDue: 2723 });
    expect(percentDone(figures)).toBe('91.8');
  });

  it('count what is due soon as in time, and what has no date not at all', () =>
    expect(of({ dueSoon: 2, none: 5 })).toMatchObject({ openInTime: 2, fellDue: 0 }));

  it('are no per cent of nothing', () => expect(percentDone(of({ inTime: 3 }))).toBeNull());

  it('are set against the end of the month before, in Viet Nam', () => {
    expect(endOfLastMonth(new Date('2025-09-30T16:59:59Z'))).toBe('2025-08-31T17:00:00.000Z');
    expect(endOfLastMonth(new Date('2025-09-30T17:00:00Z'))).toBe('2025-09-30T17:00:00.000Z');
  });

  it('have gained or lost points since, where something had fallen due', () => {
    expect(pointsSince(of({ doneInTime: 9, overdue: 1 }), of({ doneInTime: 7, overdue: 1 }))).toBe('+2.5');
    expect(pointsSince(of({ doneInTime: 1, overdue: 1 }), of({ doneLate: 3, overdue: 1 }))).toBe('−25.0');
    expect(pointsSince(of({ doneInTime: 1 }), of({ inTime: 3 }))).toBeNull();
    expect(pointsSince(of({ doneInTime: 1 }), undefined)).toBeNull();
    expect([signed(3), signed(-3), signed(0)]).toStrictEqual(['+3', '−3', '0']);
  });
});
