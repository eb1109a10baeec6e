import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { jest, root, run } from './run.ts';

describe('A generated decider', () => {
  let folder: string;
  const generate = (noun: string) => run(['tools/new-decider.js', noun, folder]);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'edict-decider-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(root, 'tsconfig.base.json'), include: ['.'], exclude: ['node_modules'] }),
    );
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    expect(generate('site-visit')).toMatchObject({ status: 0, stderr: '' });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a folder of five files', () =>
    expect(readdirSync(join(folder, 'site-visit')).sort()).toStrictEqual(
      ['commands', 'decider', 'events', 'spec', 'state'].map((role) => `site-visit.${role}.ts`),
    ));

  it('has the right types', () =>
    expect(run(['node_modules/@typescript/native/bin/tsc', '-p', folder])).toMatchObject({ status: 0, stdout: '' }));

  it('is formatted', () =>
    expect(
      run([
        'node_modules/prettier/bin/prettier.cjs',
        '--config',
        '.prettierrc.json',
        '--check',
        join(folder, 'site-visit'),
      ]),
    ).toMatchObject({ status: 0, stderr: '' }));

  it('passes its own spec', () => {
    const { status, stderr } = jest(folder);
    expect(stderr).toContain('5 passed');
    expect(status).toBe(0);
  }, 30_000);

  it('never overwrites another', () =>
    expect(generate('site-visit')).toMatchObject({ status: 1, stderr: expect.stringContaining('already') }));

  it.each(['SiteVisit', '../task', 'site_visit', ''])('is not named %p', (noun) =>
    expect(generate(noun)).toMatchObject({ status: 1, stderr: expect.stringContaining('kebab-case') }),
  );
});
