import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Whoever copies an installation has all of it: the copy is for its owner alone, whatever the modes of what was copied. */
export const closeCopy = async (dir: string): Promise<void> => {
  await chmod(dir, 0o700);
  for (const each of await readdir(dir, { recursive: true, withFileTypes: true }))
    if (!each.isSymbolicLink()) await chmod(join(each.parentPath, each.name), each.isDirectory() ? 0o700 : 0o600);
};
