import type { Query, Value } from '@edict/runtime';

import { quoted, type Condition } from './condition.ts';

type Step = Readonly<{ column: string; value: Value }>;
type Order = Pick<Query, 'after' | 'orderBy' | 'backwards'>;

/**
 * What comes after a place in the order. Where nothing in the place is null, one comparison of row values says it, and an index begins
 * right there: what is null in a row makes it untrue, and comes before. Else it is said step by step: further in the first column, or alike
 * there and further in the second, and so on, with the first column's bound once more by itself, for the index.
 */
export const afterPlace = ({ after, orderBy = [], backwards = false }: Order): readonly Condition[] => {
  if (!after) return [];
  const place = orderBy.map((column, n): Step => ({ column, value: after.values[n]! }));
  const steps = [...place, { column: '#key', value: after.key }];
  if (!backwards && steps.every(({ value }) => value !== null)) return [asRow(steps)];
  const further = backwards ? before : beyond;
  const ways = steps.flatMap((step, n) => further(step).map((last) => all([...steps.slice(0, n).map(alike), last])));
  return [...boundOf(place[0], backwards), any(ways)];
};

const asRow = (steps: readonly Step[]): Condition => ({
  sql: `(${steps.map(({ column }) => quoted(column)).join(', ')}) > (${steps.map(() => '?').join(', ')})`,
  values: steps.map(({ value }) => value),
});

const boundOf = (first: Step | undefined, backwards: boolean): readonly Condition[] =>
  first === undefined || first.value === null || backwards
    ? []
    : [{ sql: `${quoted(first.column)} >= ?`, values: [first.value] }];

const alike = ({ column, value }: Step): Condition => ({ sql: `${quoted(column)} IS ?`, values: [value] });

/** Null comes first: everything else is beyond it. */
const beyond = ({ column, value }: Step): readonly Condition[] =>
  value === null
    ? [{ sql: `${quoted(column)} IS NOT NULL`, values: [] }]
    : [{ sql: `${quoted(column)} > ?`, values: [value] }];

const before = ({ column, value }: Step): readonly Condition[] =>
  value === null ? [] : [{ sql: `(${quoted(column)} < ? OR ${quoted(column)} IS NULL)`, values: [value] }];

const all = (conditions: readonly Condition[]): Condition => joined(conditions, ' AND ');
const any = (conditions: readonly Condition[]): Condition => joined(conditions, ' OR ');

const joined = (conditions: readonly Condition[], word: string): Condition => ({
  sql: `(${conditions.map(({ sql }) => sql).join(word)})`,
  values: conditions.flatMap(({ values }) => values),
});
