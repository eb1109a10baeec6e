import { basename } from 'node:path';

import { canonical, type Row } from '@edict/kernel';
import {
  LeaseLost,
  Tables,
  Waiters,
  type Change,
  type Filter,
  type Lease,
  type Parked,
  type Position,
  type Query,
  type Replacement,
  type Table,
  type Views,
} from '@edict/runtime';

import { select, selectByKey, sqlFor, type ViewSql } from './view-sql.ts';
import { ViewsFile } from './views-file.ts';

type Progress = Readonly<{ reached: Position; parked: readonly Parked[] }>;
type Commit = Readonly<{ lease: Lease; change: Change; reached: Position }>;
type Waiting = Readonly<{ commit: Commit; done: PromiseWithResolvers<void> }>;

/**
 * Views, alarms, checkpoints and leases in a file of their own: to build them anew, delete it. The file belongs to one process, so that
 * what was read of a group's progress holds until it is committed anew. Commits that are asked for in one turn share a transaction.
 */
export class SqliteViews implements Views {
  readonly file: ViewsFile;
  readonly #tables = new Tables();
  readonly #sql = new Map<string, ViewSql>();
  readonly #listeners = new Map<string, (key: string) => void>();
  readonly #waiters = new Waiters();
  readonly #progress = new Map<string, Progress>();
  #waiting: Waiting[] = [];

  private constructor(file: ViewsFile) {
    this.file = file;
  }

  static open(file: string): SqliteViews {
    return new SqliteViews(new ViewsFile(file));
  }

  async prepare(tables: readonly Table[]): Promise<void> {
    for (const table of tables) this.#tables.add(table);
    this.file.write(() => {
      for (const table of tables) this.#create(table);
    });
  }

  async progress(group: string): Promise<Progress> {
    const known = this.#progress.get(group);
    if (known) return known;
    const reached = (this.file.get(REACHED, group)?.['reached'] ?? '') as Position;
    const parked = (this.file.all(PARKED, group) as readonly Parked[]).map((each) => ({ ...each }));
    this.#progress.set(group, { reached, parked });
    return { reached, parked };
  }

  async load(
    table: string,
    keys: readonly string[],
    filter: Filter = {},
  ): Promise<ReadonlyMap<string, readonly Row[]>> {
    const { sql, values } = selectByKey(this.#tables.asked(table, filter), filter);
    const found = new Map<string, readonly Row[]>();
    for (const key of keys) {
      const rows = this.#rows(sql, key, ...values);
      if (rows.length > 0) found.set(key, rows);
    }
    return found;
  }

  async find(table: string, query: Query): Promise<readonly Row[]> {
    const { sql, values } = select(this.#tables.asked(table, query), query);
    return this.#rows(sql, ...values);
  }

  async commit(lease: Lease, change: Change, reached: Position): Promise<void> {
    this.#tables.check(change);
    const done = Promise.withResolvers<void>();
    if (this.#waiting.push({ commit: { lease: { ...lease }, change, reached }, done }) === 1)
      setImmediate(() => this.#flush());
    return done.promise;
  }

  async waitFor(group: string, position: Position, ms: number): Promise<boolean> {
    const { reached } = await this.progress(group);
    return reached >= position || this.#waiters.wait(group, position, ms);
  }

  /** For `SqliteTimers`: is told, within the transaction, of every key whose rows were replaced. */
  listen(table: string, replaced: (key: string) => void): void {
    this.#listeners.set(table, replaced);
  }

  close(): void {
    this.#flush();
    this.file.close();
  }

  /** One that fails is tried by itself, and then it alone fails. */
  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      this.file.write(() => waiting.forEach(({ commit }) => this.#write(commit)));
    } catch {
      for (const { commit, done } of waiting) this.#writeAlone(commit, done);
      return;
    }
    for (const { commit, done } of waiting) this.#written(commit, done);
  }

  #writeAlone(commit: Commit, done: PromiseWithResolvers<void>): void {
    try {
      this.file.write(() => this.#write(commit));
    } catch (error) {
      done.reject(error);
      return;
    }
    this.#written(commit, done);
  }

  #write({ lease: { name, epoch }, change, reached }: Commit): void {
    if (this.file.run(REACH, name, epoch, reached) === 0) throw new LeaseLost(`${name} is led under a later epoch.`);
    for (const replacement of change.rows ?? []) this.#replace(replacement);
    for (const { stream, revision, reason } of change.parked ?? []) this.file.run(PARK, name, stream, revision, reason);
  }

  #written({ lease: { name }, change, reached }: Commit, done: PromiseWithResolvers<void>): void {
    const known = this.#progress.get(name);
    if (known) this.#progress.set(name, { reached, parked: [...known.parked, ...(change.parked ?? [])] });
    this.#waiters.reached(name, reached);
    done.resolve();
  }

  #create(table: Table): void {
    const there = this.file.all(COLUMNS, table.name).map(({ name, type }) => [name, type] as const);
    if (there.length > 0 && canonical(Object.fromEntries(there)) !== canonical(table.columns))
      throw new TypeError(
        `${table.name} has other columns in ${basename(this.file.name)}. Stop, delete that file, start again: it is built anew.`,
      );
    this.#sql.set(table.name, sqlFor(table));
    for (const sql of this.#sql.get(table.name)!.create) this.file.run(sql);
  }

  /** They come without a prototype. */
  #rows(sql: string, ...values: readonly (string | number | null)[]): readonly Row[] {
    return (this.file.all(sql, ...values) as readonly Row[]).map((row) => ({ ...row }));
  }

  #replace({ table, key, rows }: Replacement): void {
    const { insert, deleteByKey } = this.#sql.get(table)!;
    const columns = Object.keys(this.#tables.of(table).columns);
    this.file.run(deleteByKey, key);
    for (const [n, row] of rows.entries()) this.file.run(insert, key, n, ...columns.map((column) => row[column]!));
    this.#listeners.get(table)?.(key);
  }
}

const COLUMNS = `SELECT name, lower(type) AS type FROM pragma_table_info(?) WHERE name NOT LIKE '#%'`;
const REACHED = 'SELECT reached FROM "#group" WHERE name = ?';
const PARKED = 'SELECT stream, revision, reason FROM "#parked" WHERE name = ? ORDER BY n';
const PARK = 'INSERT INTO "#parked" (name, stream, revision, reason) VALUES (?, ?, ?, ?)';
const REACH = `
  INSERT INTO "#group" (name, epoch, reached) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET epoch = excluded.epoch, reached = excluded.reached WHERE epoch <= excluded.epoch`;
