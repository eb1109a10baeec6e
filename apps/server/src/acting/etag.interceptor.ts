import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';

/** Whoever has acted knows the revision for their next If-Match. */
@Injectable()
export class EtagInterceptor implements NestInterceptor<unknown, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next
      .handle()
      .pipe(tap((answer) => void (isOutcome(answer) && reply.header('etag', `"${answer.revision}"`))));
  }
}

const isOutcome = (answer: unknown): answer is Readonly<{ revision: number }> =>
  typeof answer === 'object' && answer !== null && 'revision' in answer && 'position' in answer;
