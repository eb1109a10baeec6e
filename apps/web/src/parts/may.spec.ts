import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { MAY } from './may.ts';

const DOCS = join(import.meta.dirname, '../../../../docs/permissions.md');

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The capacities in whose column something stands. */
const allowed = async (command: string): Promise<readonly string[]> => {
  const lines = (await readFile(DOCS, 'utf8')).split('\n').map(cellsOf);
  const [heads] = lines.filter(([first]) => first === 'act');
  const [row] = lines.filter(([first]) => first?.startsWith(`\`${command}\``));
  return heads!.filter((_, column) => column > 1 && row![column] !== '');
};

it.each(Object.entries(MAY))('offers %s to those to whom the matrix gives it', async (command, capacities) =>
  expect(await allowed(command)).toStrictEqual(capacities),
);
