import { expect, it } from '@jest/globals';

import { Retries } from './retries.ts';

it('What failed is tried again ever more slowly, at least once a minute, and nothing else waits for it', () => {
  let now = 0;
  const retries = new Retries(() => now);
  const waits: number[] = [];
  for (let time = 0; time < 9; time++) {
    expect(retries.isDue(1)).toBe(true);
    retries.failed(1);
    const from = now;
    while (!retries.isDue(1)) now += 500;
    waits.push(now - from);
  }
  expect(waits).toStrictEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => 1_000 * seconds));
  retries.failed(1);
  expect([retries.isDue(1), retries.isDue(2)]).toStrictEqual([false, true]);
  retries.forget(1);
  expect(retries.isDue(1)).toBe(true);
});
