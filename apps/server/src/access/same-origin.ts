import type { FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.ts';
import { headerOf } from './header-of.ts';

/** What no form and no link of another site can send along. */
export const OWN_HEADER = 'x-edict';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;

/** What a browser does in somebody's name comes from our own page: SameSite keeps the cookie back, and here its origin is asked. */
export const assertSameOrigin = (request: FastifyRequest, origin: string | undefined): void => {
  if (READING.includes(request.method)) return;
  if (headerOf(request, OWN_HEADER) === undefined)
    throw new HttpProblem('access/header-missing', 'A page sends the header X-Edict along.');
  assertOwnOrigin(request, origin);
};

/**
 * Also where nobody is signed in yet: another site must not sign somebody in as somebody else. Who comes back from the identity provider
 * comes from another site, and is asked for what only the browser knows that went there.
 */
export const assertNotSentByOthers = (request: FastifyRequest, origin: string | undefined): void => {
  if (!READING.includes(request.method)) assertOwnOrigin(request, origin);
};

const assertOwnOrigin = (request: FastifyRequest, origin: string | undefined): void => {
  const from = headerOf(request, 'origin');
  const site = headerOf(request, 'sec-fetch-site');
  const isOwn =
    from === undefined ? site === undefined || site === 'same-origin' : from === (origin ?? ofLoopback(request));
  if (!isOwn) throw new HttpProblem('access/other-origin', 'This comes from the page of another site.');
};

/** A name that leads here from elsewhere is not ours: only those of this machine are. */
const ofLoopback = (request: FastifyRequest): string | undefined => {
  const host = headerOf(request, 'host') ?? '';
  return LOOPBACK.test(host) ? `http://${host}` : undefined;
};
