import type { Query, Table, Value } from '@edict/runtime';

import { afterPlace } from './after-place.ts';
import { quoted, type Condition } from './condition.ts';

export type ViewSql = Readonly<{
  create: readonly string[];
  /** Takes the key, the row's place under it, and the values of the columns in the order of the table. */
  insert: string;
  deleteByKey: string;
  selectByKey: string;
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
    deleteByKey: `DELETE FROM ${table} WHERE "#key" = ?`,
    selectByKey: `SELECT ${list(names)} FROM ${table} WHERE "#key" = ? ORDER BY "#n"`,
  };
};

export type Selection = Readonly<{ sql: string; values: readonly Value[] }>;

/** `IS` is an `=` that also finds null; it uses the same indexes. */
export const select = ({ name, columns }: Table, query: Query): Selection => {
  const { orderBy = [], backwards = false, limit = Number.MAX_SAFE_INTEGER } = query;
  const conditions = conditionsOf(query);
  const filter = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
  const order = [...orderBy, ...OWN].map((column) => `${quoted(column)}${backwards ? ' DESC' : ''}`).join(', ');
  const sql = `SELECT ${list(Object.keys(columns))} FROM ${quoted(name)} ${filter} ORDER BY ${order} LIMIT ?`;
  return { sql, values: [...conditions.flatMap(({ values }) => values), Math.min(limit, Number.MAX_SAFE_INTEGER)] };
};

const conditionsOf = ({ where = {}, within = {}, containing = {}, ...order }: Query): readonly Condition[] => [
  ...Object.entries(where).map(([column, value]) => ({ sql: `${quoted(column)} IS ?`, values: [value] })),
  ...Object.entries(within).flatMap(([column, { from, below }]) => [
    ...(from === undefined ? [] : [{ sql: `${quoted(column)} >= ?`, values: [from] }]),
    ...(below === undefined ? [] : [{ sql: `${quoted(column)} < ?`, values: [below] }]),
    ...(from === undefined && below === undefined ? [{ sql: `${quoted(column)} IS NOT NULL`, values: [] }] : []),
  ]),
  ...Object.entries(containing).flatMap(([column, texts]) =>
    ['', ...texts].map((text) => ({ sql: `instr(${quoted(column)}, ?) > 0`, values: [text] })),
  ),
  ...afterPlace(order),
];
