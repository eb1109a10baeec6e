import { describe, expect, it } from '@jest/globals';

import { publishedIn } from '../api/published.ts';
import { editionName, sourceIn } from './edition.ts';

describe('Where a rule comes from', () => {
  it('is an event of a policy or calendar', () => {
    expect(sourceIn('reference-calendar-vn-working-days@2')).toStrictEqual({
      stream: 'reference-calendar-vn-working-days',
      id: 'vn-working-days',
      revision: 2,
    });
    expect(sourceIn('said by hand')).toBeUndefined();
  });

  it('is named by the number in its file, wherever that was published', () => {
    const lines = [
      { revision: 0, data: { version: 3, content: 'third' } },
      { revision: 1, data: { version: 5, content: 'fifth' } },
    ];
    const { edition, content } = publishedIn(lines, sourceIn('reference-policy-vn-party@1')!)!;
    expect([editionName('vn-party', edition), content]).toStrictEqual(['vn-party v5', 'fifth']);
    expect(publishedIn(lines, sourceIn('reference-policy-vn-party@2')!)).toBeUndefined();
  });
});
