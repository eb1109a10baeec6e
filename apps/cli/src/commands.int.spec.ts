import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { completion, SEVERAL } from './commands/completion.ts';
import { GROUPS, helpOn } from './help.ts';

const NAMES = Object.keys(COMMANDS);
const load = (name: string): Promise<Command> => COMMANDS[name]!();

const printed = async (shell: string): Promise<string> => {
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  await completion.run([shell]).finally(() => (process.stdout.write = write));
  return written.join('');
};

describe('Every command', () => {
  it('stands in the overview once, and in docs/cli.md', () => {
    expect(Object.values(GROUPS).flat().toSorted()).toStrictEqual(NAMES.toSorted());
    const docs = readFileSync(join(import.meta.dirname, '../../../docs/cli.md'), 'utf8');
    expect(NAMES.filter((name) => !docs.includes(`\`${name}`))).toStrictEqual([]);
  });

  it.each(NAMES)('%s says what it does, how it is called, and gives an example', async (name) => {
    const { usage, what, examples = [] } = await load(name);
    expect(usage).toMatch(new RegExp(`^${name}\\b`));
    expect([what.endsWith('.'), examples.length > 0]).toStrictEqual([true, true]);
    expect(examples.filter((example) => !example.startsWith(name))).toStrictEqual([]);
  });

  it('answers in JSON where it is asked to', async () => {
    const silent = await Promise.all(NAMES.map(async (name) => ({ name, usage: (await load(name)).usage })));
    expect(silent.filter(({ usage }) => !usage.includes('--json')).map(({ name }) => name)).toStrictEqual([
      'completion',
    ]);
  });

  it('with verbs is one of which the shell completes them', async () => {
    const all = await Promise.all(NAMES.map(async (name) => ((await load(name)).verbs ? [name] : [])));
    expect(all.flat().toSorted()).toStrictEqual([...SEVERAL]);
  });

  it('with verbs explains each of them', async () => {
    for (const name of SEVERAL) {
      const command = await load(name);
      for (const [verb, { usage, what }] of Object.entries(command.verbs!)) {
        expect(usage).toMatch(new RegExp(`^${verb}\\b`));
        expect(helpOn(command)).toContain(`  ${usage}\n      ${what}`);
      }
    }
  });
});

/** What bash would offer for what is typed so far. `edict` itself is asked for its help, as in life. */
const offered = (script: string, ...typed: readonly string[]): readonly string[] => {
  const edict = `edict() { ${JSON.stringify(process.execPath)} ${JSON.stringify(join(import.meta.dirname, '../bin/edict.js'))} "$@"; }`;
  const words = typed.map((word) => JSON.stringify(word)).join(' ');
  const asked = `${edict}\n${script}\nCOMP_WORDS=(${words}); COMP_CWORD=${typed.length - 1}; _edict; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', asked], { encoding: 'utf8' }).trim().split('\n');
};

const hasZsh = spawnSync('zsh', ['--version']).status === 0;

describe('Completion', () => {
  it('offers bash commands, verbs and options', async () => {
    const script = await printed('bash');
    expect(offered(script, 'edict', 'ac')).toStrictEqual(['acknowledge', 'accept', 'accounts', 'access-log']);
    expect(offered(script, 'edict', 'help', 'tok')).toStrictEqual(['tokens']);
    expect(offered(script, 'edict', 'tokens', 'r')).toStrictEqual(['revoke']);
    expect(offered(script, 'edict', 'report', 'un')).toStrictEqual(['unit-form']);
    expect(offered(script, 'edict', 'report', 'late', '--x')).toStrictEqual(['--xlsx']);
    expect(offered(script, 'edict', 'tokens', 'create', '--re')).toStrictEqual(['--reading']);
    expect(offered(script, 'edict', 'submit', '--oc')).toStrictEqual(['--occurred-at']);
  });

  it('tells zsh of every command', async () => {
    const script = await printed('zsh');
    for (const name of NAMES) expect(script).toContain(` ${name} `);
  });

  // Where there is a zsh, it reads the script: apt-get install zsh, and run this again.
  (hasZsh ? it : it.skip)('is a script that zsh can read', async () => {
    const { status, stderr } = spawnSync('zsh', ['-n'], { input: await printed('zsh'), encoding: 'utf8' });
    expect([status, stderr]).toStrictEqual([0, '']);
  });
});
