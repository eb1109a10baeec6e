import { isFor } from '@edict/directives';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.ts';
import type { Authenticate, Principal } from './principal.ts';

const BEARER = 'Bearer realm="edict"';
/** A browser offers its sign-in for `Basic`, so that a person can open the documentation. A page that asks for itself would wait for that. */
const challengesFor = ({ headers }: FastifyRequest): readonly string[] =>
  headers['x-edict'] === undefined ? ['Basic realm="edict", charset="UTF-8"', BEARER] : [BEARER];

/** Before anything else is looked at, and for every path there is or is not: nothing is told to nobody. */
export const requirePrincipal = (fastify: FastifyInstance, authenticate: Authenticate): void => {
  fastify.decorateRequest('principal', null as unknown as Principal);
  fastify.decorateRequest('acting', null);
  fastify.decorateRequest('actor', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    const principal = authenticate(request.headers.authorization);
    if (principal) request.principal = principal;
    const isRefused = !principal && !isOpen(request);
    if (isRefused) void reply.header('www-authenticate', challengesFor(request));
    done(isRefused ? new HttpProblem(401, 'access/unauthorized', 'Sign in with the token of this server.') : undefined);
  });
};

const isOpen = ({ routeOptions }: FastifyRequest): boolean => isFor(routeOptions.config.act ?? '', 'nobody');
