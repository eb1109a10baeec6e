import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { run } from './run.ts';

describe('The guide', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edict-guide-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const guide = (...args: readonly string[]) => run(['tools/guide.js', ...args]);
  const template = (region: string) =>
    writeFileSync(
      join(folder, 'page.tmpl.md'),
      `# Page\n\n<!-- region tests/house/src/guide.int.spec.ts ${region} -->\n`,
    );

  it('says what the specs say today', () => expect(guide('--check')).toMatchObject({ status: 0, stdout: '' }));

  it('shows a region of a spec, from its own left margin', () => {
    // #region shown
    const sum = [1, 2].reduce((a, b) => {
      return a + b;
    });
    // #endregion
    template('shown');
    expect([guide(folder).status, sum]).toStrictEqual([0, 3]);
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toContain(
      '```ts\n// tests/house/src/guide.int.spec.ts\nconst sum = [1, 2].reduce((a, b) => {\n  return a + b;\n});\n```\n',
    );
  });

  it('is stale when it says something else', () => {
    template('shown');
    guide(folder);
    expect(guide('--check', folder).status).toBe(0);
    writeFileSync(join(folder, 'page.md'), 'typed in by hand');
    expect(guide('--check', folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('page.md') });
  });

  it('is not built from a region that is not there', () => {
    template('missing');
    expect(guide(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('has no region missing') });
  });
});
