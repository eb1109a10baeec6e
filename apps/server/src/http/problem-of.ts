import { STATUS_CODES } from 'node:http';

import { HttpException } from '@nestjs/common';
import { Rejection } from '@edict/kernel';
import { CommandMismatch, Conflict, OutcomeUnknown, StoreUnavailable } from '@edict/runtime';

import { HttpProblem, type Problem } from './problem.ts';

type Answer = Readonly<{ status: number; code: string; detail: string; retryAfter?: number }>;

/** What an error tells the caller. `undefined`: nothing, it is a fault. */
export const answerTo = (error: unknown): Answer | undefined => {
  if (error instanceof HttpProblem) return { status: error.getStatus(), code: error.code, detail: error.message };
  if (error instanceof Rejection) return { status: statusOf(error.code), code: error.code, detail: error.message };
  if (error instanceof HttpException) return ofFramework(error);
  return ofRuntime(error);
};

const ofRuntime = (error: unknown): Answer | undefined => {
  if (error instanceof CommandMismatch) return MISMATCH;
  if (error instanceof Conflict) return CONFLICT;
  if (error instanceof OutcomeUnknown) return NO_ANSWER;
  if (!(error instanceof StoreUnavailable)) return undefined;
  return error.reason === 'full' ? FULL : { ...DOWN, code: `store/${error.reason}` };
};

/** The code says what sort of no it is. */
const SORTS: readonly (readonly [RegExp, number])[] = [
  [/^act\/stream-moved$/, 412],
  [/^act\/without-evidence$|\/in-the-future$/, 422],
  [/\/not-the-|\/not-yours$|\/performer-does-not-accept$|\/not-in-this-capacity$|\/not-to-oneself$/, 403],
  [/\/unknown$/, 404],
];

const statusOf = (code: string): number => SORTS.find(([pattern]) => pattern.test(code))?.[1] ?? 409;

const MISMATCH = {
  status: 422,
  code: 'command/mismatch',
  detail: 'This Idempotency-Key was used for another command.',
};
const CONFLICT = {
  status: 409,
  code: 'command/conflict',
  detail: 'Too many acted on it at once. Send it again, with the same Idempotency-Key.',
};
const NO_ANSWER = {
  status: 503,
  code: 'store/no-answer',
  detail: 'It may have been written or not. Send it again, with the same Idempotency-Key.',
  retryAfter: 1,
};
const FULL = { status: 507, code: 'store/full', detail: 'The disk is full. Nothing was written.' };
const DOWN = { status: 503, detail: 'The store does not take anything now. Nothing was written.', retryAfter: 5 };

const CODES: Readonly<Record<number, string>> = {
  404: 'route/unknown',
  405: 'route/method',
  413: 'body/too-large',
  415: 'body/unsupported-media-type',
};

/** What Nest and Fastify say no to by themselves. */
const ofFramework = (error: HttpException): Answer | undefined => {
  const status = error.getStatus();
  if (status >= 500) return undefined;
  return { status, code: CODES[status] ?? 'request/malformed', detail: error.message };
};

export const problemFrom = (answer: Answer, more: Pick<Problem, 'errors' | 'traceId'> = {}): Problem => ({
  type: `urn:edict:problem:${answer.code}`,
  title: STATUS_CODES[answer.status] ?? 'Error',
  status: answer.status,
  code: answer.code,
  detail: answer.detail,
  ...more,
});
