import { isFor } from '@edict/directives';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.ts';
import type { Authenticate, Principal } from './principal.ts';

/** A browser offers its sign-in for `Basic`, so that a person can open the documentation. */
const CHALLENGES = ['Basic realm="edict", charset="UTF-8"', 'Bearer realm="edict"'];

/** Before anything else is looked at, and for every path there is or is not: nothing is told to nobody. */
export const requirePrincipal = (fastify: FastifyInstance, authenticate: Authenticate): void => {
  fastify.decorateRequest('principal', null as unknown as Principal);
  fastify.decorateRequest('acting', null);
  fastify.decorateRequest('actor', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    const principal = authenticate(request.headers.authorization);
    if (principal) request.principal = principal;
    else if (isOpen(request)) return done();
    else void reply.header('www-authenticate', CHALLENGES);
    done(principal ? undefined : new HttpProblem(401, 'access/unauthorized', 'Sign in with the token of this server.'));
  });
};

const isOpen = ({ routeOptions }: FastifyRequest): boolean => isFor(routeOptions.config.act ?? '', 'nobody');
