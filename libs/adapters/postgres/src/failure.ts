import { OutcomeUnknown, StoreUnavailable } from '@edict/runtime';

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

const LOST = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'];
/** As the driver says that there is no connection, or none any more. */
const NO_CONNECTION = /^Connection terminated|^Query read timeout|when trying to connect|connection error/;

/** A server that is away is nobody's fault, and it is worth asking again: so it is said by what the ports have for that. Everything else stays what it is. */
export const awayOr = (error: unknown): unknown => {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const isAway = [...NEVER_SENT, ...LOST].includes(code) || code.startsWith('57P') || NO_CONNECTION.test(message);
  if (!isAway) return error;
  const said = failureOf(error).unknown ? new OutcomeUnknown(message) : new StoreUnavailable('io', message);
  return Object.assign(said, { cause: error, ...(code && { code }) });
};
