import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpProblem } from './problem.ts';

/** A name, an address, or an IPv6 address in brackets; then perhaps a port (RFC 9110, 7.2). */
const HOST = /^(?:\[[0-9A-Fa-f:.]+\]|[\w.~!$&'()*+,;=%-]+)(?::\d{0,5})?$/;

/** By Node a request without a host, or that expects what is not known, is answered without a word of why: here it is answered like all others. */
export const refuseUnnamed = (fastify: FastifyInstance): void => {
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));
  fastify.addHook('onRequest', (request, _, done) => done(flawOf(request)));
};

const flawOf = ({ raw }: FastifyRequest): HttpProblem | undefined => {
  const hosts = raw.rawHeaders.filter((_, n, all) => n % 2 === 1 && all[n - 1]!.toLowerCase() === 'host');
  const isNamed = hosts.length === 1 && HOST.test(hosts[0]!);
  if (!isNamed && (hosts.length > 0 || raw.httpVersion !== '1.0'))
    return new HttpProblem('request/malformed', 'A request names its host once, in the header Host.');
  const { expect } = raw.headers;
  if (expect !== undefined && expect.toLowerCase() !== '100-continue')
    return new HttpProblem('request/malformed', 'The header Expect may ask for 100-continue, and for nothing else.');
  return undefined;
};
