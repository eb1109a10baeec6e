import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

const src = join(import.meta.dirname, '..');
const IMPORTS = /^import (?!type)[^;]*from '[./]*\/reasons\/[\w-]+\.tsx';/gm;

describe('The reasons of what the first page shows', () => {
  it('come with what opens over it, and not with the page', () => {
    const early = globSync('{parts,frame,pages/inbox,pages/task}/*.tsx', { cwd: src });
    expect(early.length).toBeGreaterThan(50);
    const importing = early.filter((name) => IMPORTS.test(readFileSync(join(src, name), 'utf8')));
    expect(importing).toStrictEqual([]);
  });
});
