import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

import { headerOf } from '../access/actor.guard.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';

const LONGEST_WAIT_MS = 2_000;

/** A reader sees its own writes: If-Position-At-Least waits for the views to get there. */
@Injectable()
export class PositionInterceptor implements NestInterceptor {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const position = headerOf(http.getRequest<FastifyRequest>(), 'if-position-at-least');
    if (position === undefined) return next.handle();
    if (!/^[0-9a-zA-Z/]{1,64}$/.test(position))
      throw new HttpProblem(400, 'request/position', 'If-Position-At-Least is the position that a command answered.');
    if (await this.installation.seen(position, LONGEST_WAIT_MS)) return next.handle();
    void http.getResponse<FastifyReply>().header('retry-after', 2);
    throw new HttpProblem(503, 'views/behind', 'The views have not got there yet. Ask again.');
  }
}
