import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IssuedToken } from '@edict/directives';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { cookieIn } from './cookie.ts';
import type { Place } from './door.ts';
import { headerOf } from './header-of.ts';
import type { SessionInForce } from './sessions.ts';

/** What routes about accounts need to know of a request, and nothing else does. `sessionId` is for ending it. */
export type Asked = Readonly<{
  id: string;
  capacity: string;
  /** By which they are known, where it is one. */
  token: IssuedToken | undefined;
  place: Place;
  session: SessionInForce | null;
  sessionId: string | undefined;
  reply: FastifyReply;
}>;

const LONGEST_AGENT = 200;

/** Also where nobody is signed in: then `id` is empty. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const agent = (headerOf(request, 'user-agent') ?? '').slice(0, LONGEST_AGENT);
  return {
    id: (request.principal as FastifyRequest['principal'] | null)?.id ?? '',
    capacity: request.acting?.capacity ?? '',
    token: (request.principal as FastifyRequest['principal'] | null)?.token,
    place: { address: request.ip, agent },
    session: request.session,
    sessionId: cookieIn(request.headers.cookie),
    reply: http.getResponse<FastifyReply>(),
  };
});
