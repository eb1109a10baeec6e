import { STATUS_CODES } from 'node:http';

import { HttpException } from '@nestjs/common';
import { Rejection } from '@edict/kernel';
import { CommandMismatch, Conflict, OutcomeUnknown, StoreUnavailable } from '@edict/runtime';

import { ruleIn, wordsFor } from './catalogue.ts';
import type { Language } from './language.ts';
import { HttpProblem, type Flaw, type Problem } from './problem.ts';
import { STATUS, type ShellCode } from './statuses.ts';

export type Answer = Readonly<{ status: number; code: string; detail: string; retryAfter?: number }>;

export const answerOf = (code: ShellCode, detail: string, retryAfter?: number): Answer => ({
  ...{ status: STATUS[code], code, detail },
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

/** What an error tells the caller. `undefined`: nothing, it is a fault. */
export const answerTo = (error: unknown): Answer | undefined => {
  if (error instanceof HttpProblem) return ofShell(error);
  if (error instanceof Rejection) return { status: statusFor(error.code), code: error.code, detail: error.message };
  if (error instanceof HttpException) return ofFramework(error);
  return ofRuntime(error);
};

const ofShell = ({ code, message, retryAfter }: HttpProblem): Answer => answerOf(code, message, retryAfter);

const ofRuntime = (error: unknown): Answer | undefined => {
  if (error instanceof CommandMismatch) return MISMATCH;
  if (error instanceof Conflict) return CONFLICT;
  if (error instanceof OutcomeUnknown) return NO_ANSWER;
  if (isCutOff(error)) return CUT_OFF;
  if (!(error instanceof StoreUnavailable)) return undefined;
  return error.reason === 'full' ? FULL : answerOf(`store/${error.reason}`, DOWN, 5);
};

/** Whoever sent it has hung up, or was cut off for being slow: nobody's fault, and nobody hears the answer. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ECONNRESET' && error.message === 'aborted';

const CUT_OFF = answerOf('request/timeout', 'The request did not arrive whole.');

/** The code says what sort of no it is. */
const SORTS: readonly (readonly [RegExp, number])[] = [
  [/^act\/stream-moved$/, 412],
  [
    /^act\/without-evidence$|\/in-the-future$|\/above-ceiling$|\/too-much$|\/ends-before-issue$|^subscription\/address$/,
    422,
  ],
  [/^form\/wrongly-filled$|^report\/which-/, 422],
  [
    /\/not-the-|\/not-named$|\/not-yours$|\/performer-does-not-(?:accept|grant)$|\/not-a-(?:coordinator|higher-authority)$/,
    403,
  ],
  [/\/not-in-this-capacity$|\/not-to-oneself$|^seal\/not-cleared$/, 403],
  [/\/unknown$/, 404],
];

/** The only place that says so: of what is sent, and of what is described. */
export const statusFor = (code: string): number =>
  Object.hasOwn(STATUS, code) ? STATUS[code as ShellCode] : (SORTS.find(([pattern]) => pattern.test(code))?.[1] ?? 409);

const MISMATCH = answerOf('command/mismatch', 'This Idempotency-Key was used for another command.');
const CONFLICT = answerOf(
  'command/conflict',
  'Too many acted on it at once. Send it again, with the same Idempotency-Key.',
);
const NO_ANSWER = answerOf(
  'store/no-answer',
  'It may have been written or not. Send it again, with the same Idempotency-Key.',
  1,
);
const FULL = answerOf('store/full', 'The disk is full. Nothing was written.');
const DOWN = 'The store does not take anything now. Nothing was written.';

const CODES: Readonly<Record<number, ShellCode>> = {
  404: 'route/unknown',
  405: 'route/method',
  408: 'request/timeout',
  413: 'body/too-large',
  415: 'body/unsupported-media-type',
  429: 'request/too-many',
  431: 'request/headers-too-large',
};

/** What Nest and Fastify say no to by themselves. */
const ofFramework = (error: HttpException): Answer | undefined => {
  const status = error.getStatus();
  if (status >= 500) return undefined;
  return answerOf(CODES[status] ?? 'request/malformed', error.message);
};

type More = Pick<Problem, 'errors' | 'traceId'>;

/** In English with the words of whoever refused, which name what it is about; in other languages with those of the catalogue. */
export const problemFrom = ({ status, code, detail }: Answer, more: More = {}, language: Language = 'en'): Problem => {
  const { title, detail: general } = wordsFor(code, language) ?? { title: STATUS_CODES[status] ?? 'Error', detail };
  const { errors, ...rest } = more;
  return {
    type: `urn:edict:problem:${code}`,
    title,
    status,
    code,
    detail: language === 'en' ? detail : general,
    ...rest,
    ...(errors ? { errors: errors.map((flaw) => told(flaw, language)) } : {}),
  };
};

const told = (flaw: Flaw, language: Language): Flaw => {
  const message = language === 'en' ? undefined : ruleIn(flaw.rule, language);
  return message === undefined ? flaw : { ...flaw, message };
};
