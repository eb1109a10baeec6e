import type { Row } from '@edict/kernel';
import {
  filterer,
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
  type Tally,
  type Views,
} from '@edict/runtime';

import { beyond, orderOf, tallied, type Placed } from './memory-query.ts';

type Group = Readonly<{ reached: Position; parked: readonly Parked[]; epoch: number }>;
type Rows = ReadonlyMap<string, readonly Row[]>;
type Replaced = (key: string, rows: readonly Row[]) => void;

const START: Group = { reached: '', parked: [], epoch: 0 };

/** Tables as maps. Rows are copied on their way in, so that nobody holds a reference into the past. */
export class MemoryViews implements Views {
  readonly #tables = new Tables();
  readonly #rows = new Map<string, Map<string, readonly Row[]>>();
  readonly #groups = new Map<string, Group>();
  readonly #listeners = new Map<string, Replaced[]>();
  readonly #waiters = new Waiters();

  async prepare(tables: readonly Table[]): Promise<void> {
    for (const table of tables) {
      this.#tables.add(table);
      if (!this.#rows.has(table.name)) this.#rows.set(table.name, new Map());
    }
  }

  async progress(group: string): Promise<Readonly<{ reached: Position; parked: readonly Parked[] }>> {
    const { reached, parked } = this.#group(group);
    return { reached, parked };
  }

  async load(table: string, keys: readonly string[], filter: Filter = {}): Promise<Rows> {
    this.#tables.asked(table, filter);
    const rows = this.all(table);
    const matches = this.#matcher(filter);
    const found = keys.map((key) => [key, (rows.get(key) ?? []).filter(matches)] as const);
    return new Map(found.filter(([, some]) => some.length > 0));
  }

  async find(table: string, query: Query): Promise<readonly Row[]> {
    this.#tables.asked(table, query);
    const matches = this.#matcher(query);
    const isBeyond = beyond(query);
    const found: Placed[] = [];
    for (const [key, rows] of this.all(table))
      for (const row of rows) if (matches(row) && isBeyond({ key, row })) found.push({ key, row });
    found.sort(orderOf(query));
    if (query.backwards) found.reverse();
    return found.slice(0, query.limit ?? Infinity).map(({ row }) => row);
  }

  async count(table: string, by: readonly string[], filter: Filter = {}): Promise<readonly Tally[]> {
    this.#tables.counted(table, by, filter);
    return tallied([...this.all(table).values()].flat().filter(this.#matcher(filter)), by);
  }

  async commit(lease: Lease, change: Change, reached: Position): Promise<void> {
    this.#tables.check(change);
    const { epoch, parked } = this.#group(lease.name);
    if (lease.epoch < epoch) throw new LeaseLost(`${lease.name} is led under epoch ${epoch} by now.`);
    for (const replacement of change.rows ?? []) this.#replace(replacement);
    const kept = parked.filter(({ stream }) => !change.released?.includes(stream));
    this.#groups.set(lease.name, { reached, parked: [...kept, ...(change.parked ?? [])], epoch: lease.epoch });
    this.#waiters.reached(lease.name, reached);
  }

  async waitFor(group: string, position: Position, ms: number): Promise<boolean> {
    return this.#group(group).reached >= position || this.#waiters.wait(group, position, ms);
  }

  /** For `MemoryLeases`: from now on nobody commits under an earlier epoch. */
  fence({ name, epoch }: Lease): void {
    this.#groups.set(name, { ...this.#group(name), epoch: Math.max(epoch, this.#group(name).epoch) });
  }

  /** For `MemoryTimers`: is told of the rows that are there and of each replacement from now on. */
  listen(table: string, replaced: Replaced): void {
    this.#listeners.set(table, [...(this.#listeners.get(table) ?? []), replaced]);
    for (const [key, rows] of this.#rows.get(table) ?? []) replaced(key, rows);
  }

  /** For tests. */
  all(table: string): Rows {
    return this.#rows.get(this.#tables.of(table).name)!;
  }

  #matcher(filter: Filter): (row: Row) => boolean {
    return filterer(filter, (owner, key) => this.all(owner).get(key) ?? []);
  }

  #group(name: string): Group {
    return this.#groups.get(name) ?? START;
  }

  #replace({ table, key, rows: replacement }: Replacement): void {
    const columns = Object.keys(this.#tables.of(table).columns);
    const copy = (row: Row): Row => Object.freeze(Object.fromEntries(columns.map((column) => [column, row[column]!])));
    const rows = replacement.map(copy);
    if (rows.length > 0) this.#rows.get(table)!.set(key, rows);
    else this.#rows.get(table)!.delete(key);
    for (const replaced of this.#listeners.get(table) ?? []) replaced(key, rows);
  }
}
