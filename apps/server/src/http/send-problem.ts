import { STATUS_CODES } from 'node:http';

import type { FastifyReply, FastifyServerOptions } from 'fastify';

import { answerOf, problemFrom } from './problem-of.ts';
import type { Problem } from './problem.ts';

const MALFORMED = problemFrom(answerOf('request/malformed', 'This is not a request that can be read.'));
const TOO_LARGE = problemFrom(answerOf('request/headers-too-large', 'The headers are too large.'));
const TOO_SLOW = problemFrom(answerOf('request/timeout', 'The request did not arrive in time.'));
const TYPE = 'application/problem+json; charset=utf-8';

const BEFORE_ROUTING: Readonly<Record<string, Problem | undefined>> = {
  HPE_HEADER_OVERFLOW: TOO_LARGE,
  ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW,
};

export const sendProblem = (reply: FastifyReply, problem: Problem): void =>
  void reply.code(problem.status).type(TYPE).serializer(JSON.stringify).send(problem);

/** What cannot even be taken to a route is answered like everything else. */
export const answerBeforeRouting = {
  frameworkErrors: (_error, _request, reply) => sendProblem(reply, MALFORMED),
  clientErrorHandler: (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const problem = BEFORE_ROUTING[error.code] ?? MALFORMED;
    const body = JSON.stringify(problem);
    const head = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\nContent-Type: ${TYPE}\r\nConnection: close`;
    socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  },
} satisfies FastifyServerOptions;
