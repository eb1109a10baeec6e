import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Response = Readonly<{ $ref?: string; content?: Readonly<Record<string, { schema: Schema }>> }>;
type Schema = Readonly<{ allOf: readonly [object, { properties: { code: { enum: readonly string[] } } }] }>;
type Operation = Readonly<{ responses: Readonly<Record<string, Response>> }>;
type Api = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ responses: Readonly<Record<string, Response>> }>;
}>;

const api = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8')) as Api;

const PATHS = Object.keys(api.paths)
  .toSorted((a, b) => a.split('{').length - b.split('{').length)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));

type Answered = Readonly<{ method: string; url: string; status: number; body: unknown }>;

/** Throws where a route refuses by a code, or with a status, of which its description does not say so. */
export const assertDescribed = ({ method, url, status, body }: Answered): void => {
  const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
  const operation = operationAt(verb, url.split('?', 1)[0]!);
  const code = codeIn(body);
  if (status < 400 || !operation || code.startsWith('route/')) return;
  if (!codesOf(operation.responses[status]).includes(code))
    throw new Error(`${verb} ${url} answers ${status} ${code}: its description does not say so.`);
};

const codeIn = (body: unknown): string => (body as { code?: string } | null)?.code ?? 'without a code';

const operationAt = (verb: string, path: string): Operation | undefined => {
  const found = PATHS.find(({ path: each, pattern }) => pattern.test(path) && api.paths[each]![verb]);
  return found && api.paths[found.path]![verb];
};

const codesOf = (response: Response | undefined): readonly string[] => {
  const written = response?.$ref ? api.components.responses[response.$ref.split('/').at(-1)!] : response;
  return written?.content?.['application/problem+json']?.schema.allOf[1].properties.code.enum ?? [];
};
