import type { Filter, Query, Table, Value } from '@edict/runtime';

import { afterPlace } from './after-place.ts';
import { quoted } from './condition.ts';
import { counting, filtering } from './filtering.ts';

export type ViewSql = Readonly<{
  create: readonly string[];
  /** Takes the key, the row's place under it, and the values of the columns in the order of the table. */
  insert: string;
  /** Takes the key, and the place of the first row under it that goes. */
  deleteFrom: string;
  selectByKey: string;
  /** Takes the values of these columns in their order, the key, and the row's place under it. */
  update(columns: readonly string[]): string;
}>;

/** `#key` is the key that rows are under, `#n` their order there. The rows lie in the file in that order: `load` is one look-up. */
const OWN = ['#key', '#n'];

const list = (names: readonly string[]): string => names.map(quoted).join(', ');

export const sqlFor = ({ name, columns, indexes }: Table): ViewSql => {
  const table = quoted(name);
  const names = Object.keys(columns);
  const all = [...OWN, ...names];
  const declared = Object.entries(columns).map(([column, type]) => `, ${quoted(column)} ${type.toUpperCase()}`);
  const own = `"#key" TEXT NOT NULL, "#n" INTEGER NOT NULL${declared.join('')}, PRIMARY KEY (${list(OWN)})`;
  const index = (on: readonly string[]) =>
    `CREATE INDEX IF NOT EXISTS ${quoted([name, ...on].join('#'))} ON ${table} (${list(on)})`;
  return {
    create: [`CREATE TABLE IF NOT EXISTS ${table} (${own}) STRICT, WITHOUT ROWID`, ...indexes.map(index)],
    insert: `INSERT INTO ${table} (${list(all)}) VALUES (${all.map(() => '?').join(', ')})`,
    deleteFrom: `DELETE FROM ${table} WHERE "#key" = ? AND "#n" >= ?`,
    selectByKey: `SELECT ${list(names)} FROM ${table} WHERE "#key" = ? ORDER BY "#n"`,
    update: (changed) =>
      `UPDATE ${table} SET ${changed.map((column) => `${quoted(column)} = ?`).join(', ')} WHERE "#key" = ? AND "#n" = ?`,
  };
};

export type Selection = Readonly<{ sql: string; values: readonly Value[] }>;

export const select = ({ name, columns }: Table, query: Query): Selection => {
  const { orderBy = [], backwards = false, limit = Number.MAX_SAFE_INTEGER } = query;
  const conditions = [...filtering(name, query), ...afterPlace(query)];
  const filter = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
  const order = [...orderBy, ...OWN].map((column) => `${quoted(column)}${backwards ? ' DESC' : ''}`).join(', ');
  const sql = `SELECT ${list(Object.keys(columns))} FROM ${quoted(name)} ${filter} ORDER BY ${order} LIMIT ?`;
  return { sql, values: [...conditions.flatMap(({ values }) => values), Math.min(limit, Number.MAX_SAFE_INTEGER)] };
};

/** Null comes first, as in every order. */
export const countBy = ({ name }: Table, by: readonly string[], filter: Filter): Selection => {
  const conditions = counting(name, filter);
  const those = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
  const sql = `SELECT ${list(by)}, COUNT(*) AS "#count" FROM ${quoted(name)} ${those} GROUP BY ${list(by)} ORDER BY ${list(by)}`;
  return { sql, values: conditions.flatMap(({ values }) => values) };
};
