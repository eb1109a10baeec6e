import { randomUUID } from 'node:crypto';

import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Rejection } from '@edict/kernel';

import type { Access } from '../access/access.ts';
import { ACCESS } from '../injected.ts';
import { languageOf, type Language } from './language.ts';
import { answerOf, answerTo, problemFrom, type Answer } from './problem-of.ts';
import { HttpProblem, type Problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

/** A no is an answer and has a code; everything else that fails is a fault, is logged, and tells the caller only where to look. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(ACCESS) private readonly access: Access) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language = languageOf(reply.request.headers['accept-language']);
    const answer = answerTo(error);
    if (answer) this.report(answer, reply.request);
    if (answer?.retryAfter) void reply.header('retry-after', answer.retryAfter);
    const errors = wrongIn(error);
    const problem = answer ? problemFrom(answer, errors && { errors }, language) : faultOf(error, language);
    void reply.header('content-language', language).header('vary', 'Accept-Language');
    sendProblem(reply, problem);
  }

  /** Who tries what a rule, the form of a request or a right forbids is told to whoever keeps the log of the server; what they sent is not. */
  private report({ status, code }: Answer, request: FastifyRequest): void {
    const event = TOLD[code] ?? TOLD[status];
    if (event !== undefined) this.access.report(event, { ...asked(request), code, address: request.ip });
  }
}

/** What of a request is wrong: by its form, or by a rule of the domain. */
const wrongIn = (error: unknown): Problem['errors'] => {
  if (error instanceof HttpProblem) return error.errors;
  return error instanceof Rejection && error.fields.length > 0 ? error.fields : undefined;
};

/** Who asked, and for what sort of thing. Before it is known who asks there is nobody. */
const asked = ({ method, routeOptions, ...request }: FastifyRequest) => {
  const principal = request.principal as FastifyRequest['principal'] | null;
  const { act } = routeOptions.config;
  const route = `${method} ${routeOptions.url ?? ''}`;
  return { ...(principal && { account: principal.id }), ...(act && { act }), route };
};

/** By code or by status. Nothing of what is not there or moved on: programs ask for that all day. Knocking at the door is told there. */
const TOLD: Readonly<Record<string, string>> = {
  400: 'request-refused',
  403: 'act-refused',
  409: 'act-refused',
  413: 'request-refused',
  415: 'request-refused',
  422: 'request-refused',
  'access/unauthorized': 'token-refused',
};

const faultOf = (error: unknown, language: Language): Problem => {
  const traceId = randomUUID();
  console.error(
    JSON.stringify({ level: 'error', traceId, error: error instanceof Error ? error.stack : String(error) }),
  );
  const detail = 'Something failed that should not have. The log says more under this trace id.';
  return problemFrom(answerOf('server/fault', detail), { traceId }, language);
};
