import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { root } from './run.ts';

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const WRITING = ['libs/adapters/sqlite/src/data-folder.ts', 'apps/server/src/reading/installation-key.ts'];

/** What is put into the data folder, by name. */
const inTheFolder = (): readonly string[] =>
  WRITING.flatMap((file) => [...textOf(file).matchAll(/join\(dir, '([\w.-]+)'\)/g)]).map(([, name = '']) => name);

describe('docs/data.md', () => {
  it('says of everything that lies in the data folder which class of data it is', () => {
    const classes = textOf('docs/data.md');
    expect(inTheFolder().length).toBeGreaterThan(9);
    expect(inTheFolder().filter((name) => !classes.includes(`\`${name}\``))).toStrictEqual([]);
  });
});
