import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LANGUAGES, type Language } from './language.ts';

/** `title` says what sort of no it is, `detail` what it means and what to do: the words for a code in one language. */
type Words = Readonly<{ title: string; detail: string }>;

/** One file for each language: the words for every code, and for every rule that a field can break. */
type Catalogue = Readonly<{ problems: Readonly<Record<string, Words>>; rules: Readonly<Record<string, string>> }>;

/** The same place from `src` and from `dist`. */
const FOLDER = join(import.meta.dirname, '../../problems');

const read = (language: Language): Catalogue =>
  JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8')) as Catalogue;

const CATALOGUES = Object.fromEntries(LANGUAGES.map((language) => [language, read(language)])) as Readonly<
  Record<Language, Catalogue>
>;

export const CODES = Object.keys(CATALOGUES.en.problems);

export const wordsFor = (code: string, language: Language): Words | undefined =>
  Object.hasOwn(CATALOGUES[language].problems, code) ? CATALOGUES[language].problems[code] : undefined;

export const ruleIn = (rule: string, language: Language): string | undefined =>
  Object.hasOwn(CATALOGUES[language].rules, rule) ? CATALOGUES[language].rules[rule] : undefined;
