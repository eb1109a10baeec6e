import { beforeEach, describe, expect, it } from '@jest/globals';

import { attended } from './attended.ts';

describe('A page', () => {
  let page: EventTarget;
  let now: number;
  let isAttended: () => boolean;
  beforeEach(() => {
    [page, now] = [new EventTarget(), 5];
    isAttended = attended(page, () => now);
  });

  it('that was loaded is attended, and not for ever', () => {
    now += 59_999;
    expect(isAttended()).toBe(true);
    now += 1;
    expect(isAttended()).toBe(false);
  });

  it.each(['pointerdown', 'keydown', 'wheel', 'click', 'input', 'focus'])(
    'on which there was a %s is attended anew',
    (done) => {
      now += 3_600_000;
      page.dispatchEvent(new Event(done));
      now += 59_999;
      expect(isAttended()).toBe(true);
      now += 1;
      expect(isAttended()).toBe(false);
    },
  );

  it.each(['message', 'online', 'scroll', 'pagehide'])('to which a %s comes by itself is not', (come) => {
    now += 3_600_000;
    page.dispatchEvent(new Event(come));
    expect(isAttended()).toBe(false);
  });
});
