import { describe, expect, it } from '@jest/globals';

import { momentIn } from './search-in.ts';

describe('The moment of an address', () => {
  it.each([
    ['2025-06-01T01:00:00.000Z', '2025-06-01T01:00:00.000Z'],
    ['2025-06-01T08:00:00+07:00', '2025-06-01T01:00:00.000Z'],
    ['2025-06-01T01:00Z', '2025-06-01T01:00:00.000Z'],
    ['2024-02-29T00:00:00-01:00', '2024-02-29T01:00:00.000Z'],
  ])('%s has the one form in which moments are compared', (at, instant) =>
    expect(momentIn({ at })).toStrictEqual({ at: instant }),
  );

  it.each([
    'nonsense',
    '',
    '2025-06-01',
    '2025-06-01T08:00:00',
    '2026-13-45T00:00:00Z',
    '2025-02-30T00:00:00Z',
    '2025-06-01T25:00:00Z',
    '9999999-01-01T00:00:00Z',
    2025,
    null,
    undefined,
  ])('counts as if it were not there where it is %s', (at) =>
    expect(momentIn({ at })).toStrictEqual({ at: undefined }),
  );
});
