import { createReadStream } from 'node:fs';

import { MOST_BYTES } from '@edict/documents';

import { UsageError } from './command.ts';

export type NamedFile = Readonly<{ name: string; text: Uint8Array }>;

export const readFiles = (names: readonly string[]): Promise<readonly NamedFile[]> => Promise.all(names.map(readOne));

const readOne = async (name: string): Promise<NamedFile> => {
  try {
    return { name, text: await beginningOf(name) };
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, {
      cause: error,
      rule: 'file/unreadable',
      file: name,
    });
  }
};

/** One byte more than is read of any file, so that it is known to be too big: what is named need not have an end. */
const beginningOf = async (name: string): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of createReadStream(name, { end: MOST_BYTES })) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
};
