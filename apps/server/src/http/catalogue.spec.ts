import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { CODES, ruleIn, wordsFor } from './catalogue.ts';
import { LANGUAGES } from './language.ts';
import { problemFrom } from './problem-of.ts';
import { STATUS } from './statuses.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const SOURCES = ['libs/{directives,engine,runtime}/src/**/*.ts', 'apps/server/src/**/*.ts'];
const WRITTEN =
  /(?:refuse|Rejection|HttpProblem|answerOf)(?:<\w+>)?\(\s*'([a-z]\w*\/[a-z-]+)'|code: '([a-z]\w*\/[a-z-]+)'/g;

/** Every code that is written out as one, wherever something refuses. */
const refused = (): readonly string[] =>
  SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT, exclude: (name) => /spec|testing/.test(name) }))
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(WRITTEN)].map(([, code, other]) => code ?? other!));

describe('The catalogue of problems', () => {
  it('has words in every language for every code that somebody refuses with', () => {
    const codes = [...new Set(refused())];
    expect(codes.length).toBeGreaterThan(60);
    const missing = LANGUAGES.map((language) => [language, codes.filter((code) => !wordsFor(code, language))]);
    expect(missing).toStrictEqual(LANGUAGES.map((language) => [language, []]));
  });

  it.each(LANGUAGES)(
    'has a title and a detail in %s for every code that it has in English, and no other',
    (language) => {
      const file = JSON.parse(readFileSync(join(ROOT, `apps/server/problems/${language}.json`), 'utf8')) as Read;
      expect(Object.keys(file.problems).toSorted()).toStrictEqual(CODES.toSorted());
      const blank = Object.values(file.problems).filter(
        ({ title, detail }) => title.trim() === '' || detail.trim() === '',
      );
      expect(blank).toStrictEqual([]);
      expect(Object.keys(file.rules)).toStrictEqual(Object.keys(english().rules));
    },
  );

  it('says in each language what it says in no other, so that nothing was left untranslated', () => {
    const details = (code: string) => LANGUAGES.map((language) => wordsFor(code, language)!.detail);
    expect(CODES.filter((code) => new Set(details(code)).size < LANGUAGES.length)).toStrictEqual([]);
  });

  it('keeps the words of whoever refused in English, and translates the flaws of fields', () => {
    const answer = { status: 403, code: 'task/not-the-lead', detail: 'some-unit answers for this task.' };
    expect(problemFrom(answer)).toMatchObject({ title: 'Not the lead', detail: 'some-unit answers for this task.' });
    const errors = [{ pointer: '/assignment', rule: 'isInt', message: 'assignment must be an integer number' }];
    expect(problemFrom(answer, { errors }, 'vi')).toMatchObject({
      code: 'task/not-the-lead',
      title: 'Không phải đơn vị chủ trì',
      errors: [{ pointer: '/assignment', rule: 'isInt', message: 'phải là số nguyên' }],
    });
    expect(ruleIn('constructor', 'vi')).toBeUndefined();
  });
});

/** That each is sent with the status under which it is described follows from there being one table; `assertDescribed` asks so of every answer that a spec gets. */
describe('The statuses of the shell', () => {
  it('are for codes that there are, and agree with what their names say of the same codes in rules', () => {
    expect(Object.keys(STATUS).filter((code) => !CODES.includes(code))).toStrictEqual([]);
    const named = Object.entries(STATUS).filter(([code]) => code.endsWith('/unknown'));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(([, status]) => status !== 404)).toStrictEqual([]);
  });

  it('are written in one place: whoever refuses names the code alone', () => {
    const written = globSync('apps/server/src/**/*.ts', { cwd: ROOT, exclude: (name) => /spec|testing/.test(name) })
      .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const)
      .filter(([, text]) => /status: [45]\d\d, code:|HttpProblem\(\s*\d/.test(text));
    expect(written.map(([file]) => file)).toStrictEqual([]);
  });
});

type Read = Readonly<{
  problems: Readonly<Record<string, { title: string; detail: string }>>;
  rules: Readonly<Record<string, string>>;
}>;

const english = (): Read => JSON.parse(readFileSync(join(ROOT, 'apps/server/problems/en.json'), 'utf8')) as Read;
