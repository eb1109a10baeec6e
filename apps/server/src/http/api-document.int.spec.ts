import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';

import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { CODES } from './catalogue.ts';
import { contract } from './contract.generated.ts';

type Response = Readonly<{ $ref?: string; content?: Readonly<Record<string, object>> }>;
type Operation = Readonly<{
  operationId: string;
  summary?: string;
  tags?: readonly string[];
  requestBody?: object;
  responses: Readonly<Record<string, Response>>;
}>;
type Document = Readonly<{
  openapi: string;
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;
type Schema = Readonly<{ properties?: Readonly<Record<string, object>> }>;

const written = readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8');

describe('The description of the API', () => {
  let server: TestServer;
  let document: Document;
  let operations: readonly (readonly [string, Operation])[];

  beforeAll(async () => {
    server = await openTestServer();
    document = (await server.get('/api/openapi.json')).body as Document;
    operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => [`${verb} ${path}`, operation] as const),
    );
  });
  afterAll(() => server.close());

  const without = (lacks: (operation: Operation) => boolean) =>
    operations.filter(([, operation]) => lacks(operation)).map(([name]) => name);

  it('is what docs/openapi.json says: node tools/openapi.js writes it', () =>
    expect(document).toStrictEqual(JSON.parse(written)));

  it('is OpenAPI 3.1 in which a strict linter finds nothing', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    // What leads elsewhere answers 303: the next sentence asks for an answer that is one.
    const rules = { 'operation-2xx-response': 'off' } as const;
    const config = await createConfig({ extends: ['recommended-strict'], rules });
    const problems = await lintFromString({ source: written, absoluteRef: 'openapi.json', config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toStrictEqual([]);
  });

  it('tells what each route is for, under which heading, and what it answers', () => {
    expect(operations.length).toBeGreaterThan(25);
    expect(without(({ summary, tags = [] }) => !summary || tags.length === 0)).toStrictEqual([]);
    const isSilent = ({ responses }: Operation) =>
      Object.entries(responses).some(([status, { content }]) => status.startsWith('2') && status !== '204' && !content);
    expect(without(isSilent)).toStrictEqual([]);
    const hasNone = ({ responses }: Operation) => !Object.keys(responses).some((status) => /^2|^303$/.test(status));
    expect(without(hasNone)).toStrictEqual([]);
  });

  it('gives an example, or the values there are, for every field that a body may have', () => {
    const fields = Object.entries(document.components.schemas)
      .filter(([name]) => name.endsWith('Dto'))
      .flatMap(([name, { properties = {} }]) => Object.entries(properties).map(([field, it]) => ({ name, field, it })));
    expect(fields.length).toBeGreaterThan(20);
    const bare = fields.filter(({ it }) => !['example', 'enum', '$ref', 'items'].some((key) => key in it));
    expect(bare.map(({ name, field }) => `${name}.${field}`)).toStrictEqual([]);
  });

  /** An identity provider wants to know only that it was done. */
  const UNSHOWN = /sessions\/oidc\/logout/;

  it('shows for every route what it once answered, or would', () => {
    const isBare = ({ responses }: Operation) =>
      Object.entries(responses).some(([status, { content }]) => {
        const json = content?.['application/json'];
        const shown = json && ('example' in json || /Outcome(Dto)?"/.test(JSON.stringify(json)));
        return status < '300' && json && !shown;
      });
    expect(without(isBare).filter((name) => !UNSHOWN.test(name))).toStrictEqual([]);
  });

  it('names for each route how it refuses: who is nobody, who is too frequent, what fails, and its own rules', () => {
    expect(without(({ responses }) => !['401', '429', '500'].every((status) => status in responses))).toStrictEqual([]);
    const [, accept] = operations.find(([name]) => name === 'post /tasks/{id}/accept')!;
    expect(Object.keys(accept.responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '412', '413', '415', '422', '503', '507']),
    );
    expect(contract.routes['TasksController_accept']?.codes).toContain('task/performer-does-not-accept');
  });

  it('names no code without words for it', () => {
    const named = Object.values(contract.routes).flatMap(({ codes }) => codes);
    expect(named.filter((code) => !CODES.includes(code))).toStrictEqual([]);
  });

  it('can be read in a browser', async () => {
    const page = await server.get('/api/docs');
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining('text/html') } });
    expect((await server.get('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
  });
});
