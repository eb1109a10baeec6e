import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';

import { LRUCache } from 'lru-cache';

import { Checkpointer } from './checkpointer.ts';
import { makeOwn } from './own-file.ts';

type Found = Readonly<Record<string, SQLOutputValue>>;

/** What begins with `#` is ours: no declared table or column may be called so. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS "#group" (
    name TEXT PRIMARY KEY, reached TEXT NOT NULL DEFAULT '',
    epoch INTEGER NOT NULL DEFAULT 0, until REAL NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "#parked" (
    n INTEGER PRIMARY KEY, name TEXT NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL, reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS "#parked#name" ON "#parked" (name);
  CREATE TABLE IF NOT EXISTS "#ring" (
    stream TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, until TEXT NOT NULL DEFAULT '',
    ringAt TEXT AS (max(at, until)), PRIMARY KEY (stream, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS "#ring#ringAt" ON "#ring" (ringAt, stream, key);`;

/**
 * Everything in it can be built again from the events, so a crash may lose the last commits (NORMAL), but never half of one. Where the
 * checkpointer does not keep up, SQLite takes over here and now what has come to 200 MB.
 */
const SETTINGS =
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 48000';

/** What is asked and written in so many ways is prepared once. */
const STATEMENTS = 1_000;

/** The connection to `views.db` that the adapters share, with every statement prepared once. */
export class ViewsFile {
  readonly name: string;
  readonly #db: DatabaseSync;
  readonly #checkpointer: Checkpointer;
  readonly #statements = new LRUCache<string, StatementSync>({ max: STATEMENTS });

  constructor(name: string) {
    this.name = name;
    makeOwn(name);
    this.#db = new DatabaseSync(name, { timeout: 5000 });
    this.#db.exec(SETTINGS);
    this.#db.exec(SCHEMA);
    this.#checkpointer = new Checkpointer(name);
  }

  all(sql: string, ...values: readonly SQLInputValue[]): readonly Found[] {
    return this.#statement(sql).all(...values);
  }

  get(sql: string, ...values: readonly SQLInputValue[]): Found | undefined {
    return this.#statement(sql).get(...values);
  }

  /** How many rows were changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** All of it or nothing. Takes the right to write at once: a transaction that begins by reading may be refused it later. */
  write<T>(work: () => T): T {
    this.run('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.run('COMMIT');
      this.#checkpointer.written();
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.run('ROLLBACK');
      throw error;
    }
  }

  /** While another file is known here as `beside`. */
  attached<T>(file: string, work: () => T): T {
    this.run('ATTACH ? AS beside', file);
    try {
      return work();
    } finally {
      this.run('DETACH beside');
    }
  }

  async close(): Promise<void> {
    await this.#checkpointer.close();
    this.#db.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
