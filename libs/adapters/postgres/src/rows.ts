import type { Row } from '@edict/kernel';
import { ALARM, type Replacement, type Table, type Tally } from '@edict/runtime';

import { int4Array, int8Array, textArray } from './arrays.ts';
import type { Found, Query, Value } from './database.ts';
import { fromStored, toStored } from './text.ts';
import type { ViewSql } from './view-sql.ts';

/** What is put under keys of one table, all at once. Of a key that is replaced twice, the last replacement counts. */
export const replaceRows = async (
  query: Query,
  table: Table,
  sql: ViewSql,
  replacements: readonly Replacement[],
): Promise<void> => {
  const byKey = new Map(replacements.map(({ key, rows }) => [toStored(key), rows]));
  const keys = textArray([...byKey.keys()]);
  const placed = [...byKey].flatMap(([key, rows]) => rows.map((row, n) => ({ key, n, row })));
  await query(sql.deleteByKeys, [keys]);
  if (placed.length > 0)
    await query(sql.insert, [
      textArray(placed.map(({ key }) => key)),
      int4Array(placed.map(({ n }) => n)),
      ...columnsOf(
        table,
        placed.map(({ row }) => row),
      ),
    ]);
  if (table.name === ALARM.name) for (const step of KEEP_RINGS) await query(step, [keys]);
};

const columnsOf = ({ columns }: Table, rows: readonly Row[]): readonly Value[] =>
  Object.entries(columns).map(([column, type]) => {
    const values = rows.map((row) => row[column] ?? null);
    return type === 'integer' ? int8Array(values as (number | null)[]) : textArray(values.map(textOrNull));
  });

const textOrNull = (value: unknown): string | null => (value === null ? null : toStored(value as string));

export const rowOf = ({ columns }: Table, found: Found): Row =>
  Object.fromEntries(Object.keys(columns).map((column) => [column, read(found[column])]));

export const tallyOf = (by: readonly string[], found: Found): Tally => ({
  values: by.map((column) => read(found[column])),
  count: Number(found['#count']),
});

const read = (value: unknown): string | number | null =>
  typeof value === 'string' ? fromStored(value) : (value as number | null);

/** A deferral goes with its alarm from one replacement of the rows to the next, and no further. */
const keepRings = (stream: string, key: string): readonly string[] => [
  `DELETE FROM "#ring" AS r WHERE ${stream} AND NOT EXISTS (SELECT 1 FROM alarm WHERE "#key" = stream AND alarm.key = r.key)`,
  `INSERT INTO "#ring" AS r (stream, key, at)
     SELECT DISTINCT ON ("#key", key) "#key", key, at FROM alarm WHERE ${key} ORDER BY "#key", key, "#n" DESC
   ON CONFLICT (stream, key) DO UPDATE SET at = excluded.at WHERE r.at <> excluded.at`,
];

const KEEP_RINGS = keepRings('stream = ANY ($1::text[])', '"#key" = ANY ($1::text[])');

/** The same for all streams. */
export const KEEP_ALL_RINGS = keepRings('true', 'true');
