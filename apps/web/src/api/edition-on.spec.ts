import { describe, expect, it } from '@jest/globals';

import { editionOn } from './edition-on.ts';

const edition = (edition: number, validFrom: string, validUntil: string | null, referenceId = 'staff') => ({
  ...{ editionId: `${referenceId}@${edition}`, kind: 'form', referenceId, edition, validFrom, validUntil },
  publishedAt: '2025-01-01T00:00:00Z',
});

describe('The edition of a form', () => {
  const [first, second] = [edition(1, '2025-01-01', '2025-06-30'), edition(2, '2025-06-01', null)];
  const all = [second, first, edition(9, '2020-01-01', null, 'premises')];

  it('is the last that is valid on the day', () => {
    expect(editionOn(all, 'staff', '2025-05-31')).toBe(first);
    expect(editionOn(all, 'staff', '2025-06-30')).toBe(second);
  });
  it('holds on its last day, and is none before its first', () => {
    expect(editionOn([first], 'staff', '2025-06-30')).toBe(first);
    expect(editionOn([first], 'staff', '2025-07-01')).toBeUndefined();
    expect(editionOn(all, 'staff', '2024-12-31')).toBeUndefined();
  });
});
