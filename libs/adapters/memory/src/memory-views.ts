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
  type Replacement,
  type Table,
  type Tally,
  type Views,
} from '@edict/runtime';

import { MemoryLeases } from './memory-leases.ts';
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
  readonly #swapped: ((name: string) => void)[] = [];
  readonly #besides = new Map<number, MemoryViews>();
  /** Of whoever builds these, where they are beside others. */
  readonly #leases = new MemoryLeases(() => performance.now(), this);

  /** All that another one holds, and apart from it from then on; its tables are prepared anew. */
  static copyOf(other: MemoryViews): MemoryViews {
    const copy = new MemoryViews();
    for (const [table, rows] of other.#rows) copy.#rows.set(table, new Map(rows));
    for (const [name, group] of other.#groups) copy.#groups.set(name, group);
    return copy;
  }

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

  async beside(table: Table, rebuild: number): Promise<Beside | undefined> {
    const views = this.#besides.get(rebuild) ?? new MemoryViews();
    if ((await views.#leases.held()).length > 0) return undefined;
    this.#besides.set(rebuild, views);
    await views.prepare([table]);
    return {
      views,
      leases: views.#leases,
      swapIn: async (lease) => this.#swapIn(views, lease),
      discard: async () => void this.#besides.delete(rebuild),
      close: async () => undefined,
    };
  }

  /** For `MemoryLeases`: from now on nobody commits under an earlier epoch. */
  fence({ name, epoch }: Lease): void {
    this.#groups.set(name, { ...this.#group(name), epoch: Math.max(epoch, this.#group(name).epoch) });
  }

  /** For `MemoryLeases`: is told whose table has become another one. */
  onSwap(swapped: (name: string) => void): void {
    this.#swapped.push(swapped);
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

  #swapIn(beside: MemoryViews, { name, epoch }: Lease): boolean {
    const { reached, epoch: led } = beside.#group(name);
    if (epoch !== led) throw new LeaseLost(`${name} is built by another.`);
    const live = this.#group(name);
    if (live.reached > reached) return false;
    const rows = beside.all(name);
    for (const key of new Set([...this.all(name).keys(), ...rows.keys()]))
      this.#replace({ table: name, key, rows: rows.get(key) ?? [] });
    this.#groups.set(name, { ...live, reached, parked: [] });
    for (const swapped of this.#swapped) swapped(name);
    for (const [number, each] of this.#besides) if (each === beside) this.#besides.delete(number);
    this.#waiters.reached(name, reached);
    return true;
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
