import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

import { completed } from './api-operations.ts';

const DESCRIPTION = `Carries a directive from its issue to its sunset.

**Signing in.** With a token, as \`Bearer\` or as the password of \`Basic\`. For which unit you act, and in which capacity, the headers
\`Edict-Unit\` and \`Edict-Capacity\` say.

**Commands** need an \`Idempotency-Key\` of your making: the same again gets the first answer again and changes nothing; the same key with
another body is refused. \`If-Match\` with the revision that you saw is optional. They answer \`{stream, revision, position}\`.

**Questions** are answered from views that follow the log. Who sends \`If-Position-At-Least\` with the position of a command sees what it did.

**Every no** is \`application/problem+json\` (RFC 9457) with a stable \`code\`; title and detail are in the language that \`Accept-Language\`
asks for (en, vi, ru, uk). \`errors\` says with a JSON pointer what is wrong in a body. Each route names all the codes that it may answer.
A path that there is not is 404 (\`route/unknown\`); a method that a path does not know is 405 (\`route/method\`), with \`Allow\`.

**Limits.** 256 KiB a body, 5 MiB where it carries a document (413); 8 levels (400); 100 header lines and 16 KiB of them (431); 10 seconds
for the request to arrive (408); a bounded number of requests a minute for each principal and each address (429, with \`Retry-After\`).`;

const TAGS: Readonly<Record<string, string>> = {
  Directives: 'Documents from above: issued, checked, watched.',
  Tasks: 'What the clauses of a directive give units to do.',
  Matters: 'What a desk is asked, escalated to it, and answers.',
  'Standing units': 'The desks that committees set up for a directive.',
  Registry: 'Units, and the editions of policies and calendars.',
  Reading: 'Whatever has a name, and every event of it.',
  Health: 'Whether it lives, takes requests, and is well: for probes, and for whoever keeps it running.',
};

const config = new DocumentBuilder()
  .setTitle('Edict')
  .setDescription(DESCRIPTION)
  .setVersion('0.1.0')
  .setOpenAPIVersion('3.1.0')
  .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
  .addServer('/')
  .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
  .addBasicAuth({ type: 'http', scheme: 'basic' }, 'basic')
  .addSecurityRequirements('bearer')
  .addSecurityRequirements('basic')
  .build();

/** Everything that is known of the API: what the decorators say, and what the sources say of answers and refusals. */
export const apiDocument = (app: NestFastifyApplication): OpenAPIObject => {
  const document = completed(SwaggerModule.createDocument(app, config));
  const named = new Set(Object.values(document.paths).flatMap(tagsOf));
  const tags = [...named].toSorted().map((name) => ({ name, description: TAGS[name] ?? name }));
  return { ...document, tags };
};

const tagsOf = (path: object): readonly string[] =>
  Object.values(path as Readonly<Record<string, { tags?: string[] }>>).flatMap(({ tags = [] }) => tags);

/** The documentation at /api/docs, and what it is made of at /api/openapi.json. */
export const documentApi = (app: NestFastifyApplication): void => {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Edict API',
    swaggerOptions: {
      docExpansion: 'none',
      filter: true,
      tagsSorter: 'alpha',
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
    },
  });
};
