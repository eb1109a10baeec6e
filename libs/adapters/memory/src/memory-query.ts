import type { Row } from '@edict/kernel';
import { compare, type Query, type Tally, type Value } from '@edict/runtime';

export type Placed = Readonly<{ key: string; row: Row }>;
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

/** How many rows have the same values in some columns, in the order of these. */
export const tallied = (rows: readonly Row[], by: readonly string[]): readonly Tally[] => {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(by.map((column) => row[column])));
  const tallies = [...groups].map(([values, own]) => ({ values: JSON.parse(values) as Value[], count: own.length }));
  return tallies.sort((a, b) => a.values.map((value, n) => compare(value, b.values[n]!)).find(Boolean) ?? 0);
};
