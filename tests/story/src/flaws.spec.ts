import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { loadFiles, readDocument, schemaOf, type Problem } from '@edict/documents';
import { abouts, flawFor, sentences } from '@edict/web/flaws';

import { BAD_DIRECTIVES, BAD_OTHERS, NO_YAML, TOGETHER } from './bad-texts.ts';
import { example } from './stage.ts';

type Flaw = Pick<Problem, 'rule' | 'message'>;

const at = (path: string): URL => new URL(path, import.meta.url);
const text = (path: string): string => readFileSync(at(path), 'utf8');
const FOLDER = at('../../../libs/documents/src/').pathname;
const sources = globSync('**/*.ts', { cwd: FOLDER, exclude: (name) => /spec|testing/.test(name) })
  .map((name) => readFileSync(`${FOLDER}${name}`, 'utf8'))
  .join('\n');

const check = (...texts: readonly (string | Uint8Array)[]): readonly Flaw[] => {
  const loaded = loadFiles(texts.map((each, index) => ({ name: `${index}.yaml`, text: each })));
  return loaded.ok ? [] : loaded.errors;
};

const EXAMPLES = [
  'conclusion-155-kl-tw.yaml',
  'units.yaml',
  'thai-nguyen-bac-kan-agreement.yaml',
  'policy-vn-party.yaml',
  'calendar-vn-2025-2026.yaml',
  'form-premises.yaml',
  'script-155.yaml',
].map(example);

type Part = Record<string, unknown>;

/** A value with each of its keys once left out, and each of its plain values once another; a list once empty. */
const spoilt = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return [[], ...items.flatMap((item, n) => spoilt(item).map((bad) => items.with(n, bad)))];
  }
  if (typeof value !== 'object' || value === null) return ['?', '', true, -1, 5000000, {}, 'x'.repeat(21000)];
  return Object.entries(value as Part).flatMap(([key, part]) => [
    Object.fromEntries(Object.entries(value as Part).filter(([other]) => other !== key)),
    ...spoilt(part).map((bad) => ({ ...(value as Part), [key]: bad })),
  ]);
};

const ofShapes = (): readonly Flaw[] =>
  EXAMPLES.flatMap(({ name, text: said }) => spoilt(firstOf(readDocument(name, said).document)))
    .flatMap((bad) => readDocument('bad.json', JSON.stringify(bad)).errors)
    .filter(({ rule }) => !rule.startsWith('yaml/'));

/** Long lists say the same again and again. */
const firstOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, 2).map(firstOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, firstOf(part)]));
};

/** What the server says of a file of another kind; and what no text is known to bring about. */
const OTHERS: readonly Flaw[] = [
  { rule: 'file/other-kind', message: 'A policy or calendar or form file is wanted here, and this is a units file.' },
  { rule: 'file/other-kind', message: 'A directive file is wanted here, and this is none.' },
  { rule: 'yaml/unreadable', message: 'This file cannot be read as YAML.' },
];

const all = [
  ...[...NO_YAML, ...BAD_DIRECTIVES, ...BAD_OTHERS].flatMap((each) => check(each)),
  ...TOGETHER.flatMap((texts) => check(...texts)),
  ...ofShapes(),
  ...OTHERS,
];
const said = [...new Map(all.map(({ rule, message }) => [`${rule} ${message}`, { rule, message }])).values()];

/** The words of the console, and which of them were asked for. */
const readerOf = (language: string) => {
  const words = JSON.parse(text(`../../../apps/web/src/i18n/flaws/${language}.json`)) as Readonly<
    Record<string, string>
  >;
  const asked = new Set<string>();
  const told = new Proxy(words, { get: (all, id: string) => (asked.add(id), all[id]) });
  return { asked, words: told, all: Object.keys(words) };
};

type Schema = Readonly<{ required?: readonly string[]; properties?: Readonly<Record<string, Part>> } & Part>;

/** What the schema of a file says of a key that must be there, and of a text that has a form. */
const described = (schema: unknown): readonly string[] => {
  if (Array.isArray(schema)) return schema.flatMap(described);
  if (typeof schema !== 'object' || schema === null) return [];
  const { required = [], properties, description, pattern, format } = schema as Schema;
  const own = Array.isArray(required) ? required.map((key: string) => properties?.[key]?.['description']) : [];
  const form = typeof pattern === 'string' || typeof format === 'string' ? [description] : [];
  return [
    ...[...own, ...form].filter((each) => typeof each === 'string'),
    ...Object.values(schema as Part).flatMap(described),
  ];
};

const KINDS = ['directive', 'units', 'policy', 'calendar', 'form', 'script'] as const;

describe('What is wrong in a file', () => {
  it('has words for each rule that the check of files can break', () => {
    const rules = [...sources.matchAll(/'([a-z]+\/[a-z][\w-]*)'/g)].map(([, rule]) => rule!);
    expect(new Set(rules).size).toBeGreaterThan(80);
    expect(rules.filter((rule) => !said.some((each) => each.rule === rule))).toStrictEqual([]);
  });

  it.each(['vi', 'ru', 'uk'])('is said in %s, and none in English', (language) => {
    const { words } = readerOf(language);
    expect(said.length).toBeGreaterThan(300);
    expect(said.filter((flaw) => flawFor(words, flaw) === flaw.message)).toStrictEqual([]);
    expect(said.map((flaw) => flawFor(words, flaw)).filter((shown) => /\{\w+\}|undefined/.test(shown))).toStrictEqual(
      [],
    );
  });

  it('is in English word for word what the check says', () => {
    const { words } = readerOf('en');
    expect(said.map((flaw) => flawFor(words, flaw))).toStrictEqual(said.map(({ message }) => message));
  });

  it('has no words that the check never says', () => {
    const { asked, words, all: written } = readerOf('en');
    for (const flaw of said) flawFor(words, flaw);
    expect(sentences.filter((id) => !asked.has(`flaw.${id}`))).toStrictEqual([]);
    const { words: tell, asked: told } = readerOf('en');
    for (const about of KINDS.flatMap((kind) => described(schemaOf(kind))))
      flawFor(tell, { rule: 'schema/required', message: `"key" is missing. ${about}` });
    expect(abouts.filter((id) => !told.has(`flawAbout.${id}`))).toStrictEqual([]);
    expect(written.filter((id) => !asked.has(id) && !told.has(id))).toStrictEqual([]);
  });

  it.each(KINDS)('of a file of the kind %s is told whole', (kind) => {
    const { words } = readerOf('vi');
    const inEnglish = described(schemaOf(kind)).filter((about) =>
      flawFor(words, { rule: 'schema/required', message: `"key" is missing. ${about}` }).includes(about),
    );
    expect(inEnglish).toStrictEqual([]);
  });

  it('that nobody knows any more is shown as it came', () =>
    expect(flawFor(readerOf('vi').words, { rule: 'task/unknown', message: 'Which task?' })).toBe('Which task?'));
});
