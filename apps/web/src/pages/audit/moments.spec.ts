import { describe, expect, it } from '@jest/globals';

import type { EventLine } from '../../api/tasks.ts';
import { knownBy, momentsOf, scaleOf, shareOf, spanOf, stepBack, stepForth } from './moments.ts';

const [ONE, TWO, THREE] = ['2025-05-19T01:00:00.000Z', '2025-05-20T03:41:00.000Z', '2025-06-26T01:10:00.000Z'] as const;
const lines = [ONE, ONE, TWO, THREE].map((at) => ({ at }) as EventLine);
const moments = momentsOf(lines);

describe('The moments of a history', () => {
  it('are each one stop, however many events were recorded in it', () =>
    expect(moments).toStrictEqual([ONE, TWO, THREE]));

  it('are gone through from now back to the first, and no further', () => {
    expect(stepBack(moments, null)).toBe(THREE);
    expect(stepBack(moments, THREE)).toBe(TWO);
    expect(stepBack(moments, '2025-06-01T00:00:00.000Z')).toBe(TWO);
    expect(stepBack(moments, ONE)).toBeUndefined();
    expect(stepBack([], null)).toBeUndefined();
  });

  it('are gone through forth to the last, after which comes now', () => {
    expect(stepForth(moments, ONE)).toBe(TWO);
    expect(stepForth(moments, '2025-01-01T00:00:00.000Z')).toBe(ONE);
    expect(stepForth(moments, THREE)).toBeNull();
    expect(stepForth(moments, null)).toBeNull();
  });

  it('tell how many events were known by then', () =>
    expect([null, THREE, TWO, ONE, '2025-01-01T00:00:00.000Z'].map((at) => knownBy(lines, at))).toStrictEqual([
      ...[4, 4, 3, 2, 0],
    ]));

  it('lie between a little before the first and now', () => {
    const span = spanOf(moments, new Date('2025-06-30T00:00:00.000Z'));
    expect(span.from).toBeLessThan(Date.parse(ONE));
    expect(shareOf(span, span.from)).toBe(0);
    expect(shareOf(span, Date.parse(ONE))).toBeCloseTo(3.85, 1);
    expect(shareOf(span, span.to)).toBe(100);
    expect(shareOf(span, span.to + 1)).toBe(100);
    expect(scaleOf(span, 4)).toHaveLength(5);
  });

  it('have an end also where the clock of the reader is behind', () =>
    expect(spanOf(moments, new Date(0)).to).toBeGreaterThan(Date.parse(THREE)));
});
