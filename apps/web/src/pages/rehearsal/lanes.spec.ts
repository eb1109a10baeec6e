import { describe, expect, it } from '@jest/globals';

import type { Rehearsal, Step } from '../../api/rehearsal.ts';
import { differencesOf } from './difference.ts';
import { jumpsOf, lastBefore, LEFT, monthsOf, nextAfter, overdueOf, RIGHT, scaleOf } from './lanes.ts';

const span = { from: '2025-05-16', until: '2025-07-31' };
const step = (type: string, at: string, ...refs: string[]): Step => {
  return { type, at, refs, units: [], count: refs.length, told: [], offices: [], code: null };
};
const steps = [
  step('TaskBecameOverdue', '2025-05-31T17:00:00.000Z', '5.b3-1'),
  step('TaskSubmitted', '2025-06-10T02:00:00.000Z', '5.b3-1'),
  step('TaskBecameOverdue', '2025-06-25T17:00:00.000Z', '3.b5-2'),
];

describe('The lanes of a rehearsal', () => {
  it('begin with the day of issue and end with the last day', () => {
    const scale = scaleOf(span);
    expect([scale('2025-05-15T17:00:00.000Z'), scale('2025-07-31T17:00:00.000Z')]).toStrictEqual([LEFT, RIGHT]);
  });

  it('mark every month that begins in between, where it begins in Viet Nam', () =>
    expect(monthsOf(span)).toStrictEqual(['2025-05-31T17:00:00.000Z', '2025-06-30T17:00:00.000Z']));

  it('go over the turn of a year', () => expect(monthsOf({ from: '2025-11-20', until: '2026-02-01' })).toHaveLength(3));

  it('show a task as overdue to where it is submitted, or to the end', () =>
    expect(overdueOf({ ...span, steps })).toStrictEqual([
      { ref: '5.b3-1', from: '2025-05-31T17:00:00.000Z', until: '2025-06-10T02:00:00.000Z', isOver: true },
      { ref: '3.b5-2', from: '2025-06-25T17:00:00.000Z', until: '2025-07-31T17:00:00.000Z', isOver: false },
    ]));

  it('know the next and the last moment at which something happens, and where to jump', () => {
    expect(nextAfter({ steps }, '2025-05-31T17:00:00.000Z')).toBe('2025-06-10T02:00:00.000Z');
    expect(nextAfter({ steps }, '2025-06-25T17:00:00.000Z')).toBeUndefined();
    expect(lastBefore({ steps }, '2025-06-10T02:00:00.000Z')).toBe('2025-05-31T17:00:00.000Z');
    expect(jumpsOf({ steps })).toStrictEqual(['2025-05-31T17:00:00.000Z', '2025-06-25T17:00:00.000Z']);
  });
});

describe('What changes under another policy', () => {
  const played = (...all: Step[]) => ({ steps: all }) as unknown as Rehearsal;

  it('is what moves, what comes and what goes, each for its task', () => {
    const before = played(step('DeadlineNeared', '1', 'a', 'b'), step('TaskEscalated', '3', 'a'));
    const after = played(step('DeadlineNeared', '2', 'a'), step('DeadlineNeared', '1', 'b'), step('MandateEnded', '4'));
    expect(differencesOf(before, after)).toStrictEqual([
      { type: 'DeadlineNeared', ref: 'a', was: '1', is: '2' },
      { type: 'TaskEscalated', ref: 'a', was: '3', is: null },
      { type: 'MandateEnded', ref: '', was: null, is: '4' },
    ]);
  });

  it('is nothing where both are the same', () =>
    expect(differencesOf(played(...steps), played(...steps))).toStrictEqual([]));
});
