import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@edict/runtime';

import { Watch } from './watch.ts';

const event = (position: string) => ({ position }) as Recorded;

describe('What is handed out of a subscription', () => {
  it('says once that nothing is left, and again after a page that did not say so', () => {
    const watch = new Watch({ glance: async () => '', watchMs: 1_000 }, '', '');
    expect(watch.batch([], true)).toMatchObject({ live: true });
    expect(watch.batch([], true)).toBeUndefined();
    expect(watch.batch([event('p1')], false)).toMatchObject({ position: 'p1', live: false });
    expect(watch.batch([], true)).toStrictEqual({ events: [], position: 'p1', live: true });
    expect(watch.batch([], true)).toBeUndefined();
  });
});
