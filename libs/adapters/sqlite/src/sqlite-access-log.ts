import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

import {
  linked,
  StoreUnavailable,
  type AccessLog,
  type AccessRecord,
  type AccessWhere,
  type KeptAccess,
} from '@edict/runtime';

import { makeOwn } from './own-file.ts';

/** The triggers hold back who is careless; who is not, is found by the hashes. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS seen (
    n INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, capacity TEXT NOT NULL, unit TEXT NOT NULL, act TEXT NOT NULL,
    about TEXT, rank INTEGER NOT NULL, "from" TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS seen_at ON seen (at);
  CREATE INDEX IF NOT EXISTS seen_by ON seen (who, n);
  CREATE INDEX IF NOT EXISTS seen_of ON seen (about, n);
  CREATE TRIGGER IF NOT EXISTS seen_stays BEFORE UPDATE ON seen BEGIN SELECT RAISE(ABORT, 'append only'); END;
  CREATE TRIGGER IF NOT EXISTS seen_is_kept BEFORE DELETE ON seen BEGIN SELECT RAISE(ABORT, 'append only'); END;`;

const SETTINGS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF';
const COLUMNS = 'n, at, who, capacity, unit, act, about, rank, "from", hash';
const INSERT = `INSERT INTO seen (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** A file of its own, for its owner alone. */
export class SqliteAccessLog implements AccessLog {
  readonly #db: DatabaseSync;
  readonly #genesis: string;

  private constructor(db: DatabaseSync, genesis: string) {
    this.#db = db;
    this.#genesis = genesis;
  }

  static open(file: string, genesis: string): SqliteAccessLog {
    makeOwn(file);
    const db = new DatabaseSync(file, { timeout: 5000 });
    db.exec(SETTINGS);
    db.exec(SCHEMA);
    return new SqliteAccessLog(db, genesis);
  }

  /** As it lies there; nothing of it is changed. */
  static openToRead(file: string, genesis: string): SqliteAccessLog {
    return new SqliteAccessLog(new DatabaseSync(file, { readOnly: true, timeout: 5000 }), genesis);
  }

  async append(records: readonly AccessRecord[]): Promise<readonly KeptAccess[]> {
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      const kept = linked(this.#genesis, this.#last(), records);
      const insert = this.#db.prepare(INSERT);
      for (const { n, at, who, capacity, unit, act, about, rank, from, hash } of kept)
        insert.run(n, at, who, capacity, unit, act, about, rank, from, hash);
      this.#db.exec('COMMIT');
      return kept;
    } catch (error) {
      this.#undo();
      throw new StoreUnavailable('io', `The access log takes nothing: ${(error as Error).message}.`);
    }
  }

  #undo(): void {
    if (this.#db.isOpen && this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }

  async read(where: AccessWhere, limit: number): Promise<readonly KeptAccess[]> {
    const conditions = CONDITIONS.flatMap(([sql, valueIn]) => {
      const value = valueIn(where);
      return value === undefined ? [] : [{ sql, value }];
    });
    const sql = ['TRUE', ...conditions.map((each) => each.sql)].join(' AND ');
    return this.#all(`WHERE ${sql} ORDER BY n LIMIT ?`, ...conditions.map(({ value }) => value), limit);
  }

  async last(): Promise<KeptAccess | undefined> {
    return this.#last();
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  #last(): KeptAccess | undefined {
    return this.#all('ORDER BY n DESC LIMIT 1')[0];
  }

  #all(rest: string, ...values: readonly SQLInputValue[]): readonly KeptAccess[] {
    const rows = this.#db.prepare(`SELECT ${COLUMNS} FROM seen ${rest}`).all(...values);
    return rows.map((row) => ({ ...row })) as unknown as KeptAccess[];
  }
}

const CONDITIONS: readonly (readonly [string, (where: AccessWhere) => SQLInputValue | undefined])[] = [
  ['n > ?', ({ after }) => after],
  ['rank <= ?', ({ rank }) => rank],
  ['who = ?', ({ who }) => who],
  ['about = ?', ({ about }) => about],
  ['at >= ?', ({ since }) => since],
  ['at < ?', ({ until }) => until],
];
