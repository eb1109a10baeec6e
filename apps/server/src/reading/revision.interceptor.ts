import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { streamOf } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';

import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { OF } from './query-route.ts';

const LONGEST_WAIT_MS = 2_000;

type Asked = Readonly<{ params: Readonly<{ id: string }>; query: Readonly<{ asOf?: string }> }>;

/**
 * Who reads one thing knows the revision for their next If-Match. The log is asked first, and then the view once it is as far: what is
 * answered may be later than the revision beside it, and is never earlier, so that nobody overwrites what they have not seen.
 */
@Injectable()
export class RevisionInterceptor implements NestInterceptor {
  constructor(
    @Inject(INSTALLATION) private readonly installation: Installation,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const category = this.reflector.get<string | undefined>(OF, context.getHandler());
    const last = category === undefined ? undefined : await this.lastOf(category, http.getRequest());
    if (last === undefined || !(await this.installation.seen(last.position, LONGEST_WAIT_MS))) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(tap(() => void reply.header('etag', `"${last.revision}"`)));
  }

  /** As the reader sees it: what is hidden takes no longer than what is not there. */
  private async lastOf(category: string, request: FastifyRequest): Promise<Recorded | undefined> {
    const { params, query } = request as unknown as Asked;
    if (query.asOf !== undefined) return undefined;
    const { id, clearance } = request.principal;
    const reading = this.installation.engine.reader.as({ id, unit: '', clearance });
    return (await reading.history(streamOf(category, params.id))).at(-1);
  }
}
