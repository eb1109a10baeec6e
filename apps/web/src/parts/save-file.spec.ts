import { describe, expect, it } from '@jest/globals';

import { nameAt } from './save-file.ts';

describe('The name of a file that is saved', () => {
  it('says of which moment it is, where that is not now', () => {
    expect(nameAt('155-kl-tw-late', '2025-06-01T05:00:00.000Z')).toBe('155-kl-tw-late-2025-06-01T05-00-00-000Z');
    expect(nameAt('155-kl-tw-late', null)).toBe('155-kl-tw-late');
  });
});
