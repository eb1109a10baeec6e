import type { Rehearsed } from '../search-in.ts';

/** Conclusion 155-KL/TW as it is rehearsed where nobody acts. It is of 2025, and so are the rules that come with it. */
export const EXAMPLE = {
  example: 'nobody',
  from: '2025-05-16',
  until: '2025-12-31',
  policy: 'vn-party',
  calendar: 'vn-working-days',
} as const satisfies Rehearsed;
