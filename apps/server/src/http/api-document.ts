import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read; `errors` says what and where.',
  401: 'Nobody is signed in.',
  403: 'Not for this unit, or not in this capacity.',
  404: 'There is no such thing, or there was not yet.',
  409: 'A rule says no; `code` says which.',
  412: 'It has moved since the revision in If-Match.',
  422: 'The document has errors, or the Idempotency-Key was used for something else.',
  500: 'A fault. `traceId` finds it in the log.',
  503: 'Not now. Retry-After says when.',
  507: 'The disk is full; nothing was written.',
};

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', example: 'urn:edict:problem:task/not-the-lead' },
    title: { type: 'string', example: 'Forbidden' },
    status: { type: 'integer', example: 403 },
    code: { type: 'string', example: 'task/not-the-lead' },
    detail: { type: 'string', example: 'government-party-committee answers for this task.' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'rule', 'message'],
        properties: {
          pointer: { type: 'string', example: '/assignment' },
          rule: { type: 'string', example: 'isInt' },
          message: { type: 'string' },
          line: { type: 'integer' },
          column: { type: 'integer' },
        },
      },
    },
  },
};

const DESCRIPTION = `Carries a directive from its issue to its sunset.

Sign in with the token of this server: as \`Bearer\`, or as the password of \`Basic\`. For which unit you act, and in which
capacity, the headers \`Edict-Unit\` and \`Edict-Capacity\` say; the local token may act for every unit.
A command needs an \`Idempotency-Key\`. Every no is \`application/problem+json\` (RFC 9457) with a stable \`code\`.`;

/** The documentation at /api/docs, and what it is made of at /api/openapi.json. */
export const documentApi = (app: NestFastifyApplication): void => {
  const builder = new DocumentBuilder()
    .setTitle('Edict')
    .setDescription(DESCRIPTION)
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addBasicAuth({ type: 'http', scheme: 'basic' }, 'basic')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('basic');
  for (const [status, description] of Object.entries(PROBLEMS))
    builder.addGlobalResponse({
      status: Number(status),
      description,
      content: { 'application/problem+json': { schema: PROBLEM } },
    });
  const config = builder.build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, config), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Edict API',
  });
};
