import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';

/** RFC 8288: where the next page is, for whoever would rather not look into the answer. */
@Injectable()
export class LinkInterceptor implements NestInterceptor<unknown, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const { url } = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next
      .handle()
      .pipe(tap((answer) => void (hasNext(answer) && reply.header('link', linkTo(url, answer.next)))));
  }
}

const linkTo = (url: string, cursor: string): string => {
  const { pathname, searchParams } = new URL(url, 'http://here');
  searchParams.set('cursor', cursor);
  return `<${pathname}?${searchParams.toString()}>; rel="next"`;
};

const hasNext = (answer: unknown): answer is Readonly<{ items: unknown; next: string }> =>
  typeof answer === 'object' && answer !== null && 'items' in answer && 'next' in answer && answer.next !== null;
