import { beforeEach, describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import { BEHIND_MS, concernsOf, Pace, type SubscriberHealth } from './health.ts';

describe('Whoever follows the log', () => {
  let now: number;
  let pace: Pace;
  const after = (ms: number, reached: string, head: string): boolean => {
    now += ms;
    return pace.isBehind('inbox', reached, head);
  };
  beforeEach(() => {
    now = 0;
    pace = new Pace(() => now);
  });

  it('is not behind while others write faster than it can be asked, as long as it comes after', () => {
    for (const n of [1, 2, 3, 4]) expect(after(BEHIND_MS, `${n}`, `${n + 1}`)).toBe(false);
  });

  it('is behind once it has been short of the same place for too long, however it has moved meanwhile', () => {
    expect(after(0, '1', '5')).toBe(false);
    expect(after(BEHIND_MS, '3', '7')).toBe(false);
    expect(after(1, '4', '9')).toBe(true);
  });

  it('is behind no more once it has got there', () => {
    after(0, '1', '5');
    expect(after(BEHIND_MS + 1, '1', '5')).toBe(true);
    expect(after(0, '5', '9')).toBe(false);
  });

  it('is measured by itself', () => {
    after(0, '1', '5');
    now += BEHIND_MS + 1;
    expect(pace.isBehind('another', '1', '5')).toBe(false);
  });
});

describe('What is of concern', () => {
  const well: SubscriberHealth = { name: 'inbox', reached: '5', parked: [], failing: null, behind: false };
  const none = {
    subscribers: [well],
    failedRings: 0,
    lateSince: null,
    deliveriesParked: false,
    queue: 'shared' as const,
    skews: [],
    rebuilds: [],
  };
  const at = instant('2025-05-16T02:00:00Z');
  const hindered = { view: 'task_v9', askedAt: at, failing: { reason: 'no disk', since: at } };
  const parked = [{ stream: 'task-1', revision: 0, reason: 'no' }];

  it('is nothing where everything goes its way', () => expect(concernsOf(none)).toStrictEqual([]));

  it.each([
    ['parked', { subscribers: [well, { ...well, parked }] }],
    ['failing', { subscribers: [{ ...well, failing: 'no disk' }, well] }],
    ['failing', { rebuilds: [hindered, { ...hindered, failing: null }] }],
    ['behind', { subscribers: [{ ...well, behind: true }] }],
    ['ringsFailed', { failedRings: 1 }],
    ['ringsLate', { lateSince: at }],
    ['deliveriesParked', { deliveriesParked: true }],
    ['queueUnreachable', { queue: 'unreachable' }],
    ['queueEvicts', { queue: 'evicts' }],
    ['clocksDiffer', { skews: [{ name: 'redis', aheadMs: -2_101, withinMs: 100 }] }],
  ] as const)('is %s, by itself', (concern, more) => expect(concernsOf({ ...none, ...more })).toStrictEqual([concern]));

  it('is no queue that was never set up, nor clocks that may be apart only by what asking took', () => {
    const skews = [{ name: 'redis', aheadMs: 2_100, withinMs: 100 }];
    expect(concernsOf({ ...none, queue: 'none', skews })).toStrictEqual([]);
  });
});
