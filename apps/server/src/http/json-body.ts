import type { FastifyInstance } from 'fastify';

import { isInherited } from './inherited.ts';
import { HttpProblem } from './problem.ts';

/** The paths that take a whole document, and what they and all others take at most. */
const DOCUMENTS = new Set(['/directives', '/directives/check', '/rehearsals', '/units', '/references']);
const DOCUMENT_BYTES = 5 * 1024 * 1024;
const BYTES = 256 * 1024;

/** No command is nested as deep as this. */
const DEPTH = 8;

/** JSON and nothing else, an object, of a size that fits the route. To be called before the routes are made. */
export const takeOnlyJson = (fastify: FastifyInstance): void => {
  fastify.addHook('onRoute', (route) => {
    route.bodyLimit = DOCUMENTS.has(route.url) ? DOCUMENT_BYTES : BYTES;
  });
  fastify.addHook('preParsing', async (request) => {
    if (!['GET', 'HEAD'].includes(request.method)) assertNotPacked(request.headers['content-encoding']);
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, ({ headers }, body, done) => {
    try {
      assertUtf8(headers['content-type']);
      done(null, objectIn(body));
    } catch (error) {
      done(error as Error);
    }
  });
};

/** Nothing is unpacked here: it could become a thousand times what was sent. */
const assertNotPacked = (coding = 'identity'): void => {
  if (coding.toLowerCase() !== 'identity')
    throw new HttpProblem('body/unsupported-media-type', 'A body is taken as it is, without Content-Encoding.');
};

/** RFC 8259 knows no other: what says that it is in another would be misread. */
const assertUtf8 = (type = ''): void => {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type)?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    throw new HttpProblem('body/unsupported-media-type', 'JSON is sent as UTF-8.');
};

const objectIn = (body: Buffer): object => {
  const value = valueIn(textIn(body));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpProblem('body/not-an-object', 'The body must be a JSON object.');
  if (isDeeper(value, DEPTH)) throw new HttpProblem('body/too-deep', `No more than ${DEPTH} levels are read.`);
  return value;
};

const textIn = (body: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new HttpProblem('body/not-utf-8', 'The body is not UTF-8.');
  }
};

const valueIn = (text: string): unknown => {
  const value = parsed(text);
  if (keysIn(text) !== keysOf(value)) throw new HttpProblem('body/not-json', 'A key stands twice in one object.');
  return value;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem('body/not-json', 'The body is not JSON.');
  }
};

/** How many keys a text has that is JSON: strings that a colon follows. */
const keysIn = (text: string): number => {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/g)) if (colon) keys += 1;
  return keys;
};

/** How many are left once it is read: of those of one name in one object, the last. Not by recursion, as nothing has said yet how deep it is. */
const keysOf = (value: unknown): number => {
  let keys = 0;
  const open = [value];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (typeof each !== 'object' || each === null) continue;
    if (!Array.isArray(each)) keys += Object.keys(each).length;
    for (const inner of Object.values(each)) open.push(inner);
  }
  return keys;
};

const isDeeper = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const key = Object.keys(value).find(isInherited);
  if (key) throw new HttpProblem('body/forbidden-key', `"${key}" must not be a key.`);
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
};
