import type { Condition as Wanted, Filter, Range, Value } from '@edict/runtime';

import { quoted } from './names.ts';
import type { Parameters } from './parameters.ts';

/** What of a query says which rows are wanted, wherever they come: conditions that all hold. */
export const filtering = (
  table: string,
  { belongsTo, ...condition }: Filter,
  parameters: Parameters,
): readonly string[] => [
  ...meeting(table, condition, parameters),
  ...(belongsTo ? [belonging(table, belongsTo, parameters)] : []),
];

/** `=` finds no null, and only `=` and `IS NULL` use an index. */
export const alike = (column: string, value: Value, parameters: Parameters): string =>
  value === null ? `${column} IS NULL` : `${column} = ${parameters.put(value)}`;

/** Other tables come in, so columns are named with their own. */
const meeting = (
  table: string,
  { where = {}, within = {}, containing = {}, among = {} }: Wanted,
  parameters: Parameters,
): readonly string[] => {
  const of = (column: string): string => `${quoted(table)}.${quoted(column)}`;
  return [
    ...Object.entries(where).map(([column, value]) => alike(of(column), value, parameters)),
    ...Object.entries(within).flatMap(([column, range]) => lying(of(column), range, parameters)),
    ...Object.entries(containing).flatMap(([column, texts]) =>
      ['', ...texts].map((text) => `strpos(${of(column)}, ${parameters.put(text)}) > 0`),
    ),
    ...Object.entries(among).map(([column, texts]) => isAmong(of(column), texts, parameters)),
  ];
};

const lying = (column: string, { from, below }: Range, parameters: Parameters): readonly string[] => [
  ...(from === undefined ? [] : [`${column} >= ${parameters.put(from)}`]),
  ...(below === undefined ? [] : [`${column} < ${parameters.put(below)}`]),
  ...(from === undefined && below === undefined ? [`${column} IS NOT NULL`] : []),
];

/** Most lists are empty, and need not be taken apart. */
const isAmong = (column: string, texts: readonly string[], parameters: Parameters): string => {
  const listed = `SELECT 1 FROM json_array_elements_text(${column}::json) AS listed (text)`;
  const other = `${listed} WHERE text <> ALL (${parameters.putAll(texts)})`;
  return `CASE WHEN ${column} IS NULL THEN false WHEN ${column} = '[]' THEN true ELSE NOT EXISTS (${other}) END`;
};

/** For each row one look at its owner, by key: never at all owners. */
const belonging = (
  table: string,
  { column, table: owner, condition }: NonNullable<Filter['belongsTo']>,
  parameters: Parameters,
): string => {
  const own = `"#owner"."#key" = ${quoted(table)}.${quoted(column)}`;
  const all = [own, ...meeting('#owner', condition, parameters)].join(' AND ');
  return `EXISTS (SELECT 1 FROM ${quoted(owner)} AS "#owner" WHERE ${all})`;
};
