import { execFileSync } from 'node:child_process';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { progress } from './progress.ts';

describe('What is shown of what takes long', () => {
  const isTTY = process.stderr.isTTY;
  const write = process.stderr.write.bind(process.stderr);
  let written: string;

  const on = (terminal: boolean): void => {
    process.stderr.isTTY = terminal;
    progress('verifying');
    progress('');
  };
  beforeEach(() => {
    written = '';
    process.stderr.write = (text: string | Uint8Array) => (written += String(text)) !== '';
  });
  afterEach(() => {
    process.stderr.isTTY = isTTY;
    process.stderr.write = write;
  });

  it('is one line on a terminal, which is gone in the end', () => {
    on(true);
    expect(written).toBe('\r\u001b[Kverifying …\r\u001b[K');
  });

  it('is nothing in a file or a pipe', () => {
    on(false);
    expect(written).toBe('');
  });
});

const ROWS = [
  ['a', { text: 'overdue', style: 'red' }, 'end'],
  ['long', { text: 'due', style: 'green' }, 'x'],
];

/** In a process of its own: what it knows of its terminal and of its environment is asked deep inside of Node. */
const shown = (terminal: boolean, env: Readonly<Record<string, string>> = {}): string => {
  const said = `process.stdout.isTTY = ${terminal};
    process.stdout.getColorDepth = (await import('node:tty')).WriteStream.prototype.getColorDepth;
    const { table } = await import(${JSON.stringify(new URL('./table.ts', import.meta.url).href)});
    process.stdout.write(table(${JSON.stringify(ROWS)}));`;
  const all = { PATH: process.env['PATH'], TERM: 'xterm-256color', ...env };
  return execFileSync(process.execPath, ['--input-type=module', '-e', said], { env: all, encoding: 'utf8' });
};

describe('A table', () => {
  it('has columns as wide as what is in them, and no colours but on a terminal', () =>
    expect(shown(false)).toBe('a     overdue  end\nlong  due      x'));

  it('has colours on a terminal, which take no room', () =>
    expect(shown(true)).toBe('a     \u001b[31moverdue\u001b[39m  end\nlong  \u001b[32mdue\u001b[39m      x'));

  it('has none where somebody wants none', () => expect(shown(true, { NO_COLOR: '1' })).not.toContain('\u001b['));
});
