import type { Condition as Wanted, Filter, Range } from '@edict/runtime';

import { quoted, type Condition } from './condition.ts';

/** What of a query says which rows are wanted, wherever they come. */
export const filtering = (table: string, { belongsTo, ...condition }: Filter): readonly Condition[] => [
  ...meeting(table, condition),
  ...(belongsTo ? [belonging(table, belongsTo)] : []),
];

/** The same rows, where all of them are gone through: the owners are then looked for once, and not once for each row. */
export const counting = (table: string, { belongsTo, ...condition }: Filter): readonly Condition[] => [
  ...meeting(table, condition),
  ...(belongsTo ? [amongOwners(table, belongsTo)] : []),
];

const amongOwners = (
  table: string,
  { column, table: owner, condition }: NonNullable<Filter['belongsTo']>,
): Condition => {
  const all = meeting('#owner', condition);
  const those = all.length > 0 ? `WHERE ${all.map(({ sql }) => sql).join(' AND ')}` : '';
  const sql = `${quoted(table)}.${quoted(column)} IN (SELECT "#owner"."#key" FROM ${quoted(owner)} AS "#owner" ${those})`;
  return { sql, values: all.flatMap(({ values }) => values) };
};

/** `IS` is an `=` that also finds null; it uses the same indexes. Other tables come in, so columns are named with their own. */
const meeting = (
  table: string,
  { where = {}, within = {}, containing = {}, among = {} }: Wanted,
): readonly Condition[] => {
  const of = (column: string): string => `${quoted(table)}.${quoted(column)}`;
  return [
    ...Object.entries(where).map(([column, value]) => ({ sql: `${of(column)} IS ?`, values: [value] })),
    ...Object.entries(within).flatMap(([column, range]) => lying(of(column), range)),
    ...Object.entries(containing).flatMap(([column, texts]) => having(of(column), texts)),
    ...Object.entries(among).map(([column, texts]) => isAmong(of(column), texts)),
  ];
};

const lying = (column: string, { from, below }: Range): readonly Condition[] => [
  ...(from === undefined ? [] : [{ sql: `${column} >= ?`, values: [from] }]),
  ...(below === undefined ? [] : [{ sql: `${column} < ?`, values: [below] }]),
  ...(from === undefined && below === undefined ? [{ sql: `${column} IS NOT NULL`, values: [] }] : []),
];

const having = (column: string, texts: readonly string[]): readonly Condition[] =>
  ['', ...texts].map((text) => ({ sql: `instr(${column}, ?) > 0`, values: [text] }));

/** Most lists are empty, and need not be taken apart. */
const isAmong = (column: string, texts: readonly string[]): Condition => {
  const others = `SELECT 1 FROM json_each(${column}) WHERE value NOT IN (SELECT value FROM json_each(?))`;
  const sql = `(${column} = '[]' OR (${column} IS NOT NULL AND NOT EXISTS (${others})))`;
  return { sql, values: [JSON.stringify(texts)] };
};

/** For each row one look at its owner, by key: never at all owners. */
const belonging = (table: string, { column, table: owner, condition }: NonNullable<Filter['belongsTo']>): Condition => {
  const own = { sql: `"#owner"."#key" = ${quoted(table)}.${quoted(column)}`, values: [] };
  const all = [own, ...meeting('#owner', condition)];
  const sql = `EXISTS (SELECT 1 FROM ${quoted(owner)} AS "#owner" WHERE ${all.map((each) => each.sql).join(' AND ')})`;
  return { sql, values: all.flatMap(({ values }) => values) };
};
