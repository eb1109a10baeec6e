import type { Readable } from 'node:stream';

import type { FastifyInstance } from 'fastify';

import { HttpProblem } from '../http/problem.ts';

/** The one route that takes a file. */
const ROUTE = '/attachments';

/** A file comes as its bytes and nothing else, and is not read before somebody wants it. To be called after `takeOnlyJson`. */
export const takeFiles = (fastify: FastifyInstance): void => {
  fastify.addContentTypeParser('application/octet-stream', ({ routeOptions }, payload, done) => {
    if (routeOptions.url === ROUTE) done(null, payload);
    else done(new HttpProblem('body/unsupported-media-type', 'A file is sent to /attachments, and JSON here.'));
  });
};

/** The bytes that came, or 415: JSON is no file. */
export const bytesIn = (body: unknown): Readable => {
  if (typeof body === 'object' && body !== null && Symbol.asyncIterator in body) return body as Readable;
  throw new HttpProblem('body/unsupported-media-type', 'A file is sent as application/octet-stream.');
};
