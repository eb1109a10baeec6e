import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { RUNS } from '@edict/kernel/testing';
import fc from 'fast-check';

import { deadlineClassOf } from '../task/deadline-class.ts';
import { bucketsOf, statisticsOf } from './statistics.ts';

fc.configureGlobal({ numRuns: RUNS });

const NOW = instant('2025-07-01T00:00Z');
const of = (state: string, dueAt: string | null, decidedAt: string | null = null, more: object = {}) => ({
  kind: 'once',
  state,
  dueAt,
  dueSoonAt: null,
  decidedAt,
  parent: null,
  ...more,
});
const [MAY, JUNE, AUGUST] = ['2025-05-31T17:00:00.000Z', '2025-06-20T17:00:00.000Z', '2025-08-31T17:00:00.000Z'];

describe('The four buckets', () => {
  it('count what has a day: done in time, done late, open in time, open and overdue', () =>
    expect(
      statisticsOf(
        [
          of('accepted', JUNE, MAY),
          of('accepted', MAY, JUNE),
          of('inProgress', AUGUST),
          of('assigned', JUNE),
          of('assigned', null),
          of('cancelled', JUNE),
          of('assigned', JUNE, null, { parent: 'p' }),
          of('assigned', JUNE, null, { kind: 'until' }),
          of('assigned', JUNE, null, { kind: 'conditional' }),
          of('assigned', JUNE, null, { kind: 'conditional', started: 1 }),
        ],
        NOW,
      ),
    ).toStrictEqual({ doneInTime: 1, doneLate: 1, openInTime: 1, openOverdue: 2, fellDue: 4, percentDone: 50 }));

  it('give the share of 2016: 2,501 of 2,723 are 91.8 %', () =>
    expect(bucketsOf({ doneInTime: 2501, doneLate: 0, openInTime: 0, openOverdue: 222 })).toMatchObject({
      fellDue: 2723,
      percentDone: 91.8,
    }));

  it('give the share of 2017: 16,051 of 16,274 are 98.6 %', () =>
    expect(bucketsOf({ doneInTime: 14_068, doneLate: 1983, openInTime: 5640, openOverdue: 223 })).toMatchObject({
      fellDue: 16_274,
      percentDone: 98.6,
    }));

  it('round halves up, exactly', () => {
    expect(bucketsOf({ doneInTime: 1, doneLate: 0, openInTime: 0, openOverdue: 1999 })).toMatchObject({
      percentDone: 0.1,
    });
    expect(bucketsOf({ doneInTime: 9, doneLate: 0, openInTime: 0, openOverdue: 19_991 })).toMatchObject({
      percentDone: 0,
    });
    expect(bucketsOf({ doneInTime: 0, doneLate: 0, openInTime: 5, openOverdue: 0 })).toMatchObject({
      percentDone: null,
    });
  });

  it('add up to all that have a class, whatever their states', () => {
    const task = fc.record({
      kind: fc.constantFrom('once', 'conditional', 'standing', 'until'),
      state: fc.constantFrom('assigned', 'submitted', 'accepted', 'cancelled', 'suspended'),
      dueAt: fc.constantFrom(null, MAY, JUNE, AUGUST),
      dueSoonAt: fc.constantFrom(null, MAY),
      decidedAt: fc.constantFrom(null, MAY, JUNE, AUGUST),
      parent: fc.constantFrom(null, 'p'),
      started: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(fc.array(task), (tasks) => {
        const { doneInTime, doneLate, openInTime, openOverdue } = statisticsOf(tasks, NOW);
        const counted = tasks.filter(
          (each) => each.parent === null && each.kind !== 'until' && deadlineClassOf(each as never, NOW) !== 'none',
        );
        expect(doneInTime + doneLate + openInTime + openOverdue).toBe(counted.length);
      }),
    );
  });
});

describe('A task that is suspended', () => {
  it('is judged as it stood when it was', () => {
    const suspended = (at: string) => deadlineClassOf({ ...of('suspended', JUNE), suspendedAt: at }, NOW);
    expect(suspended(MAY)).toBe('inTime');
    expect(suspended(NOW)).toBe('overdue');
  });
});
