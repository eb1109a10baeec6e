import { describe, expect, it } from '@jest/globals';

import { decimal } from './numbers.ts';

describe('A decimal', () => {
  it.each(['vi', 'ru', 'uk'] as const)('has a comma in %s', (language) =>
    expect([decimal(language, '92.2'), decimal(language, '−1.2'), decimal(language, '7')]).toStrictEqual([
      ...['92,2', '−1,2', '7'],
    ]),
  );
  it('has a point in English', () => expect(decimal('en', '92.2')).toBe('92.2'));
});
