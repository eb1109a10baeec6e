import type { Row } from '@edict/kernel';
import type { Condition, Query, Range } from '@edict/runtime';

import { compare } from './compare.ts';

export type Placed = Readonly<{ key: string; row: Row }>;
type Value = Row[string];

type Matches = (row: Row) => boolean;

/** Whether a row is among those that are asked for, wherever it comes. */
export const matcher = ({ where = {}, within = {}, containing = {}, among = {} }: Condition): Matches => {
  const equals = Object.entries(where);
  const ranges = Object.entries(within);
  const texts = Object.entries(containing);
  const lists = Object.entries(among).map(([column, all]) => [column, new Set(all)] as const);
  return (row) =>
    equals.every(([column, value]) => row[column] === value) &&
    ranges.every(([column, range]) => liesIn(row[column]!, range)) &&
    texts.every(
      ([column, parts]) => typeof row[column] === 'string' && parts.every((part) => contains(row[column]!, part)),
    ) &&
    lists.every(([column, all]) => isAmong(row[column]!, all));
};

const isAmong = (list: Value, all: ReadonlySet<string>): boolean =>
  typeof list === 'string' && (JSON.parse(list) as string[]).every((text) => all.has(text));

const contains = (value: Value, part: string): boolean => typeof value === 'string' && value.includes(part);

const liesIn = (value: Value, { from, below }: Range): boolean =>
  value !== null &&
  (from === undefined || compare(value, from) >= 0) &&
  (below === undefined || compare(value, below) < 0);

/** By the columns of the order and then by key. */
export const orderOf =
  ({ orderBy = [] }: Query) =>
  (a: Placed, b: Placed): number =>
    orderBy.map((column) => compare(a.row[column]!, b.row[column]!)).find(Boolean) ?? compare(a.key, b.key);

/** Whether a row comes after the place that is asked for, as if a row stood there. */
export const beyond = (query: Query): ((placed: Placed) => boolean) => {
  const { after, orderBy = [], backwards = false } = query;
  if (!after) return () => true;
  const place = { key: after.key, row: Object.fromEntries(orderBy.map((column, n) => [column, after.values[n]!])) };
  const inOrder = orderOf(query);
  return (placed) => (backwards ? inOrder(placed, place) < 0 : inOrder(placed, place) > 0);
};
