import { chmodSync, closeSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Node's own only: the writer thread loads this file too.

const OTHERS = 0o077;

/** An empty file for its owner alone, of which SQLite makes a database; what it puts beside it is of the same mode. One that is there stays as it is. */
export const makeOwn = (file: string): void => {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};

/** Takes a folder that is ours, and our files in it, from everybody else. What belongs to another is left to whoever gave us the use of it. */
export const closeToOthers = (dir: string): void => {
  close(dir, 0o700);
  for (const each of readdirSync(dir, { withFileTypes: true })) if (each.isFile()) close(join(dir, each.name), 0o600);
};

/** A file may go meanwhile: others work in the folder that its lock does not keep out. */
const close = (path: string, mode: number): void => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || (found.mode & OTHERS) === 0 || found.uid !== process.getuid?.()) return;
  try {
    chmodSync(path, mode);
  } catch (cause) {
    throw new Error(`${path} can be read by others, and its mode cannot be made ${mode.toString(8)}.`, { cause });
  }
};
