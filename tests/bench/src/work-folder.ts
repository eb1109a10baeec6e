import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A folder for as long as the work takes. Others may look in: PostgreSQL does not run as root. */
export const inFolder = async <T>(parent: string, work: (dir: string) => Promise<T>): Promise<T> => {
  const dir = mkdtempSync(join(parent, 'edict-bench-'));
  chmodSync(dir, 0o755);
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};
