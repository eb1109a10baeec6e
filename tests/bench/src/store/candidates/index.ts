import { sealed, unsealed, type Candidate } from '../candidate.ts';
import { betterSqlite } from './better-sqlite.ts';
import { edict } from './edict.ts';
import { edictPostgresql } from './edict-postgresql.ts';
import { emmettPostgresql } from './emmett-postgresql.ts';
import { emmettSqlite } from './emmett-sqlite.ts';
import { groupCommitPostgresql } from './group-commit-postgresql.ts';
import { lmdb } from './lmdb.ts';
import { log } from './log.ts';
import { naive } from './naive.ts';

/** Opens a candidate in an empty folder; `server` is where PostgreSQL listens. */
type Open = (dir: string, server: string) => Promise<Candidate>;

export const CANDIDATES = {
  edict: (dir) => edict(dir, sealed),
  'edict, no hash': (dir) => edict(dir, unsealed),
  log: (dir) => log(dir, sealed),
  'log, no hash': (dir) => log(dir, unsealed),
  lmdb,
  naive,
  'better-sqlite3, naive': betterSqlite,
  'emmett-sqlite': emmettSqlite,
  'emmett-postgresql': emmettPostgresql,
  'edict on postgresql': edictPostgresql,
  'group commit on postgresql': groupCommitPostgresql,
} satisfies Readonly<Record<string, Open>>;

export type CandidateName = keyof typeof CANDIDATES;

export const open = (name: CandidateName, dir: string, server: string): Promise<Candidate> =>
  CANDIDATES[name](dir, server);
