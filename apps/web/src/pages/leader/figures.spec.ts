import { describe, expect, it } from '@jest/globals';

import type { Task } from '../../api/tasks.ts';
import { bucketsOf, byUnit, counted, endOfLastMonth, percentDone, placeOf, pointsSince, signed } from './figures.ts';

type Class = Task['deadlineClass'];
const task = (deadlineClass: Class, more: object = {}) =>
  ({ kind: 'once', parent: null, unit: 'hue', deadlineClass, ...more }) as Task;
const of = (counts: Readonly<Record<string, number>>) =>
  bucketsOf(Object.entries(counts).flatMap(([each, n]) => Array.from({ length: n }, () => task(each))));

const NONE = { doneInTime: 0, doneLate: 0, openOverdue: 0, openInTime: 0, fellDue: 0 };

describe('The figures of one page', () => {
  it('are those of 2016: 2,501 of 2,723 that fell due are 91.8 per cent', () => {
    const figures = of({ doneInTime: 2000, doneLate: 501, overdue: 222, inTime: 77, none: 9 });
    expect(figures).toStrictEqual({ doneInTime: 2000, doneLate: 501, openOverdue: 222, openInTime: 77, fellDue: 2723 });
    expect(percentDone(figures)).toBe('91.8');
  });

  it('count what is due soon as in time, and what has no date not at all', () =>
    expect(of({ dueSoon: 2, none: 5 })).toMatchObject({ openInTime: 2, fellDue: 0 }));

  it('count no part beside its whole, and nothing that only lasts until a day', () => {
    const whole = task('inTime');
    const part = task('overdue', { parent: 'whole', unit: 'quang-tri' });
    const until = task('inTime', { kind: 'until', unit: 'quang-ninh' });
    const tasks = [whole, part, until, task('none')];
    expect(bucketsOf(tasks)).toStrictEqual({ ...NONE, openInTime: 1 });
    expect(counted(tasks, 'openInTime')).toStrictEqual([whole]);
    expect(byUnit(tasks).map(({ unit }) => unit)).toStrictEqual(['hue']);
    expect(tasks.map(placeOf)).toStrictEqual(['counted', 'part', 'until', 'undated']);
  });

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
