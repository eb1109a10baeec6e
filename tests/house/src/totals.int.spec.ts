import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { run } from './run.ts';

describe('The last line of CI', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edict-totals-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const totals = (status: number, ...runs: readonly object[]) => {
    const file = join(folder, 'totals');
    writeFileSync(file, runs.map((each) => `${JSON.stringify(each)}\n`).join(''));
    const { status: code, stdout } = run(['tools/totals.js', file, String(status)]);
    return [code, stdout.trimEnd().split('\n').at(-1)];
  };

  it('adds up what each project came to', () =>
    expect(totals(0, { passed: 3, failed: 0, skipped: 0 }, { passed: 4, failed: 0, skipped: 0 })).toStrictEqual([
      0,
      '7 passed, 0 failed',
    ]));

  it('says how many were skipped, if any', () =>
    expect(totals(0, { passed: 3, failed: 0, skipped: 2 })).toStrictEqual([0, '3 passed, 0 failed, 2 skipped']));

  it('fails when a test failed', () =>
    expect(totals(1, { passed: 3, failed: 1, skipped: 0 })).toStrictEqual([1, '3 passed, 1 failed']));

  it('fails when only lint, types or the build did', () =>
    expect(totals(1, { passed: 3, failed: 0, skipped: 0 })).toStrictEqual([1, '3 passed, 1 failed']));

  it('fails when no test ran', () => expect(totals(0)).toStrictEqual([1, '0 passed, 1 failed']));
});
