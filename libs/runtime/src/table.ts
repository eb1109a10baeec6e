import { canonical, type Row } from '@edict/kernel';

import type { Change, Condition, Filter, Query, Range, Table } from './views.ts';

/** Also a promise to adapters: what begins with any other character, `#` for instance, is free for their own columns and tables. */
const NAME = /^[a-z_][a-zA-Z0-9_]*$/;

/** The tables that were named, and what may be done with them. Whatever it refuses is a `TypeError`. */
export class Tables {
  readonly #byName = new Map<string, Table>();

  add(table: Table): void {
    const { name, columns, indexes } = table;
    for (const each of [name, ...Object.keys(columns)])
      if (!NAME.test(each)) throw new TypeError(`Not a name for a table or a column: ${JSON.stringify(each)}.`);
    for (const column of indexes.flat()) checkColumn(table, column);
    const known = this.#byName.get(name) ?? table;
    if (canonical(known.columns) !== canonical(columns)) throw new TypeError(`${name} was named with other columns.`);
    this.#byName.set(name, table);
  }

  of(name: string): Table {
    const table = this.#byName.get(name);
    if (!table) throw new TypeError(`No table ${name} was prepared.`);
    return table;
  }

  /** Before the first row is touched, so that half a change is never made. */
  check({ rows = [] }: Change): void {
    for (const replacement of rows) {
      const table = this.of(replacement.table);
      for (const row of replacement.rows) checkRow(table, row);
    }
  }

  /** The table that is asked. */
  asked(name: string, query: Query): Table {
    const table = this.of(name);
    checkCondition(table, query);
    if (query.belongsTo) this.#checkOwner(table, query.belongsTo);
    for (const column of query.orderBy ?? []) checkColumn(table, column);
    checkPlace(table, query);
    return table;
  }

  /** The table that is counted in. */
  counted(name: string, by: readonly string[], filter: Filter): Table {
    const table = this.asked(name, filter);
    if (by.length === 0) throw new TypeError('Rows are counted by some column.');
    for (const column of by) checkColumn(table, column);
    return table;
  }

  #checkOwner(table: Table, { column, table: owner, condition }: NonNullable<Query['belongsTo']>): void {
    checkColumn(table, column);
    checkCondition(this.of(owner), condition);
  }
}

const checkCondition = (table: Table, { where = {}, within = {}, containing = {}, among = {} }: Condition): void => {
  for (const [column, value] of Object.entries(where)) checkValue(table, column, value);
  for (const [column, range] of Object.entries(within)) checkRange(table, column, range);
  for (const [column, texts] of [...Object.entries(containing), ...Object.entries(among)])
    checkTexts(table, column, texts);
};

const checkRange = (table: Table, column: string, range: Range): void => {
  checkColumn(table, column);
  for (const bound of ['from', 'below'] as const)
    if (range[bound] !== undefined) checkBound(table, column, range[bound]);
};

const checkBound = (table: Table, column: string, value: unknown): void => {
  if (value === null) throw new TypeError(`${table.name}.${column}: null is no bound of a range.`);
  checkValue(table, column, value);
};

const checkTexts = (table: Table, column: string, texts: readonly unknown[]): void => {
  checkColumn(table, column);
  if (table.columns[column] !== 'text' || !texts.every(isText))
    throw new TypeError(`${table.name}.${column} is not asked for what it contains.`);
};

const checkPlace = (table: Table, { after, orderBy = [] }: Query): void => {
  if (!after) return;
  if (after.values.length !== orderBy.length)
    throw new TypeError('A place has one value for each column of the order.');
  for (const [n, column] of orderBy.entries()) checkValue(table, column, after.values[n]);
  if (!isText(after.key)) throw new TypeError('A place names a key.');
};

const checkRow = (table: Table, row: Row): void => {
  for (const column of Object.keys(table.columns)) checkValue(table, column, row[column]);
  for (const column of Object.keys(row)) checkColumn(table, column);
};

const checkColumn = ({ name, columns }: Table, column: string): void => {
  if (!Object.hasOwn(columns, column)) throw new TypeError(`${name} has no column ${JSON.stringify(column)}.`);
};

const checkValue = (table: Table, column: string, value: unknown): void => {
  checkColumn(table, column);
  const fits = table.columns[column] === 'integer' ? Number.isSafeInteger(value) : isText(value);
  if (!fits && value !== null) throw new TypeError(`${table.name}.${column} holds ${table.columns[column]} or null.`);
};

/** A lone surrogate has no UTF-8, so no database would give it back. */
const isText = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed();
