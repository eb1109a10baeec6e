import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { root } from './run.ts';

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
/** `path/to/a.spec.ts`, and after it the words of a test, or of several. */
const NAMED = /`([\w/.-]+\.spec\.tsx?)`(?:: "([^"]+)")?/g;

const missingIn = (document: string): readonly string[] =>
  [...textOf(document).matchAll(NAMED)].flatMap(([, file = '', words = '']) => {
    if (!existsSync(join(root, file))) return [file];
    return textOf(file).includes(words) ? [] : [`${file}: ${words}`];
  });

const rowsOf = (document: string): readonly (readonly string[])[] =>
  textOf(document)
    .split('\n')
    .filter((line) => /^\| [\dT]/.test(line))
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| |\|$/g, '').trim()));

describe('A document that names tests', () => {
  it.each(['docs/threats.md', 'docs/asvs.md'])('%s names none that does not exist', (document) => {
    expect(textOf(document).match(NAMED)!.length).toBeGreaterThan(15);
    expect(missingIn(document)).toStrictEqual([]);
  });

  it('has a test for every threat that comes through a door', () => {
    const tested = rowsOf('docs/threats.md').filter(([, , tests = '']) => tests.match(NAMED));
    const threats = tested.map(([threat = '']) => threat.split(' ')[0]);
    expect(threats).toStrictEqual(['T5', 'T7', 'T8', 'T9', 'T10', 'T11', 'T13', 'T15', 'T16', 'T19']);
  });

  it('claims nothing as done without a test, and nothing as less without what is missing', () => {
    const rows = rowsOf('docs/asvs.md');
    expect(rows.length).toBeGreaterThan(50);
    const known = ['done', 'part', 'open'];
    expect(rows.filter(([, , , status = '']) => !known.includes(status))).toStrictEqual([]);
    expect(rows.filter(([, , , status, why = '']) => status === 'done' && !why.match(NAMED))).toStrictEqual([]);
    expect(rows.filter(([, , , , why = '']) => why.length < 10)).toStrictEqual([]);
  });
});

describe('The server', () => {
  it('writes no log elsewhere: in files it keeps what the guide names', () => {
    const sources = readdirSync(join(root, 'apps/server/src'), { recursive: true, encoding: 'utf8' });
    const writing = sources
      .filter((name) => name.endsWith('.ts') && !/spec|testing/.test(name))
      .filter((name) => /appendFile|createWriteStream/.test(textOf(`apps/server/src/${name}`)));
    expect(writing).toStrictEqual([]);
  });
});
