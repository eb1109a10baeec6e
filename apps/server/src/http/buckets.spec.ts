import { describe, expect, it } from '@jest/globals';

import { Buckets } from './buckets.ts';

describe('A bucket', () => {
  const scene = (size: number) => {
    let now = 0;
    const buckets = new Buckets(size, 60_000, () => now);
    return { buckets, pass: (ms: number) => (now += ms) };
  };

  it('gives as many at once as go into a minute, and then says how long to wait', () => {
    const { buckets } = scene(3);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toStrictEqual([0, 0, 0, 20]);
  });

  it('fills up steadily, and not further than full', () => {
    const { buckets, pass } = scene(3);
    for (let n = 0; n < 3; n++) buckets.take('a');
    pass(20_000);
    expect([buckets.take('a'), buckets.take('a')]).toStrictEqual([0, 20]);
    pass(3_600_000);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toStrictEqual([0, 0, 0, 20]);
  });

  it('is each name’s own, and asking takes nothing', () => {
    const { buckets } = scene(1);
    expect([buckets.waitFor('a'), buckets.take('a'), buckets.waitFor('a'), buckets.take('b')]).toStrictEqual([
      0, 0, 60, 0,
    ]);
  });

  it('is forgotten when ten thousand others came since', () => {
    const { buckets } = scene(1);
    buckets.take('a');
    for (let n = 0; n < 10_000; n++) buckets.take(`other ${n}`);
    expect(buckets.take('a')).toBe(0);
  });
});
