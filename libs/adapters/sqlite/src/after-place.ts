import type { Query, Value } from '@edict/runtime';

import { quoted, type Condition } from './condition.ts';

type Step = Readonly<{ column: string; value: Value }>;
type Order = Pick<Query, 'after' | 'orderBy' | 'backwards'>;

/**
 * What comes after a place in the order: further in the first column, or alike there and further in the second, and so on. A comparison of
 * row values would say the same, but knows no null. The first column's bound is said once more by itself: only then an index begins there.
 */
export const afterPlace = ({ after, orderBy = [], backwards = false }: Order): readonly Condition[] => {
  if (!after) return [];
  const place = orderBy.map((column, n): Step => ({ column, value: after.values[n]! }));
  const steps = [...place, { column: '#key', value: after.key }];
  const further = backwards ? before : beyond;
  const ways = steps.flatMap((step, n) => further(step).map((last) => all([...steps.slice(0, n).map(alike), last])));
  return [...boundOf(place[0], backwards), any(ways)];
};

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
