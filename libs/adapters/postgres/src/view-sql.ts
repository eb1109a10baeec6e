import { createHash } from 'node:crypto';

import type { Filter, Query, Table } from '@edict/runtime';

import { afterPlace } from './after-place.ts';
import type { Value } from './database.ts';
import { filtering } from './filtering.ts';
import { list, quoted } from './names.ts';
import { Parameters } from './parameters.ts';

export type ViewSql = Readonly<{
  create: string;
  /** By their names, so that those which are there already are left alone. */
  indexes: ReadonlyMap<string, string>;
  /** Takes arrays: the keys, each row's place under its key, then each column of the table in its order. */
  insert: string;
  deleteByKeys: string;
}>;

/** `#key` is the key that rows are under, `#n` their order there. */
const OWN = ['#key', '#n'];

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
  };
};

/** PostgreSQL cuts names off after 63 bytes, and two that were cut may be the same. */
const indexName = (name: string): string =>
  name.length <= 63 ? name : `${name.slice(0, 50)}#${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;

export type Selection = Readonly<{ sql: string; values: readonly Value[] }>;

export const select = ({ name, columns }: Table, query: Query): Selection => {
  const { orderBy = [], backwards = false, limit = Infinity } = query;
  const parameters = new Parameters();
  const conditions = [...filtering(name, query, parameters), ...afterPlace(query, parameters)];
  const filter = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const [nulls, own] = backwards ? ['DESC NULLS LAST', 'DESC'] : ['NULLS FIRST', ''];
  const order = [
    ...orderBy.map((column) => `${quoted(column)} ${nulls}`),
    ...OWN.map((each) => `${quoted(each)} ${own}`),
  ];
  const end = parameters.put(limit === Infinity ? null : limit);
  const sql = `SELECT ${list(Object.keys(columns))} FROM ${quoted(name)} ${filter} ORDER BY ${order.join(', ')} LIMIT ${end}`;
  return { sql, values: parameters.values };
};

export const selectByKeys = ({ name, columns }: Table, keys: readonly string[], filter: Filter = {}): Selection => {
  const parameters = new Parameters();
  const own = `${quoted(name)}."#key" = ANY (${parameters.putAll(keys)})`;
  const conditions = [own, ...filtering(name, filter, parameters)].join(' AND ');
  const sql = `SELECT ${list(['#key', ...Object.keys(columns)])} FROM ${quoted(name)} WHERE ${conditions} ORDER BY "#key", "#n"`;
  return { sql, values: parameters.values };
};

export const countBy = ({ name }: Table, by: readonly string[], filter: Filter): Selection => {
  const parameters = new Parameters();
  const conditions = filtering(name, filter, parameters);
  const those = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const order = by.map((column) => `${quoted(column)} NULLS FIRST`).join(', ');
  const sql = `SELECT ${list(by)}, count(*) AS "#count" FROM ${quoted(name)} ${those} GROUP BY ${list(by)} ORDER BY ${order}`;
  return { sql, values: parameters.values };
};
