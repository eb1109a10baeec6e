import type { Revision } from '@edict/runtime';

/** What came of a call that did not succeed. `passing`: it is worth another try. `reached`: the server may have acted on it. */
export type Failure =
  | Readonly<{ kind: 'conflict'; actual: Revision }>
  | Readonly<{ kind: 'missing' }>
  | Readonly<{ kind: 'refused'; reason: string }>
  | Readonly<{ kind: 'passing'; reason: string; reached: boolean; spoilt: boolean }>;

/** No answer in time. The client knows no deadline of its own where it matters most. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

type Known = Readonly<{
  name?: string;
  message?: string;
  type?: string;
  code?: number;
  metadata?: Readonly<{ getMap?: () => Readonly<Record<string, unknown>> }>;
  actualState?: bigint | number | 'no_stream';
}>;

const REFUSED: ReadonlySet<string> = new Set([
  'access-denied',
  'stream-deleted',
  'stream-tombstoned',
  'maximum-append-size-exceeded',
  'invalid-argument',
  'unsupported',
]);
/** gRPC: INVALID_ARGUMENT, PERMISSION_DENIED, UNAUTHENTICATED. */
const REFUSED_CODES: ReadonlySet<number> = new Set([3, 7, 16]);
const NOT_REACHED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|Failed to discover|Server Is Not Ready|Server Is Busy/;
/** After these the client stays as it is for good: only another one gets further. */
const SPOILT = /Failed to discover/;

/** By type and text, not by class: the same errors come from two halves of the client, and from gRPC itself. */
export const failureOf = (error: unknown): Failure => {
  const { type = exceptionIn(error as Known), actualState } = error as Known;
  const reason = reasonOf(error);
  if (type === 'wrong-expected-version') return { kind: 'conflict', actual: revisionOf(actualState) };
  if (type === 'stream-not-found') return { kind: 'missing' };
  if (isRefusal({ ...(error as Known), type })) return { kind: 'refused', reason };
  const spoilt = error instanceof NoAnswer || SPOILT.test(reason);
  return { kind: 'passing', reason, reached: !NOT_REACHED.test(reason), spoilt };
};

/** What the client has not put into words of its own yet: the server says in its trailers which exception it was. */
const exceptionIn = ({ metadata }: Known): string => String(metadata?.getMap?.()['exception'] ?? '');

const isRefusal = ({ type = '', code = 0, name }: Known): boolean =>
  REFUSED.has(type) || REFUSED_CODES.has(code) || name === 'InvalidSetting';

const revisionOf = (state: Known['actualState']): Revision =>
  state === undefined || state === 'no_stream' ? -1 : Number(state);

/** A line for a log. The errors of the client carry whole calls with them; only their names and texts go further. */
export const reasonOf = (error: unknown): string => {
  const { name, message, type } = error as Known;
  return [type ?? name ?? 'Error', message].filter(Boolean).join(': ');
};
