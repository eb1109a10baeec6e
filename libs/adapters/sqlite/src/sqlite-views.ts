import type { Row } from '@edict/kernel';
import {
  filterer,
  LeaseLost,
  Tables,
  Waiters,
  type Beside,
  type Change,
  type Filter,
  type Lease,
  type Parked,
  type Position,
  type Query,
  type Table,
  type Tally,
  type Views,
} from '@edict/runtime';

import { besideOf } from './beside.ts';
import { ViewRows } from './view-rows.ts';
import { countBy, select } from './view-sql.ts';
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
  readonly #rows: ViewRows;
  readonly #listeners = new Map<string, (key: string) => void>();
  readonly #waiters = new Waiters();
  readonly #progress = new Map<string, Progress>();
  #waiting: Waiting[] = [];

  private constructor(file: ViewsFile) {
    this.file = file;
    this.#rows = new ViewRows(file);
  }

  static open(file: string): SqliteViews {
    return new SqliteViews(new ViewsFile(file));
  }

  async prepare(tables: readonly Table[]): Promise<void> {
    for (const table of tables) this.#tables.add(table);
    this.file.write(() => {
      for (const table of tables) this.#rows.create(table);
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
    this.#tables.asked(table, filter);
    const matches = this.#matcher(filter);
    const found = keys.map((key) => [key, this.#rows.under(table, key).filter(matches)] as const);
    return new Map(found.filter(([, rows]) => rows.length > 0));
  }

  async find(table: string, query: Query): Promise<readonly Row[]> {
    const { sql, values } = select(this.#tables.asked(table, query), query);
    return query.belongsTo ? this.#rows.asked(sql, values) : this.#rows.found(table, sql, values);
  }

  async count(table: string, by: readonly string[], filter: Filter = {}): Promise<readonly Tally[]> {
    const { sql, values } = countBy(this.#tables.counted(table, by, filter), by, filter);
    return this.#rows.asked(sql, values).map((row) => ({
      values: by.map((column) => row[column]!),
      count: Number(row['#count']),
    }));
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

  beside(table: Table, rebuild: number): Promise<Beside | undefined> {
    return besideOf(this, table, rebuild);
  }

  /** For `beside`: whether rows of a table came in from elsewhere. `copy` is to name each key that has other rows now. */
  takeIn(table: string, copy: (replaced: (key: string) => void) => Position | undefined): boolean {
    this.#flush();
    const reached = this.file.write(() => copy((key) => this.#listeners.get(table)?.(key)));
    if (reached === undefined) return false;
    this.#rows.forget();
    this.#progress.delete(table);
    this.#waiters.reached(table, reached);
    return true;
  }

  async close(): Promise<void> {
    this.#flush();
    await this.file.close();
  }

  /** One that fails is tried by itself, and then it alone fails. */
  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      this.file.write(() => waiting.forEach(({ commit }) => this.#write(commit)));
    } catch {
      this.#rows.forget();
      for (const { commit, done } of waiting) this.#writeAlone(commit, done);
      return;
    }
    for (const { commit, done } of waiting) this.#written(commit, done);
  }

  #writeAlone(commit: Commit, done: PromiseWithResolvers<void>): void {
    try {
      this.file.write(() => this.#write(commit));
    } catch (error) {
      this.#rows.forget();
      done.reject(error);
      return;
    }
    this.#written(commit, done);
  }

  #write({ lease: { name, epoch }, change, reached }: Commit): void {
    if (this.file.run(REACH, name, epoch, reached) === 0) throw new LeaseLost(`${name} is led under a later epoch.`);
    for (const replacement of change.rows ?? [])
      if (this.#rows.replace(replacement)) this.#listeners.get(replacement.table)?.(replacement.key);
    this.#park(name, change);
  }

  #park(name: string, { released = [], parked = [] }: Change): void {
    for (const stream of released) this.file.run(RELEASE, name, stream);
    for (const { stream, revision, reason } of parked) this.file.run(PARK, name, stream, revision, reason);
  }

  #written({ lease: { name }, change, reached }: Commit, done: PromiseWithResolvers<void>): void {
    const known = this.#progress.get(name);
    const kept = known?.parked.filter(({ stream }) => !change.released?.includes(stream)) ?? [];
    if (known) this.#progress.set(name, { reached, parked: [...kept, ...(change.parked ?? [])] });
    this.#waiters.reached(name, reached);
    done.resolve();
  }

  #matcher(filter: Filter): (row: Row) => boolean {
    return filterer(filter, (owner, key) => this.#rows.under(owner, key));
  }
}

const REACHED = 'SELECT reached FROM "#group" WHERE name = ?';
const PARKED = 'SELECT stream, revision, reason FROM "#parked" WHERE name = ? ORDER BY n';
const RELEASE = 'DELETE FROM "#parked" WHERE name = ? AND stream = ?';
const PARK = 'INSERT INTO "#parked" (name, stream, revision, reason) VALUES (?, ?, ?, ?)';
const REACH = `
  INSERT INTO "#group" (name, epoch, reached) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET epoch = excluded.epoch, reached = excluded.reached WHERE epoch <= excluded.epoch`;
