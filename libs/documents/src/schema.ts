import { readFileSync } from 'node:fs';

import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

import type { Kind } from './kind.ts';
import { pathOf, quoted, type Flaw } from './problem.ts';

type Part = Readonly<Record<string, unknown>>;

/** The published JSON Schema of a format. */
export const schemaOf = (kind: Kind): Part =>
  JSON.parse(readFileSync(new URL(`../schemas/${kind}.schema.json`, import.meta.url), 'utf8')) as Part;

/** What the schema of a format has against a value; keys that may be left out are put in as the schema says what leaving them out means. */
export const shapeFlaws = (kind: Kind, value: unknown): readonly Flaw[] => {
  const validate = validatorOf(kind);
  return validate(value) ? [] : (validate.errors ?? []).map(flawOf);
};

/** A day of the calendar in the years whose instants sort as strings, with room to reckon. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().startsWith(text);
};

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  verbose: true,
  useDefaults: true,
  formats: { date: isDay },
});

const validators = new Map<Kind, ValidateFunction>();

const validatorOf = (kind: Kind): ValidateFunction => {
  const validate = validators.get(kind) ?? ajv.compile(schemaOf(kind));
  validators.set(kind, validate);
  return validate;
};

/** What the part of the schema that was broken says about its properties. */
const propertiesOf = ({ parentSchema }: ErrorObject): Readonly<Record<string, Part>> =>
  ((parentSchema as Part | undefined)?.['properties'] ?? {}) as Readonly<Record<string, Part>>;

type Said = Readonly<{ rule: string; message: string }>;
type Speaker = (error: ErrorObject) => Said;

const flawOf = (error: ErrorObject): Flaw => {
  const path = pathOf(error.instancePath);
  const said = (SPEAKERS[error.keyword] ?? anything)(error);
  const key: unknown = error.params['additionalProperty'];
  return typeof key === 'string' ? { ...said, path: [...path, key], onKey: true } : { ...said, path };
};

const unknownKey: Speaker = (error) => ({
  rule: 'schema/unknown-key',
  message: `${quoted(error.params['additionalProperty'])} is no key here; the keys are ${Object.keys(propertiesOf(error)).join(', ')}.`,
});

const missing: Speaker = (error) => {
  const key = String(error.params['missingProperty']);
  const about = propertiesOf(error)[key]?.['description'];
  return {
    rule: 'schema/required',
    message: `${quoted(key)} is missing.${typeof about === 'string' ? ` ${about}` : ''}`,
  };
};

const wrongType: Speaker = ({ params, data }) => {
  const wanted = [params['type'] as string | readonly string[]].flat();
  const isBare = wanted.includes('string') && (typeof data === 'number' || typeof data === 'boolean');
  const right = wanted.map((type) => TYPE_NAMES[type] ?? type).join(' or ');
  return {
    rule: 'schema/type',
    message: `This must be ${right}, not ${nameOf(data)}.${isBare ? ` Put it in quotes: '${String(data)}'.` : ''}`,
  };
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'a map',
  string: 'a text',
};

const nameOf = (data: unknown): string => {
  if (data === null) return 'null';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a map' : quoted(data);
};

const wrongChoice: Speaker = ({ params, data }) => ({
  rule: 'schema/value',
  message: `${nameOf(data)} is none of ${(params['allowedValues'] as readonly unknown[]).map(String).join(', ')}.`,
});

const FORM_RULES: Readonly<Record<string, string>> = {
  clock: 'time/not-a-time',
  day: 'date/not-a-day',
  dayOrNull: 'date/not-a-day',
  dayOrWords: 'date/not-a-day',
  month: 'date/not-a-month',
  monthOrNull: 'date/not-a-month',
};

/** A pattern or format: what the schema says about it is the best explanation. */
const wrongForm: Speaker = ({ data, parentSchema, schemaPath }) => {
  const [example] = (parentSchema?.['examples'] ?? []) as readonly unknown[];
  const hint = example === undefined ? '' : ` Right would be, for instance, ${quoted(example)}.`;
  return {
    rule: FORM_RULES[schemaPath.split('/')[2] ?? ''] ?? 'schema/form',
    message: `${quoted(data)} does not fit. ${String(parentSchema?.['description'] ?? '')}${hint}`,
  };
};

const wrongSize: Speaker = ({ message, keyword }) => ({
  rule: keyword.startsWith('min') ? 'schema/too-little' : 'schema/too-much',
  message: `This ${message ?? 'has the wrong size'}.`,
});

const twice: Speaker = ({ data, params }) => ({
  rule: 'schema/twice',
  message: `${quoted((data as readonly unknown[])[Number(params['i'])])} stands in this list twice; keep one.`,
});

const anything: Speaker = ({ keyword, message }) => ({
  rule: `schema/${keyword}`,
  message: `This ${message ?? 'is wrong'}.`,
});

const SPEAKERS: Readonly<Record<string, Speaker>> = {
  additionalProperties: unknownKey,
  enum: wrongChoice,
  format: wrongForm,
  maxItems: wrongSize,
  maxLength: wrongSize,
  maximum: wrongSize,
  minItems: wrongSize,
  minLength: wrongSize,
  minProperties: wrongSize,
  minimum: wrongSize,
  pattern: wrongForm,
  required: missing,
  type: wrongType,
  uniqueItems: twice,
};
