import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { schemaOf, type Kind } from './index.ts';

const KINDS = ['calendar', 'directive', 'form', 'policy', 'script', 'units'] as const satisfies readonly Kind[];

type Schema = Readonly<Record<string, unknown>>;
type Step = Readonly<{ where: string; schema: Schema }>;

const isMap = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every map in a schema; an `enum` or `examples` holds none. */
const within = (schema: Schema, where: string): readonly Step[] => [
  { where, schema },
  ...Object.entries(schema).flatMap(([key, value]) => (isMap(value) ? within(value, `${where}/${key}`) : [])),
];

describe.each(KINDS)('the schema of a %s file', (kind) => {
  const steps = within(schemaOf(kind), kind);

  it('is published word for word', () => {
    const published = readFileSync(new URL(`../../../docs/schema/${kind}.schema.json`, import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(schemaOf(kind));
  });

  it('is JSON Schema 2020-12 with a name of its own', () => {
    expect(schemaOf(kind)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:edict:schema:${kind}`,
    });
  });

  it('explains every property', () => {
    const properties = steps.flatMap(({ schema, where }) =>
      isMap(schema['properties'])
        ? Object.entries(schema['properties']).map(([key, value]) => ({ where: `${where}/${key}`, value }))
        : [],
    );
    const silent = properties.filter(({ value }) => !isMap(value) || !value['title'] || !value['description']);
    expect(properties.length).toBeGreaterThan(4);
    expect(silent).toEqual([]);
  });

  it('leaves no map open to unknown keys', () => {
    const open = steps.filter(
      ({ schema }) => isMap(schema['properties']) && schema['additionalProperties'] === undefined,
    );
    expect(open.map(({ where }) => where)).toEqual([]);
  });
});

it('every schema is published and nothing else', () => {
  const names = KINDS.map((kind) => `${kind}.schema.json`);
  expect(readdirSync(new URL('../../../docs/schema/', import.meta.url)).toSorted()).toEqual(names);
  expect(readdirSync(new URL('../schemas/', import.meta.url)).toSorted()).toEqual(names);
});
