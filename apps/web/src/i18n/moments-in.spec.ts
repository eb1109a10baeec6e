import { expect, it } from '@jest/globals';

import { withMoments } from './moments-in.ts';

it('says a moment of a refusal in the time of Viet Nam, and leaves all else as it is', () => {
  expect(withMoments('en', 'The last act was at 2025-05-16T01:00:00.000Z.')).toBe(
    'The last act was at Fri, May 16, 2025, 08:00.',
  );
  expect(withMoments('en', 'It is at revision 4, not 3 (2025-05-16).')).toBe(
    'It is at revision 4, not 3 (2025-05-16).',
  );
});
