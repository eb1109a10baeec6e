import { closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { crash } from './crash.ts';

export const readIfThere = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

/** Old text or new text, whatever happens to this process. After a power cut there may be neither. */
export const replaceFile = async (file: string, text: string): Promise<void> => {
  const next = `${file}.next`;
  await writeFile(next, text, { mode: 0o600 });
  crash('before-rename');
  await rename(next, file);
};

/** Old text or new text, whatever happens; the new one once this resolves. `next`: of its own, where several processes write. */
export const replaceDurably = async (file: string, text: string, next = `${file}.next`): Promise<void> => {
  await writeFile(next, text, { mode: 0o600, flush: true });
  await rename(next, file);
  const folder = await open(dirname(file));
  await folder.sync().finally(() => folder.close());
};

/** A folder is synced like a file: that is where names are kept. */
export const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
};
