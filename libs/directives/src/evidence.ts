import { refuse, type Context, type Refused } from '@edict/kernel';

/** An act that is entered after it occurred says how it is known: a receipt, an entry, a stamp. Lateness and mandate hang on it. */
export const lacksEvidence = (
  { evidence }: Readonly<Record<string, unknown>>,
  { now, occurredAt }: Context,
): Refused<never> | undefined =>
  occurredAt < now && !evidence
    ? refuse('act/without-evidence', 'What is entered after it occurred says how that is known.')
    : undefined;
