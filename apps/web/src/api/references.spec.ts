import { describe, expect, it } from '@jest/globals';

import { publishedBy, type Edition } from './references.ts';

const edition = (id: string, publishedAt: string): Edition => ({
  editionId: id,
  kind: 'policy',
  referenceId: 'vn-party',
  edition: 1,
  validFrom: '2025-01-01',
  validUntil: null,
  publishedAt,
});
const [early, late] = [edition('a', '2025-05-16T01:00:00.000Z'), edition('b', '2025-06-16T01:00:00.000Z')];

describe('The editions that were known at a moment', () => {
  it('had been published by then', () =>
    expect(publishedBy([early, late], '2025-06-16T00:59:59.999Z')).toStrictEqual([early]));
  it('are all of them now', () => expect(publishedBy([early, late], null)).toStrictEqual([early, late]));
});
