import type { Change, Replacement, Views } from '@edict/runtime';
import type { Row } from '@edict/kernel';

import { HOLDING, ITEM, itemKey, RUN, type HoldingRow, type ItemRow, type RunRow } from './tables.ts';

/** The rows as they will be once what is in hand has been committed: nothing is written before. */
export class Draft {
  readonly #views: Views;
  readonly #rows = new Map<string, Replacement>();
  readonly #holders = new Map<string, readonly HoldingRow[]>();
  readonly #runs: Map<string, RunRow>;

  constructor(views: Views, runs: ReadonlyMap<string, RunRow>) {
    this.#views = views;
    this.#runs = new Map(runs);
  }

  get change(): Change {
    return { rows: [...this.#rows.values()] };
  }

  /** The successions of which a run or an item has changed. */
  get touched(): readonly string[] {
    const rows = [...this.#rows.values()].filter(({ table }) => table !== HOLDING.name).flatMap((each) => each.rows);
    return rows.map(({ succession }) => String(succession));
  }

  get runs(): ReadonlyMap<string, RunRow> {
    return this.#runs;
  }

  /** Has at hand who holds these, all of them asked for at once. */
  async fetchHolders(streams: readonly string[]): Promise<void> {
    const stored = (await this.#views.load(HOLDING.name, streams)) as ReadonlyMap<string, readonly HoldingRow[]>;
    for (const stream of streams) this.#holders.set(stream, stored.get(stream) ?? []);
  }

  async holders(stream: string): Promise<readonly HoldingRow[]> {
    const drafted = this.#rows.get(`${HOLDING.name} ${stream}`)?.rows ?? this.#holders.get(stream);
    return (drafted ?? (await this.#load(HOLDING.name, stream))) as readonly HoldingRow[];
  }

  setHolders(stream: string, rows: readonly HoldingRow[]): void {
    this.#put(HOLDING.name, stream, rows);
  }

  /** All that a unit has to do with. */
  async heldBy(unit: string): Promise<readonly HoldingRow[]> {
    const stored = (await this.#views.find(HOLDING.name, { where: { unit } })) as readonly HoldingRow[];
    const drafted = [...this.#rows.values()].filter(({ table }) => table === HOLDING.name);
    const anew = new Set(drafted.map(({ key }) => key));
    return [
      ...stored.filter(({ stream }) => !anew.has(stream)),
      ...drafted.flatMap(({ rows }) => (rows as readonly HoldingRow[]).filter((row) => row.unit === unit)),
    ];
  }

  async item(succession: string, stream: string): Promise<ItemRow | undefined> {
    return (await this.#load(ITEM.name, itemKey(succession, stream)))[0] as ItemRow | undefined;
  }

  setItem(row: ItemRow): void {
    this.#put(ITEM.name, itemKey(row.succession, row.stream), [row]);
  }

  setRun(row: RunRow): void {
    this.#runs.set(row.succession, row);
    this.#put(RUN.name, row.succession, [row]);
  }

  #put(table: string, key: string, rows: readonly Row[]): void {
    this.#rows.set(`${table} ${key}`, { table, key, rows });
  }

  async #load(table: string, key: string): Promise<readonly Row[]> {
    const drafted = this.#rows.get(`${table} ${key}`);
    return drafted ? drafted.rows : ((await this.#views.load(table, [key])).get(key) ?? []);
  }
}
