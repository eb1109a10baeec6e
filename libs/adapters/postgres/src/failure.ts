/** Why a group was not written. `unknown`: it may have been, all the same. */
export type Failure = Readonly<{ reason: 'full' | 'io' | 'corrupt' | 'closed'; message: string; unknown: boolean }>;

const FULL = ['53100', '53200'];
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

/**
 * An error that the server reports has undone the transaction; one that ends the session (class 57P) may have come after the commit.
 * Without a word from the server nothing is known, unless there was no connection to begin with.
 */
export const failureOf = (error: unknown): Failure => {
  const { code = '', severity, message } = error as { code?: string; severity?: string; message: string };
  const reported = severity !== undefined && !code.startsWith('57P');
  const unsent =
    NEVER_SENT.includes(code) || message.includes('when trying to connect') || message.includes('starting up');
  return { reason: reasonOf(code), message: `PostgreSQL: ${message}`, unknown: !reported && !unsent };
};

const reasonOf = (code: string): Failure['reason'] => {
  if (FULL.includes(code)) return 'full';
  return code.startsWith('XX') || code.startsWith('23') ? 'corrupt' : 'io';
};
