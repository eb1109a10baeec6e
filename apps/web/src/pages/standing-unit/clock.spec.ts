import { describe, expect, it } from '@jest/globals';

import { clockOf } from './clock.ts';

const AT = '2025-07-08T17:00:00.000Z';

describe('The clock of a matter', () => {
  it.each([
    ['received', AT, '2025-07-08T16:59:59.999Z', 'running'],
    ['received', AT, AT, 'past'],
    ['directed', AT, AT, 'past'],
    ['received', null, AT, 'none'],
    ['recommended', AT, AT, 'elsewhere'],
    ['answered', AT, AT, 'over'],
    ['refused', null, AT, 'over'],
  ])('of one that is %s, to be answered by %s, is at %s: %s', (state, answerBy, now, clock) =>
    expect(clockOf({ state, answerBy }, now)).toBe(clock),
  );
});
