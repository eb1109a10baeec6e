import type { Server } from 'node:http';

import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyHttpOptions } from 'fastify';

import { Buckets } from './buckets.ts';
import { HttpProblem } from './problem.ts';

/** Policy of this server, not of the domain. What is over a limit has its documented answer. */
export type Limits = Readonly<{
  /** How long a request may take to arrive, with its body; then 408. */
  arrivalMs: number;
  /** Lines; more are 431. */
  headers: number;
  /** Requests a minute, with as many at once: for each principal, and for each address whoever asks; then 429. */
  perPrincipal: number;
  perAddress: number;
  /** Failed sign-ins a minute for each address; then 429, before any token is looked at. */
  failuresPerAddress: number;
}>;

export const LIMITS: Limits = {
  arrivalMs: 10_000,
  headers: 100,
  perPrincipal: 6_000,
  perAddress: 12_000,
  failuresPerAddress: 30,
};

const MINUTE_MS = 60_000;
const HEADER_BYTES = 16 * 1024;

/** What Node itself watches over. */
export const watchedByNode = ({ arrivalMs }: Limits): Pick<FastifyHttpOptions<Server>, 'requestTimeout' | 'http'> => ({
  requestTimeout: arrivalMs,
  http: {
    requireHostHeader: false, // it is asked for where an answer has its words
    headersTimeout: arrivalMs,
    maxHeaderSize: HEADER_BYTES,
    connectionsCheckingInterval: Math.min(1_000, arrivalMs),
  },
});

/** Before anybody is asked who they are. */
export const limitAddresses = (fastify: FastifyInstance, limits: Limits): void => {
  const requests = new Buckets(limits.perAddress, MINUTE_MS);
  const failures = new Buckets(limits.failuresPerAddress, MINUTE_MS);
  const refusal = ({ ip, raw }: FastifyRequest, reply: FastifyReply): HttpProblem | undefined => {
    if (raw.rawHeaders.length / 2 > limits.headers) return tooLong(limits.headers);
    const wait = Math.max(failures.waitFor(ip), requests.take(ip));
    if (wait > 0) void reply.header('retry-after', wait);
    return wait > 0 ? tooMany() : undefined;
  };
  fastify.addHook('onRequest', (request, reply, done) => done(refusal(request, reply)));
  fastify.addHook('onResponse', (request, { statusCode }, done) => {
    if (statusCode === 401 && isTried(request)) failures.take(request.ip);
    done();
  });
};

/** Whoever only asks without showing anything, as a page does before anybody has signed in, has tried nothing. */
const isTried = ({ method, headers }: FastifyRequest): boolean => Boolean(headers.authorization) || method !== 'GET';

/** Once it is known who asks. */
export const limitPrincipals = (fastify: FastifyInstance, { perPrincipal }: Limits): void => {
  const requests = new Buckets(perPrincipal, MINUTE_MS);
  fastify.addHook('onRequest', (request, reply, done) => {
    const id = principalOf(request);
    const wait = id === undefined ? 0 : requests.take(id);
    if (wait > 0) void reply.header('retry-after', wait);
    done(wait > 0 ? tooMany() : undefined);
  });
};

/** Nobody, on a route that is open to all. */
const principalOf = ({ principal }: FastifyRequest): string | undefined =>
  (principal as FastifyRequest['principal'] | null)?.id;

const tooLong = (most: number) =>
  new HttpProblem('request/headers-too-large', `No more than ${most} headers are read.`);

const tooMany = () => new HttpProblem('request/too-many', 'Too many requests. Retry-After says when to go on.');
