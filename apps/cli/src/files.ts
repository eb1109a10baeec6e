import { readFile } from 'node:fs/promises';

import { UsageError } from './command.ts';

export type NamedFile = Readonly<{ name: string; text: Uint8Array }>;

export const readFiles = (names: readonly string[]): Promise<readonly NamedFile[]> => Promise.all(names.map(readOne));

const readOne = async (name: string): Promise<NamedFile> => {
  try {
    return { name, text: await readFile(name) };
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, {
      cause: error,
      rule: 'file/unreadable',
      file: name,
    });
  }
};
