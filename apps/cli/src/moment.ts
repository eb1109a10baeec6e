import { instant, type Instant } from '@edict/kernel';

import { UsageError } from './command.ts';

/** What follows --as-of. */
export const momentIn = (text: string): Instant => {
  try {
    return instant(text);
  } catch (cause) {
    throw new UsageError(`--as-of ${text} is not an instant: 2025-06-25T17:00:00Z is wanted.`, { cause });
  }
};
