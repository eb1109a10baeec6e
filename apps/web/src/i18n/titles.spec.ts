import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { LANGUAGES } from './language.ts';

const here = import.meta.dirname;
const read = (path: string): unknown => JSON.parse(readFileSync(join(here, path), 'utf8'));
type Catalogue = Readonly<{ problems: Readonly<Record<string, Readonly<{ title: string }>>> }>;

describe('What a recorded refusal is called', () => {
  it.each(LANGUAGES)('is in %s what the server calls it when it is refused', (language) => {
    const { problems } = read(`../../../server/problems/${language}.json`) as Catalogue;
    const titles = Object.fromEntries(Object.entries(problems).map(([code, { title }]) => [code, title]));
    expect(Object.keys(titles).length).toBeGreaterThan(200);
    expect(read(`titles/${language}.json`)).toStrictEqual(titles);
  });
});
