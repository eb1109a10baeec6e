import { basename } from 'node:path';

import { canonical, type Row } from '@edict/kernel';
import type { Replacement, Table, Value } from '@edict/runtime';
import { LRUCache } from 'lru-cache';

import { sqlFor, type ViewSql } from './view-sql.ts';
import type { ViewsFile } from './views-file.ts';

/** So many rows are kept, of those that were loaded or written last. */
const KEPT = 40_000;
/** And so many answers of so many rows: of what changes seldom and is asked for with each request. */
const ANSWERS = 1_000;
const LONGEST = 20;

type Answer = Readonly<{ version: number; rows: readonly Row[] }>;
type Known = Readonly<{ columns: readonly string[]; sql: ViewSql }>;

/**
 * The rows of the views, by key. The file belongs to one process and all that is written of them is written here, so that what is kept of
 * them is what the file says; after a transaction that was rolled back it has to be forgotten.
 */
export class ViewRows {
  readonly #file: ViewsFile;
  readonly #tables = new Map<string, Known>();
  /** Where nothing is there is worth knowing too. */
  readonly #kept = new LRUCache<string, readonly Row[]>({
    maxSize: KEPT,
    sizeCalculation: ({ length }) => length + 1,
  });

  /** How often something of a table was replaced: what was answered before is kept as long as nothing was. */
  readonly #versions = new Map<string, number>();
  readonly #answers = new LRUCache<string, Answer>({ max: ANSWERS });

  constructor(file: ViewsFile) {
    this.#file = file;
  }

  create(table: Table): void {
    const there = this.#file.all(COLUMNS, table.name).map(({ name, type }) => [name, type] as const);
    if (there.length > 0 && canonical(Object.fromEntries(there)) !== canonical(table.columns))
      throw new TypeError(
        `${table.name} has other columns in ${basename(this.#file.name)}. Stop, delete that file, start again: it is built anew.`,
      );
    const known = { columns: Object.keys(table.columns), sql: sqlFor(table) };
    this.#tables.set(table.name, known);
    for (const sql of known.sql.create) this.#file.run(sql);
  }

  /** What a query of one table finds. */
  found(table: string, sql: string, values: readonly Value[]): readonly Row[] {
    const question = canonical([sql, ...values]);
    const version = this.#versions.get(table) ?? 0;
    const known = this.#answers.get(question);
    if (known?.version === version) return known.rows;
    const rows = frozen(this.asked(sql, values));
    if (rows.length <= LONGEST) this.#answers.set(question, { version, rows });
    return rows;
  }

  /** They come from the database without a prototype. */
  asked(sql: string, values: readonly Value[]): readonly Row[] {
    return (this.#file.all(sql, ...values) as readonly Row[]).map((row) => ({ ...row }));
  }

  /** What is there now. Everybody gets the same objects, and nobody can change them. */
  under(table: string, key: string): readonly Row[] {
    const place = placeOf(table, key);
    const kept = this.#kept.get(place);
    if (kept) return kept;
    return this.#keep(place, this.asked(this.#tables.get(table)!.sql.selectByKey, [key]));
  }

  /** Writes only what is not there yet: of a row that changes a little, few pages of indexes change. Whether there was anything to write. */
  replace({ table, key, rows }: Replacement): boolean {
    const { columns, sql } = this.#tables.get(table)!;
    const before = this.under(table, key);
    let written = 0;
    for (const [n, row] of rows.entries()) {
      const changed = columns.filter((column) => row[column] !== before[n]?.[column]);
      if (n >= before.length) written += this.#file.run(sql.insert, key, n, ...columns.map(of(row)));
      else if (changed.length > 0) written += this.#file.run(sql.update(changed), ...changed.map(of(row)), key, n);
    }
    if (rows.length < before.length) written += this.#file.run(sql.deleteFrom, key, rows.length);
    if (written === 0) return false;
    this.#keep(placeOf(table, key), rows);
    this.#versions.set(table, (this.#versions.get(table) ?? 0) + 1);
    return true;
  }

  forget(): void {
    this.#kept.clear();
    this.#answers.clear();
  }

  #keep(place: string, rows: readonly Row[]): readonly Row[] {
    const kept = frozen(rows);
    this.#kept.set(place, kept);
    return kept;
  }
}

const frozen = (rows: readonly Row[]): readonly Row[] => Object.freeze(rows.map((row) => Object.freeze({ ...row })));

const of =
  (row: Row) =>
  (column: string): Value =>
    row[column]!;

/** Names of tables have no spaces. */
const placeOf = (table: string, key: string): string => `${table} ${key}`;

const COLUMNS = `SELECT name, lower(type) AS type FROM pragma_table_info(?) WHERE name NOT LIKE '#%'`;
