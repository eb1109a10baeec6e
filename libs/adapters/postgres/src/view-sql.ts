import { createHash } from 'node:crypto';

import type { Query, Table } from '@edict/runtime';

export type ViewSql = Readonly<{
  create: string;
  /** By their names, so that those which are there already are left alone. */
  indexes: ReadonlyMap<string, string>;
  /** Takes arrays: the keys, each row's place under its key, then each column of the table in its order. */
  insert: string;
  deleteByKeys: string;
  selectByKeys: string;
}>;

/** `#key` is the key that rows are under, `#n` their order there. */
const OWN = ['#key', '#n'];

/** Names were checked when the table was named; quoting is for those that are also words of SQL. */
const quoted = (name: string): string => `"${name}"`;
const list = (names: readonly string[]): string => names.map(quoted).join(', ');
const nullsFirst = (names: readonly string[]): string => names.map((name) => `${quoted(name)} NULLS FIRST`).join(', ');

/** Compared byte by byte, which in UTF-8 is by code points, whatever the language of the database. */
const DECLARED = { text: 'TEXT COLLATE "C"', integer: 'BIGINT' } as const;
const ARRAY = { text: 'text[]', integer: 'bigint[]' } as const;

export const sqlFor = ({ name, columns, indexes }: Table): ViewSql => {
  const table = quoted(name);
  const names = Object.keys(columns);
  const all = [...OWN, ...names];
  const declared = Object.entries(columns).map(([column, type]) => `, ${quoted(column)} ${DECLARED[type]}`);
  const own = `"#key" ${DECLARED.text} NOT NULL, "#n" INTEGER NOT NULL${declared.join('')}, PRIMARY KEY (${list(OWN)})`;
  const arrays = ['text[]', 'int[]', ...Object.values(columns).map((type) => ARRAY[type])];
  const index = (on: readonly string[]) => {
    const as = indexName([name, ...on].join('#'));
    return [as, `CREATE INDEX ${quoted(as)} ON ${table} (${nullsFirst(on)}, ${list(OWN)})`] as const;
  };
  return {
    create: `CREATE TABLE ${table} (${own})`,
    indexes: new Map(indexes.map(index)),
    insert: `INSERT INTO ${table} (${list(all)}) SELECT * FROM unnest(${arrays.map((type, n) => `$${n + 1}::${type}`).join(', ')})`,
    deleteByKeys: `DELETE FROM ${table} WHERE "#key" = ANY ($1::text[])`,
    selectByKeys: `SELECT ${list(['#key', ...names])} FROM ${table} WHERE "#key" = ANY ($1::text[]) ORDER BY "#key", "#n"`,
  };
};

/** PostgreSQL cuts names off after 63 bytes, and two that were cut may be the same. */
const indexName = (name: string): string =>
  name.length <= 63 ? name : `${name.slice(0, 50)}#${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;

/** Takes the values of `where` in their order, without those that are null, and then the limit. */
export const select = ({ name, columns }: Table, { where = {}, orderBy = [] }: Query): string => {
  let n = 0;
  const wanted = Object.entries(where).map(([column, value]) => {
    return value === null ? `${quoted(column)} IS NULL` : `${quoted(column)} = $${++n}`;
  });
  const filter = wanted.length > 0 ? `WHERE ${wanted.join(' AND ')}` : '';
  const order = [...orderBy.map((column) => `${quoted(column)} NULLS FIRST`), list(OWN)].join(', ');
  return `SELECT ${list(Object.keys(columns))} FROM ${quoted(name)} ${filter} ORDER BY ${order} LIMIT $${n + 1}`;
};
