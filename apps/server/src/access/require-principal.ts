import { isFor } from '@edict/directives';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.ts';
import type { Access } from './access.ts';
import type { Principal } from './principal.ts';
import { assertNotSentByOthers, assertSameOrigin, OWN_HEADER } from './same-origin.ts';

const BEARER = 'Bearer realm="edict"';
const UNATTENDED = 'unattended';
const FOLLOWING = '/events';
/** A browser offers its sign-in for `Basic`, so that a person can open the documentation. A page that asks for itself would wait for that. */
const challengesFor = ({ headers }: FastifyRequest): readonly string[] =>
  headers[OWN_HEADER] === undefined ? ['Basic realm="edict", charset="UTF-8"', BEARER] : [BEARER];

/** Before anything else is looked at, and for every path there is or is not: nothing is told to nobody. */
export const requirePrincipal = (fastify: FastifyInstance, access: Access): void => {
  fastify.decorateRequest('principal', null as unknown as Principal);
  fastify.decorateRequest('session', null);
  fastify.decorateRequest('acting', null);
  fastify.decorateRequest('actor', null);
  fastify.decorateRequest('seen', null as unknown as FastifyRequest['seen']);
  fastify.addHook('onRequest', async (request, reply) => {
    // Whatever is told is told to this person now, and to nobody who asks the same later.
    void reply.header('cache-control', 'no-store');
    if (isOpen(request)) assertNotSentByOthers(request, access.options.origin);
    else await signedIn(request, reply, access);
  });
};

const signedIn = async (request: FastifyRequest, reply: FastifyReply, access: Access): Promise<void> => {
  const { authorization, cookie } = request.headers;
  const shown = { authorization, cookie };
  const known = await (isByItself(request) ? access.stillSignedIn(shown) : access.authenticate(shown));
  if (!known) {
    void reply.header('www-authenticate', challengesFor(request));
    throw new HttpProblem('access/unauthorized', 'Sign in, or show the token of this server.');
  }
  if (known.session) assertSameOrigin(request, access.options.origin);
  request.principal = known.principal;
  request.session = known.session ?? null;
};

/** What a page asks while nobody is there keeps no session from going idle, nor does following what changes, which is begun anew by itself. */
const isByItself = ({ headers, routeOptions }: FastifyRequest): boolean =>
  headers[OWN_HEADER] === UNATTENDED || routeOptions.url === FOLLOWING;

const isOpen = ({ routeOptions }: FastifyRequest): boolean => isFor(routeOptions.config.act ?? '', 'nobody');
