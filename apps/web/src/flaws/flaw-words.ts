import { ABOUTS } from './abouts.ts';
import { SENTENCES } from './sentences.ts';

type Flaw = Readonly<{ rule: string; message: string }>;
type Words = Readonly<Record<string, string>>;
type Pattern = Readonly<{ id: string; rule: string; sentence: RegExp }>;

/** What is wrong in a file comes as an English sentence. It is read back, and said to each reader in their language; what is not known here is shown as it came. */
export const flawFor = (words: Words, { rule, message }: Flaw): string => {
  for (const { id, sentence } of patternsOf(rule)) {
    const said = sentence.exec(message);
    const form = said && words[`flaw.${id}`];
    if (form) return filled(form, valuesIn(said, words));
  }
  return message;
};

const filled = (form: string, values: Words): string =>
  form.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);

const asPattern = (sentence: string): RegExp =>
  new RegExp(`^${sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`, 's');

const PATTERNS: readonly Pattern[] = Object.entries(SENTENCES).map(([id, sentence]) => ({
  ...{ id, rule: id.replace(/\..*/, '') },
  sentence: asPattern(sentence),
}));

/** In these a file is told that it is no YAML, or a value that it has the wrong form, whatever the rule is called. */
const SHARED = ['schema/form', 'yaml'];

const patternsOf = (rule: string): readonly Pattern[] => [
  ...PATTERNS.filter((each) => each.rule === rule),
  ...PATTERNS.filter((each) => SHARED.includes(each.rule)),
];

const valuesIn = ({ groups = {} }: RegExpExecArray, words: Words): Words =>
  Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, VALUES[name]?.(text, words) ?? text]));

const TYPES: Readonly<Record<string, string>> = {
  'a list': 'list',
  'a map': 'map',
  'a number': 'number',
  'a text': 'text',
  'a whole number': 'integer',
  'true or false': 'boolean',
};

const typeSaid = (text: string, words: Words): string => words[`flawType.${TYPES[text]}`] ?? text;

const anyOf = (text: string, words: Words): string =>
  text
    .split(/(?<!true) or /)
    .map((each) => typeSaid(each, words))
    .join(` ${words['flawType.or']} `);

const about = (text: string, words: Words): string => {
  const [id] = Object.entries(ABOUTS).find(([, sentence]) => sentence === text) ?? [];
  return words[`flawAbout.${id}`] ?? text;
};

/** By what a sentence calls it. Keys, names and values stay as they stand in the file. */
const VALUES: Readonly<Record<string, (text: string, words: Words) => string>> = {
  about,
  collection: (text, words) => words[`flawType.flow.${text}`] ?? text,
  found: typeSaid,
  kinds: anyOf,
  types: anyOf,
};

/** Each sentence that can be read back, and each that a schema adds to one. */
export const sentences: readonly string[] = Object.keys(SENTENCES);
export const abouts: readonly string[] = Object.keys(ABOUTS);
