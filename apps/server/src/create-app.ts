import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import type { Authenticate } from './access/principal.ts';
import { requirePrincipal } from './access/require-principal.ts';
import { knowWhatRoutesDo } from './access/routes.ts';
import { takeFiles } from './attachments/octets.ts';
import { AppModule } from './app.module.ts';
import { pagesIn, servePages } from './console/pages.ts';
import { documentApi } from './http/api-document.ts';
import { takeOnlyJson } from './http/json-body.ts';
import { answerBeforeRouting } from './http/send-problem.ts';
import type { Installation } from './installation.ts';

/** The whole HTTP side, not listening yet. */
export const createApp = async (
  installation: Installation,
  authenticate: Authenticate,
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({ routerOptions: { maxParamLength: 400 }, ...answerBeforeRouting });
  const fastify = adapter.getInstance();
  servePages(fastify, await pagesIn());
  requirePrincipal(fastify, authenticate);
  knowWhatRoutesDo(fastify);
  takeOnlyJson(fastify);
  takeFiles(fastify);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.around(installation), adapter, {
    abortOnError: false,
    bodyParser: false,
    logger: ['error', 'fatal', 'warn'],
  });
  documentApi(app);
  return app;
};
