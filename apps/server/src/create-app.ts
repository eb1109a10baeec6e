import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import type { Access } from './access/access.ts';
import { requirePrincipal } from './access/require-principal.ts';
import { knowWhatRoutesDo } from './access/routes.ts';
import { takeFiles } from './attachments/octets.ts';
import { AppModule } from './app.module.ts';
import { pagesIn, servePages } from './console/pages.ts';
import { documentApi } from './http/api-document.ts';
import { takeOneForm } from './http/form-body.ts';
import { takeOnlyJson } from './http/json-body.ts';
import { limitAddresses, limitPrincipals, LIMITS, watchedByNode, type Limits } from './http/limits.ts';
import { tellMethods } from './http/methods.ts';
import { refuseUnnamed } from './http/named-host.ts';
import { secureHeaders } from './http/security-headers.ts';
import { answerBeforeRouting } from './http/send-problem.ts';
import type { Installation } from './installation.ts';
import { Metrics } from './metrics/metrics.ts';
import { traceRequests } from './tracing/trace-requests.ts';

/** The whole HTTP side, not listening yet. */
export const createApp = async (
  installation: Installation,
  access: Access,
  limits: Limits = LIMITS,
  proxy?: string,
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    ...(proxy === undefined ? {} : { trustProxy: proxy }),
    routerOptions: { maxParamLength: 400 },
    ...answerBeforeRouting,
    ...watchedByNode(limits),
  });
  const fastify = adapter.getInstance();
  traceRequests(fastify);
  const metrics = new Metrics(installation);
  metrics.watch(fastify);
  secureHeaders(fastify);
  limitAddresses(fastify, limits);
  refuseUnnamed(fastify);
  servePages(fastify, await pagesIn());
  requirePrincipal(fastify, access);
  limitPrincipals(fastify, limits);
  knowWhatRoutesDo(fastify);
  tellMethods(fastify);
  takeOnlyJson(fastify);
  takeFiles(fastify);
  takeOneForm(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.around(installation, access, metrics),
    adapter,
    {
      abortOnError: false,
      bodyParser: false,
      logger: ['error', 'fatal', 'warn'],
    },
  );
  documentApi(app);
  return app;
};
