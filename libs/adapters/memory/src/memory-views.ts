import type { Row } from '@edict/kernel';
import {
  LeaseLost,
  type Change,
  type Lease,
  type Leases,
  type Parked,
  type Position,
  type Query,
  type Table,
  type Views,
} from '@edict/runtime';

type Group = { reached: Position; parked: readonly Parked[]; epoch: number };
type Rows = ReadonlyMap<string, readonly Row[]>;

const START: Group = { reached: '', parked: [], epoch: 0 };

/** Tables as maps. Rows are copied on their way in, so that nobody holds a reference into the past. */
export class MemoryViews implements Views {
  readonly #groups = new Map<string, Group>();
  readonly #tables = new Map<string, Map<string, readonly Row[]>>();
  #committed = Promise.withResolvers<void>();

  async prepare(tables: readonly Table[]): Promise<void> {
    for (const { name } of tables) if (!this.#tables.has(name)) this.#tables.set(name, new Map());
  }

  async progress(group: string): Promise<Readonly<{ reached: Position; parked: readonly Parked[] }>> {
    const { reached, parked } = this.#groups.get(group) ?? START;
    return { reached, parked };
  }

  async load(table: string, keys: readonly string[]): Promise<Rows> {
    const rows = this.all(table);
    return new Map(keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key)!]] : [])));
  }

  async find(table: string, { where = {}, orderBy = [], limit = Infinity }: Query): Promise<readonly Row[]> {
    const wanted = Object.entries(where);
    const found = [...this.all(table)]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([, rows]) => rows)
      .filter((row) => wanted.every(([column, value]) => row[column] === value));
    const inOrder = (a: Row, b: Row) => orderBy.map((column) => compare(a[column]!, b[column]!)).find(Boolean) ?? 0;
    return found.sort(inOrder).slice(0, limit);
  }

  async commit({ name, epoch }: Lease, { rows = [], parked = [] }: Change, reached: Position): Promise<void> {
    const group = this.#groups.get(name) ?? START;
    if (epoch < group.epoch) throw new LeaseLost(`${name} is led under epoch ${group.epoch} by now.`);
    for (const { table, key, rows: replacement } of rows) this.#replace(table, key, replacement);
    this.#groups.set(name, { reached, parked: [...group.parked, ...parked], epoch });
    this.#committed.resolve();
    this.#committed = Promise.withResolvers<void>();
  }

  async waitFor(group: string, position: Position, ms: number): Promise<boolean> {
    const timeout = new Promise<false>((resolve) => setTimeout(() => resolve(false), ms).unref());
    for (let waiting = true; waiting;) {
      if ((await this.progress(group)).reached >= position) return true;
      waiting = await Promise.race([this.#committed.promise.then(() => true), timeout]);
    }
    return false;
  }

  /** For tests and for `MemoryTimers`. */
  all(table: string): Rows {
    const rows = this.#tables.get(table);
    if (!rows) throw new TypeError(`No table ${table} was prepared.`);
    return rows;
  }

  #replace(table: string, key: string, replacement: readonly Row[]): void {
    const rows = this.all(table) as Map<string, readonly Row[]>;
    if (replacement.length > 0) rows.set(key, replacement.map((row) => Object.freeze({ ...row })));
    else rows.delete(key);
  }
}

/** Null first, as SQLite has it. */
const compare = (a: string | number | null, b: string | number | null): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
};

/** Leases end by the clock, or when the process does: there is only one. */
export class MemoryLeases implements Leases {
  readonly #held = new Map<string, { epoch: number; until: number }>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  async acquire(name: string, ttlMs: number): Promise<Lease | undefined> {
    const held = this.#held.get(name);
    if (held && this.#nowMs() < held.until) return undefined;
    const epoch = (held?.epoch ?? 0) + 1;
    this.#held.set(name, { epoch, until: this.#nowMs() + ttlMs });
    return { name, epoch };
  }

  async renew({ name, epoch }: Lease, ttlMs: number): Promise<boolean> {
    if (this.#held.get(name)?.epoch !== epoch) return false;
    this.#held.set(name, { epoch, until: this.#nowMs() + ttlMs });
    return true;
  }
}
