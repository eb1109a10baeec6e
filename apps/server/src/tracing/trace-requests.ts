import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { isTracing, tracer } from './tracing.ts';

/**
 * A span for each request, under the one that its `traceparent` names. It says what was asked for by the name of the act and never by the address: what
 * somebody reads is nobody's business at a collector.
 */
export const traceRequests = (fastify: FastifyInstance): void => {
  if (!isTracing()) return;
  const contexts = new WeakMap<FastifyRequest, Context>();
  fastify.addHook('onRequest', (request, _, done) => {
    const parent = propagation.extract(ROOT_CONTEXT, request.headers);
    const within = trace.setSpan(parent, tracer().startSpan(request.method, { kind: SpanKind.SERVER }, parent));
    contexts.set(request, within);
    context.with(within, done);
  });
  // A body is read in the context of its connection, which is that of nobody.
  fastify.addHook('preValidation', (request, _, done) => context.with(contexts.get(request) ?? ROOT_CONTEXT, done));
  fastify.addHook('onResponse', (request, { statusCode }, done) => {
    const span = trace.getSpan(contexts.get(request) ?? ROOT_CONTEXT);
    const { act = 'none' } = request.routeOptions.config;
    span?.updateName(`${request.method} ${act}`);
    span?.setAttributes({
      'http.request.method': request.method,
      'http.response.status_code': statusCode,
      'edict.act': act,
    });
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
};
