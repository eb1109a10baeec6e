import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';

import { canonical, type Instant } from '@edict/kernel';
import type { AccessStore, AccessEntry } from '@edict/runtime';
import { LRUCache } from 'lru-cache';

import { makeOwn } from './own-file.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS kept (
    kind TEXT NOT NULL, key TEXT NOT NULL, account TEXT, until TEXT, value TEXT NOT NULL, PRIMARY KEY (kind, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS kept_by_account ON kept (account, kind);`;

/** What is forgotten is overwritten, and what was changed is on the disk when it is answered: a session that was ended stays so. */
const SETTINGS =
  'PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF';

const THERE = '(until IS NULL OR until > ?)';
const PLACE = 'kind = ? AND key = ?';

/** So many entries are kept of those that were asked for since something was written last: who comes, comes again. */
const KEPT = 1_000;

/** A file of its own, for its owner alone: secrets in hashes, names, sessions. Nothing of it can be built again from the events. */
export class SqliteAccessStore implements AccessStore {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #recent = new LRUCache<string, Readonly<{ entry: AccessEntry | undefined }>>({ max: KEPT });

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  static open(file: string): SqliteAccessStore {
    makeOwn(file);
    const db = new DatabaseSync(file, { timeout: 5000 });
    db.exec(SETTINGS);
    db.exec(SCHEMA);
    return new SqliteAccessStore(db);
  }

  async get(kind: string, key: string, now: Instant): Promise<AccessEntry | undefined> {
    const entry = this.#at(kind, key);
    return entry && (entry.until === null || entry.until > now) ? entry : undefined;
  }

  async put({ kind, key, account, until, value }: AccessEntry): Promise<void> {
    const sql = 'INSERT OR REPLACE INTO kept (kind, key, account, until, value) VALUES (?, ?, ?, ?, ?)';
    this.#run(sql, kind, key, account, until, canonical(value));
  }

  async swap(
    place: Pick<AccessEntry, 'kind' | 'key'>,
    before: AccessEntry | undefined,
    after: AccessEntry | undefined,
  ): Promise<boolean> {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const there = this.#at(place.kind, place.key);
      const isSame = textOf(there) === textOf(before);
      if (isSame) this.#run(`DELETE FROM kept WHERE ${PLACE}`, place.kind, place.key);
      if (isSame && after) await this.put(after);
      this.#db.exec('COMMIT');
      return isSame;
    } catch (error) {
      this.#recent.clear();
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  async of(kind: string, account: string, now: Instant): Promise<readonly AccessEntry[]> {
    return this.#all(`WHERE kind = ? AND account = ? AND ${THERE} ORDER BY key`, kind, account, now);
  }

  async forget({ kind, account, until }: Readonly<{ kind: string; account?: string; until?: Instant }>) {
    const where = ['kind = ?', ...(account === undefined ? [] : ['account = ?'])];
    const values = [kind, ...(account === undefined ? [] : [account])];
    if (until === undefined) return this.#run(`DELETE FROM kept WHERE ${where.join(' AND ')}`, ...values);
    return this.#run(`DELETE FROM kept WHERE ${where.join(' AND ')} AND NOT ${THERE}`, ...values, until);
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  /** What lies there, whether or not its time is over. */
  #at(kind: string, key: string): AccessEntry | undefined {
    const place = canonical([kind, key]);
    const known = this.#recent.get(place) ?? { entry: this.#all(`WHERE ${PLACE}`, kind, key)[0] };
    this.#recent.set(place, known);
    return known.entry;
  }

  #all(where: string, ...values: readonly SQLInputValue[]): readonly AccessEntry[] {
    return this.#statement(`SELECT kind, key, account, until, value FROM kept ${where}`)
      .all(...values)
      .map(keptIn);
  }

  /** Of what is written nothing is remembered as it was. */
  #run(sql: string, ...values: readonly SQLInputValue[]): number {
    this.#recent.clear();
    return Number(this.#statement(sql).run(...values).changes);
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const keptIn = (row: Record<string, SQLOutputValue>): AccessEntry =>
  ({ ...row, value: JSON.parse(row['value'] as string) as unknown }) as AccessEntry;

const textOf = (kept: AccessEntry | undefined): string => (kept ? canonical(kept) : '');
