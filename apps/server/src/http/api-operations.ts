import type { OpenAPIObject } from '@nestjs/swagger';

import { answers } from './answers.generated.ts';
import { CODES, wordsFor } from './catalogue.ts';
import { contract } from './contract.generated.ts';
import { WRITTEN } from './examples.ts';
import { problemFrom, statusFor } from './problem-of.ts';
import { PROBLEM_SCHEMA, STATUS_MEANS } from './problem-schema.ts';
import { refusalsOf } from './refusals.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Readonly<{ in?: string; name?: string; required?: boolean }>;
type Responses = Record<string, object>;
type Contracted = Readonly<{ answer: object; codes: readonly string[] }>;

const UNKNOWN: Contracted = { answer: {}, codes: [] };

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const PROBLEM_TYPE = 'application/problem+json';

/** A document of decorators, completed with what the sources say: shapes of answers, and every refusal of every route. */
export const completed = (document: OpenAPIObject): OpenAPIObject => {
  const shared = new Shared();
  for (const [name, path] of Object.entries(document.paths))
    for (const verb of VERBS) if (path[verb]) path[verb] = completedOperation(path[verb], shared, `${verb} ${name}`);
  const { schemas = {}, ...rest } = document.components ?? {};
  const all = { ...schemas, ...contract.schemas, Problem: PROBLEM_SCHEMA };
  const components = { ...rest, schemas: all, examples: examplesIn(shared.responses), responses: shared.responses };
  return { ...document, components: components as NonNullable<OpenAPIObject['components']> };
};

/** What a route once answered, or would. */
const shown = (route: string): unknown => answers[route] ?? WRITTEN[route];

/** Responses that many routes have are written once. */
class Shared {
  readonly responses: Responses = {};

  ref(status: number, codes: readonly string[]): object {
    const known = Object.keys(this.responses).filter((name) => name.startsWith(`Refused${status}`));
    const response = refusedWith(status, codes);
    const text = JSON.stringify(response);
    const name =
      known.find((each) => JSON.stringify(this.responses[each]) === text) ?? this.#next(status, known.length);
    this.responses[name] ??= response;
    return { $ref: `#/components/responses/${name}` };
  }

  #next(status: number, count: number): string {
    return `Refused${status}${count === 0 ? '' : `-${count + 1}`}`;
  }
}

const completedOperation = (operation: Operation, shared: Shared, name: string): Operation => {
  const id = operation.operationId ?? '';
  const { answer, codes } = contract.routes[id] ?? UNKNOWN;
  const refusals = [...refusalsOf({ name, ...routeOf(operation) }, codes)];
  const refused = refusals.map(([status, each]): [string, object] => [`${status}`, shared.ref(status, each)]);
  const responses = { ...answered(operation.responses, answer, shown(name)), ...Object.fromEntries(refused) };
  return { ...operation, operationId: nameOf(id), responses } as Operation;
};

/** `TasksController_accept` → `tasksAccept`: what a generated client calls it. */
const nameOf = (id: string): string => {
  const [owner = '', method = ''] = id.split('Controller_');
  return owner.charAt(0).toLowerCase() + owner.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
};

const routeOf = ({ parameters = [], requestBody }: Operation) => {
  const named = parameters as readonly Parameter[];
  const header = (name: string) => named.find((each) => each.in === 'header' && each.name === name);
  const queried = (name: string) => named.some((each) => each.in === 'query' && each.name === name);
  return {
    hasBody: requestBody !== undefined,
    hasKey: header('Idempotency-Key') !== undefined,
    needsUnit: header('Edict-Unit')?.required ?? false,
    waits: header('If-Position-At-Least') !== undefined,
    looksBack: queried('asOf'),
    isList: ['limit', 'by', 'directiveId'].some(queried),
  };
};

/** What is not described by a decorator is what the method returns. `example`: what it once answered. */
const answered = (responses: object, schema: object, example: unknown): Responses => {
  const shown = example === undefined ? {} : { example };
  const good = Object.entries<Answered>(responses as Record<string, Answered>).filter(([status]) => status < '400');
  const described = good.map(([status, response]) => {
    if (status === '204' || status >= '300') return [status, response];
    const { content = { [JSON_TYPE]: { schema } } } = response;
    const json = content[JSON_TYPE];
    return [status, { ...response, content: json ? { ...content, [JSON_TYPE]: { ...json, ...shown } } : content }];
  });
  return Object.fromEntries(described) as Responses;
};

type Answered = Readonly<{ content?: Readonly<Record<string, object>> }>;
const JSON_TYPE = 'application/json';

const refusedWith = (status: number, codes: readonly string[]): object => ({
  description: `${STATUS_MEANS[status] ?? 'No.'} One of: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
  ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
  content: {
    [PROBLEM_TYPE]: {
      schema: {
        allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }],
      },
      examples: Object.fromEntries(codes.filter(isKnown).map((code) => [keyOf(code), { $ref: exampleOf(code) }])),
    },
  },
});

const RETRY_AFTER = { 'Retry-After': { description: 'In seconds.', schema: { type: 'integer' }, example: 2 } };

const isKnown = (code: string): boolean => wordsFor(code, 'en') !== undefined;
const keyOf = (code: string): string => code.replace('/', '.');
const exampleOf = (code: string): string => `#/components/examples/${keyOf(code)}`;

/** Those that some route answers. */
const examplesIn = (responses: Responses): Readonly<Record<string, object>> => {
  const text = JSON.stringify(responses);
  const used = CODES.filter((code) => text.includes(`"${exampleOf(code)}"`));
  return Object.fromEntries(used.map((code) => [keyOf(code), exampleFor(code)]));
};

const exampleFor = (code: string): object => {
  const words = wordsFor(code, 'en')!;
  const value = problemFrom({ status: statusFor(code), code, detail: words.detail });
  return { summary: words.title, value };
};
