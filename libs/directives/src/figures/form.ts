import type { FormDocument } from '../document/index.ts';
import { formNumber, type Spelling } from './form-number.ts';

/** What is counted under a key. A total has the keys of its parts. Names may be alike, keys may not: two groups bear one name in translation. */
export type FormLine = Readonly<{ key: string; name: string; parts?: readonly string[] }>;
export type Form = Readonly<{ id: string; version: number; spelling?: Spelling; lines: readonly FormLine[] }>;

/** What somebody has filled in: texts as they were written, or numbers. */
export type Filled = readonly Readonly<{ key: string; value: string | number }>[];

export type FormFlaw = Readonly<{
  code: 'key-twice' | 'key-unknown' | 'missing' | 'not-a-number' | 'ambiguous' | 'parts-do-not-add-up';
  key: string;
  message: string;
}>;

export type FormResult =
  | Readonly<{ ok: true; values: Readonly<Record<string, number>> }>
  | Readonly<{ ok: false; flaws: readonly FormFlaw[] }>;

/** As it is reckoned with: each line by its English name, or by the first that it has. */
export const formOf = ({ form: { id, version, spelling }, lines }: FormDocument): Form => ({
  id,
  version,
  ...(spelling ? { spelling } : {}),
  lines: lines.map(({ key, name, parts }) => ({
    key,
    name: name.en ?? Object.values(name)[0] ?? key,
    ...(parts ? { parts } : {}),
  })),
});

const flaw = (code: FormFlaw['code'], key: string, message: string): FormFlaw => ({ code, key, message });

/** A form may not say the same key twice, nor make a part of what it does not have, nor a total of itself. */
export const flawsOfForm = ({ lines }: Form): readonly FormFlaw[] => {
  const keys = lines.map(({ key }) => key);
  const parts = lines.flatMap((line) => (line.parts ?? []).map((part) => ({ total: line.key, part })));
  return [
    ...twice(keys).map((key) => flaw('key-twice', key, `${key} stands in the form twice.`)),
    ...twice(parts.map(({ total, part }) => `${total}/${part}`)).map((pair) =>
      flaw('key-twice', pair, `${pair} is a part twice.`),
    ),
    ...parts
      .filter(({ total, part }) => part === total || !keys.includes(part))
      .map(({ total, part }) =>
        flaw('key-unknown', part, `${total} has the part ${part}, which the form does not have beside it.`),
      ),
  ];
};

/** Every line has one number, and every total is what its parts add up to. Nothing is overwritten, made up or rounded to fit. */
export const checkForm = (form: Form, filled: Filled): FormResult => {
  const known = new Set(form.lines.map(({ key }) => key));
  const read = filled.map(({ key, value }) => ({ key, ...numberIn(value, form.spelling) }));
  const doubled = twice(filled.map(({ key }) => key));
  const sure = read.filter(({ key }) => !doubled.includes(key));
  const values = new Map(sure.flatMap((each) => ('value' in each ? [[each.key, each.value] as const] : [])));
  const flaws = [
    ...flawsOfForm(form),
    ...doubled.map((key) => flaw('key-twice', key, `${key} is filled in twice.`)),
    ...filled
      .filter(({ key }) => !known.has(key))
      .map(({ key }) => flaw('key-unknown', key, `The form has no ${key}.`)),
    ...read.flatMap((each) => ('flaw' in each ? [flaw(each.flaw, each.key, saidOf(each.flaw, each.key))] : [])),
    ...[...known]
      .filter((key) => !filled.some((each) => each.key === key))
      .map((key) => flaw('missing', key, `${key} is not filled in.`)),
    ...form.lines.flatMap((line) => sumFlaws(line, values)),
  ];
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, values: Object.fromEntries(values) };
};

const numberIn = (value: string | number, spelling: Spelling | undefined) => {
  if (typeof value === 'string') return formNumber(value, spelling);
  return Number.isFinite(value) && value >= 0 ? { value } : ({ flaw: 'not-a-number' } as const);
};

const saidOf = (code: 'not-a-number' | 'ambiguous', key: string): string =>
  code === 'ambiguous'
    ? `${key} can be read in two ways; say in the form how it spells numbers.`
    : `${key} is not a number.`;

const sumFlaws = ({ key, parts }: FormLine, values: ReadonlyMap<string, number>): readonly FormFlaw[] => {
  const total = values.get(key);
  const counted = (parts ?? []).map((part) => values.get(part));
  if (!parts || total === undefined || counted.includes(undefined)) return [];
  const sum = sumOfFigures(counted as readonly number[]);
  return sum === total
    ? []
    : [flaw('parts-do-not-add-up', key, `${key} is ${total}, and its parts (${parts.join(', ')}) add up to ${sum}.`)];
};

/** So that tenths add up to what they are. */
export const sumOfFigures = (figures: readonly number[]): number =>
  figures.reduce((all, value) => all + inMillionths(value), 0) / 1_000_000;

const inMillionths = (value: number): number => Math.round(value * 1_000_000);

const twice = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, n) => keys.indexOf(key) < n)),
];
