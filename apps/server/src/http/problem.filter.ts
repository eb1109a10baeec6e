import { randomUUID } from 'node:crypto';

import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { languageOf, type Language } from './language.ts';
import { answerTo, problemFrom } from './problem-of.ts';
import { HttpProblem, type Problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

/** A no is an answer and has a code; everything else that fails is a fault, is logged, and tells the caller only where to look. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language = languageOf(reply.request.headers['accept-language']);
    const answer = answerTo(error);
    if (answer?.retryAfter) void reply.header('retry-after', answer.retryAfter);
    const errors = error instanceof HttpProblem ? error.errors : undefined;
    const problem = answer ? problemFrom(answer, errors && { errors }, language) : faultOf(error, language);
    void reply.header('content-language', language).header('vary', 'Accept-Language');
    sendProblem(reply, problem);
  }
}

const faultOf = (error: unknown, language: Language): Problem => {
  const traceId = randomUUID();
  console.error(
    JSON.stringify({ level: 'error', traceId, error: error instanceof Error ? error.stack : String(error) }),
  );
  const detail = 'Something failed that should not have. The log says more under this trace id.';
  return problemFrom({ status: 500, code: 'server/fault', detail }, { traceId }, language);
};
