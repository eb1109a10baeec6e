import { describe, expect, it } from '@jest/globals';

import { editionIn } from './edition.ts';

describe('Where a rule comes from', () => {
  it('is named by the edition of a policy or calendar', () => {
    expect(editionIn('reference-policy-vn-party@0')).toBe('vn-party v1');
    expect(editionIn('reference-calendar-vn-working-days@2')).toBe('vn-working-days v3');
    expect(editionIn('said by hand')).toBe('said by hand');
  });
});
