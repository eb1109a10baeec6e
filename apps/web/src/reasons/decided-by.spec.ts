import { describe, expect, it } from '@jest/globals';

import { decidedBy } from './decided-by.ts';

describe('What a number of tasks rests on', () => {
  it('is a policy where it says from when on something is due soon', () =>
    expect([{ class: 'dueSoon' }, { class: 'inTime' }].map(decidedBy)).toStrictEqual([
      { dates: true, window: true },
      { dates: true, window: true },
    ]));

  it('is no such window where both sides of it are counted, or neither', () =>
    expect([{ class: 'inTime,dueSoon' }, { class: 'overdue' }].map(decidedBy)).toStrictEqual([
      { dates: true, window: false },
      { dates: true, window: false },
    ]));

  it('is nothing of both where no date decides', () =>
    expect([{ halt: 'stuck' } as const, { clause: '1' }, { class: 'none' }].map(decidedBy)).toStrictEqual(
      Array.from({ length: 3 }, () => ({ dates: false, window: false })),
    ));
});
