import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');
const BIN = join(import.meta.dirname, '../bin/edict.js');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

type Step = Readonly<{ command: string; said: readonly string[] }>;

/** The commands of a section that need no server, each with the lines that it is said to print. */
const stepsIn = (title: string): readonly Step[] => {
  const section = new RegExp(`^## ${title}\\n(.*?)^## `, 'msu').exec(README)?.[1] ?? '';
  return [...section.matchAll(/^```console\n\$ npx (edict (?:check|rehearse) .*?[^\\])\n(.*?)^```/gmsu)].map(
    ([, command = '', said = '']) => ({
      command: command.replaceAll(/\\\n\s*/g, ''),
      said: said.trimEnd().split('\n'),
    }),
  );
};

const printedBy = (command: string): Promise<readonly string[]> =>
  new Promise((resolve, reject) =>
    execFile(
      process.execPath,
      [BIN, ...command.split(/\s+/).slice(1)],
      { cwd: ROOT, maxBuffer: 2 ** 26 },
      (error, out) => (error ? reject(new Error(error.message)) : resolve(out.trimEnd().split('\n'))),
    ),
  );

/** The lines that are not printed where they are said to be: one after the other, where no “…” stands between for whatever is there. */
const otherIn = (said: readonly string[], printed: readonly string[]): readonly string[] => {
  let [next, skips] = [0, false];
  return said.filter((line) => {
    if (line === '…') {
      skips = true;
      return false;
    }
    const at = skips ? printed.indexOf(line, next) : printed[next] === line ? next : -1;
    [next, skips] = [at < 0 ? next : at + 1, false];
    return at < 0;
  });
};

describe.each(['A first walk', 'A second walk'])('%s of the README', (title) => {
  const steps = stepsIn(title);

  it('has commands to follow', () => expect(steps.length).toBeGreaterThan(0));

  it.each(steps)('prints what it says, line by line: $command', async ({ command, said }) => {
    const printed = await printedBy(command);
    expect(otherIn(said, printed)).toStrictEqual([]);
    expect(said.at(-1) === '…' || said.at(-1) === printed.at(-1)).toBe(true);
  });
});

describe('A line that is not printed', () => {
  it('is told', () => {
    expect(otherIn(['a', 'b'], ['a', 'x', 'b'])).toStrictEqual(['b']);
    expect(otherIn(['a', '…', 'b'], ['a', 'x', 'b'])).toStrictEqual([]);
    expect(otherIn(['…', 'b', '…', 'a'], ['a', 'x', 'b'])).toStrictEqual(['a']);
  });
});
