import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** As the build of the console leaves it, seen from the source and from the built server alike. */
export const CONSOLE_DIST = join(import.meta.dirname, '../../../web/dist');

type Page = Readonly<{ type: string; body: Buffer; packed: Buffer | null }>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** Fonts are packed already. */
const PACKED = ['.html', '.js', '.css', '.svg'];

/** The one style element that the component library writes into the page: that what can be pressed is not zoomed by a double tap. */
const PRESSABLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${PRESSABLE}`,
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'Accept, Accept-Encoding',
};

/** Names of the built files contain their hash; the page itself is asked for anew each time. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const EACH_TIME = 'no-cache';

/** Every file of the console, read once: a request names one of them or none, and never a path of the disk. */
export const pagesIn = async (dist = CONSOLE_DIST): Promise<ReadonlyMap<string, Page>> => {
  if (!existsSync(dist)) return new Map();
  const files = await readdir(dist, { recursive: true, withFileTypes: true });
  const read = files
    .filter((file) => file.isFile() && extname(file.name) in TYPES)
    .map(async ({ parentPath, name }) => {
      const path = `/${relative(dist, join(parentPath, name)).split(sep).join('/')}`;
      return [path, pageOf(name, await readFile(join(parentPath, name)))] as const;
    });
  return new Map(await Promise.all(read));
};

const pageOf = (name: string, body: Buffer): Page => ({
  type: TYPES[extname(name)]!,
  body,
  packed: PACKED.includes(extname(name)) ? brotliCompressSync(body, { params: QUICKLY }) : null,
});
const QUICKLY = { [constants.BROTLI_PARAM_QUALITY]: 9 };

/**
 * Serves the console at every address that a browser opens: `/directives` is a page to somebody who asks for `text/html`, and
 * data to a program. The console itself holds nothing to protect, so that also who is not signed in gets it. To be called
 * before anybody is asked who they are.
 */
export const servePages = (fastify: FastifyInstance, pages: ReadonlyMap<string, Page>): void => {
  fastify.addHook('onRequest', (request, reply, done) => {
    const [path = '/'] = request.url.split('?', 1);
    const page = isRead(request)
      ? (pages.get(path) ?? (isForPerson(request, path) ? pages.get('/index.html') : undefined))
      : undefined;
    if (page) send(page, request, reply, path.startsWith('/assets/') ? FOR_EVER : EACH_TIME);
    else done();
  });
};

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/** Where a browser goes and the server itself answers: its documentation, and the way to another place to sign in and back. */
const NOT_THE_CONSOLE = ['/api/', '/sessions/'];

const isForPerson = ({ headers }: FastifyRequest, path: string): boolean =>
  !NOT_THE_CONSOLE.some((prefix) => path.startsWith(prefix)) &&
  (headers.accept ?? '').split(',')[0]?.trim() === 'text/html';

const send = (page: Page, request: FastifyRequest, reply: FastifyReply, caching: string): void => {
  const isPacked = page.packed !== null && (request.headers['accept-encoding'] ?? '').includes('br');
  void reply
    .headers({ ...HEADERS, 'cache-control': caching, ...(isPacked ? { 'content-encoding': 'br' } : {}) })
    .type(page.type)
    .send(isPacked ? page.packed : page.body);
};
