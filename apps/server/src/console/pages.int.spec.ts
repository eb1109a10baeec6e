import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';

import { pagesIn, servePages } from './pages.ts';

const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';

describe('The pages of the console', () => {
  let dist: string;
  let server: FastifyInstance;
  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ method: 'GET', url, headers });

  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), 'edict-pages-'));
    await mkdir(join(dist, 'assets'));
    await writeFile(join(dist, 'index.html'), '<!doctype html><title>Edict</title>');
    await writeFile(join(dist, 'assets/a-1.js'), 'export {};');
    await writeFile(join(dist, 'secret.txt'), 'not a page');
    server = fastify();
    servePages(server, await pagesIn(dist));
    server.get('/directives', () => ({ items: [] }));
    server.get('/api/docs', () => 'docs');
  });
  afterAll(async () => {
    await server.close();
    await rm(dist, { recursive: true });
  });

  it('are what a browser gets at any address, and data is what a program gets at the same one', async () => {
    expect((await get('/directives', { accept: HTML })).body).toContain('<title>Edict</title>');
    expect((await get('/directives', { accept: 'application/json' })).json()).toStrictEqual({ items: [] });
    expect((await get('/directives')).json()).toStrictEqual({ items: [] });
    expect((await get('/no/such/page?at=2025', { accept: HTML })).statusCode).toBe(200);
  });

  it('leave the documentation of the API alone', async () =>
    expect((await get('/api/docs', { accept: HTML })).body).toBe('docs'));

  it('are the built files and nothing else of the disk', async () => {
    expect((await get('/assets/a-1.js')).body).toBe('export {};');
    for (const url of ['/secret.txt', '/assets/../index.html/../../etc/passwd', '/assets/%2e%2e/secret.txt', '/assets'])
      expect((await get(url)).statusCode).toBe(404);
  });

  it('may run nothing that is not in them, and be framed by nobody', async () => {
    const policy = (await get('/', { accept: HTML })).headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'; script-src 'self'; ");
    for (const each of ["frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"])
      expect(policy).toContain(each);
    expect(policy).not.toContain('unsafe');
  });

  it('are kept for ever where their name has a hash, and asked for again where it has none', async () => {
    expect((await get('/assets/a-1.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/inbox', { accept: HTML })).headers['cache-control']).toBe('no-cache');
    expect((await get('/inbox', { accept: HTML })).headers['vary']).toBe('Accept, Accept-Encoding');
  });

  it('come packed to who can unpack them', async () => {
    const packed = await get('/', { accept: HTML, 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload).toString()).toContain('<title>');
  });

  it('are none where the console was not built', async () => expect((await pagesIn(join(dist, 'none'))).size).toBe(0));
});
