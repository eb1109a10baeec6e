import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openTestServer, TOKEN, type TestServer } from './testing/test-server.ts';

type Field = Readonly<{ $ref?: string; type?: string; example?: unknown; enum?: readonly unknown[] }>;
type Schema = Readonly<{ required?: readonly string[]; properties?: Readonly<Record<string, Field>> }>;
type Operation = Readonly<{
  requestBody?: Readonly<{ content: Readonly<Record<string, { schema: { $ref?: string } }>> }>;
}>;
type Document = Readonly<{
  paths: Readonly<Record<string, Readonly<{ post?: Operation }>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;
type Bad = Readonly<{ of: string; url: string; text: string; field: string | null }>;

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8')) as Document;
const ID = '377382a2-872e-52f5-a595-b42487faf286';

/** What no field takes, by the type that it has. */
const WRONG: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a list', [[]]],
  ['a map', { a: { b: 1 } }],
  ['a truth', true],
];
const WRONG_FOR: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  string: [['a number', 7]],
  integer: [
    ['a text', '1'],
    ['a fraction', 1.5],
    ['less than one', -1],
  ],
};

/** What stands within: a part that has a description of its own. */
const partOf = ({ $ref }: Field): Schema | undefined =>
  $ref === undefined ? undefined : document.components.schemas[$ref.split('/').at(-1)!];

const goodFor = (field: Field): unknown => {
  const part = partOf(field);
  return part ? goodIn(part) : (field.example ?? field.enum?.[0] ?? (field.type === 'boolean' ? true : 'x'));
};

/** All that it requires, and something. */
const goodIn = ({ required = [], properties = {} }: Schema): object => {
  const names = required.length === 0 ? Object.keys(properties).slice(0, 1) : required;
  return Object.fromEntries(names.map((name) => [name, goodFor(properties[name]!)]));
};

/** `true` is no mistake where a truth is asked for, and what is wrong in a map is said of what is in it. */
const isWrongFor = (field: Field, value: unknown): boolean =>
  typeof value !== field.type &&
  !(partOf(field) && typeof value === 'object' && value !== null && !Array.isArray(value));

/** Every way in which the body of a route can miss its description by one thing. */
const badFor = (path: string, { required = [], properties = {} }: Schema): readonly Bad[] => {
  const url = path.replaceAll(/\{\w+\}/g, ID);
  const good = Object.fromEntries(required.map((name) => [name, goodFor(properties[name]!)]));
  const bad = (of: string, body: object, field: string | null): Bad => ({
    of: `POST ${path} with ${of}`,
    url,
    text: JSON.stringify(body),
    field,
  });
  const wrong = Object.entries(properties).flatMap(([name, field]) =>
    [...WRONG, ...(WRONG_FOR[field.type ?? ''] ?? [])]
      .filter(([, value]) => isWrongFor(field, value))
      .map(([what, value]) => bad(`${what} as ${name}`, { ...good, [name]: value }, `/${name}`)),
  );
  const missing = required.map((name) => bad(`no ${name}`, { ...good, [name]: undefined }, `/${name}`));
  const proto = bad('a prototype', good, null);
  return [
    ...wrong,
    ...missing,
    bad('a key that nobody knows', { ...good, nobodyKnows: 1 }, '/nobodyKnows'),
    {
      ...proto,
      text: proto.text.replace(/^\{/, `{"__proto__":{"capacity":"secretariat"}${proto.text === '{}' ? '' : ','}`),
    },
  ];
};

const ALL = Object.entries(document.paths).flatMap(([path, { post }]) => {
  const ref = post?.requestBody?.content['application/json']?.schema.$ref;
  const schema = ref === undefined ? undefined : document.components.schemas[ref.split('/').at(-1)!];
  return schema ? badFor(path, schema) : [];
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is still held once all that nobody holds is gone. */
const heldBytes = (): number => {
  collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
};

/** Of a body, in characters; and how many before anything is counted, and after. */
const LONG = 100_000;
const WARM = 100;
const MANY = 200;

describe('A bad request that follows from the description of the API', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('comes in at least a hundred and fifty kinds', () => expect(ALL.length).toBeGreaterThanOrEqual(150));

  it.each(ALL)('$of is refused, where it is wrong, and nothing is stored', async ({ url, text, field }) => {
    const before = await server.store.head();
    const capacity = /^\/(units|references|directives)$/.test(url) ? { 'edict-capacity': 'secretariat' } : {};
    const headers = {
      authorization: `Bearer ${TOKEN}`,
      'edict-unit': 'secretariat',
      'idempotency-key': 'generated',
      'content-type': 'application/json',
      ...capacity,
    };
    const answer = await server.app.inject({ method: 'POST', url, headers, payload: text });
    const {
      status,
      code,
      errors = [],
    } = JSON.parse(answer.body) as {
      status: number;
      code: string;
      errors?: readonly { pointer: string }[];
    };
    expect([answer.statusCode, status]).toStrictEqual([status, status]);
    expect(await server.store.head()).toBe(before);
    if (code === 'act/not-in-this-capacity' || code === 'access/not-granted') expect(status).toBe(403);
    else expect([status, field ?? code]).toStrictEqual([400, errors[0]?.pointer ?? 'body/forbidden-key']);
  });

  it('leaves nothing in memory, however long it is and under however many keys and units', async () => {
    const send = async (n: number): Promise<number> => {
      const { url, text } = ALL[(n * 7) % ALL.length]!;
      const said = JSON.stringify({ ...(JSON.parse(text) as object), [`nobodyKnows${n}`]: `${n}`.padEnd(LONG, 'x') });
      const headers = {
        authorization: `Bearer ${TOKEN}`,
        'edict-unit': n % 3 === 0 ? `unit-${n}` : 'secretariat',
        'idempotency-key': `key-${n}`,
        'content-type': 'application/json',
      };
      return (await server.app.inject({ method: 'POST', url, headers, payload: said })).statusCode;
    };
    const statuses = new Set<number>();
    for (let n = 0; n < WARM; n += 1) statuses.add(await send(n));
    const before = heldBytes();
    for (let n = WARM; n < WARM + MANY; n += 1) statuses.add(await send(n));
    expect(heldBytes() - before).toBeLessThan((MANY * LONG) / 4);
    expect([...statuses].filter((status) => status < 400 || status >= 500)).toStrictEqual([]);
  });
});
