import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { isFor, relationsFor, type Act } from '@edict/directives';
import { MACHINE } from '@edict/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

import { headerOf } from '../access/actor.guard.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';

const LONGEST_WAIT_MS = 2_000;

/** Streams that are shown by the matrix and not by clearance, and the act of whoever is shown them. */
const BY_MATRIX: readonly (readonly [RegExp, Act])[] = [
  [/^(account|office)-/, 'ReadAuthority'],
  [/^subscription-/, 'ReadSubscriptions'],
];

/** One's own account is there for oneself. */
const isByMatrix = (token: string, { principal, acting }: FastifyRequest): boolean => {
  if (token.startsWith(`account-${principal.id}@`)) return true;
  const act = BY_MATRIX.find(([pattern]) => pattern.test(token))?.[1];
  return act !== undefined && relationsFor(act, acting?.capacity ?? '').includes('any');
};

/** A reader sees its own writes: If-Position-At-Least waits for the views to get there. */
@Injectable()
export class PositionInterceptor implements NestInterceptor {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const token = headerOf(request, 'if-position-at-least');
    // What is open to strangers waits for nothing.
    if (token === undefined || isFor(request.routeOptions.config.act ?? '', 'nobody')) return next.handle();
    if (await this.reaches(token, request)) return next.handle();
    void http.getResponse<FastifyReply>().header('retry-after', 2);
    throw new HttpProblem('views/behind', 'The views have not got there yet. Ask again.');
  }

  /** While the views are behind nobody knows whether there is such a position. */
  private async reaches(token: string, request: FastifyRequest): Promise<boolean> {
    const { engine, positions, seen } = this.installation;
    const { id, clearance } = request.principal;
    const viewer = isByMatrix(token, request) ? MACHINE : { id, unit: '', clearance };
    const position = await positions.open(token, engine.reader.as(viewer));
    if (position !== undefined) return seen(position, LONGEST_WAIT_MS);
    if (await seen(await engine.head(), 0))
      throw new HttpProblem('request/position', 'If-Position-At-Least is the position that a command answered.');
    return false;
  }
}
