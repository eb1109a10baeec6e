import type { Query, Value } from '@edict/runtime';

import { alike } from './filtering.ts';
import { quoted } from './names.ts';
import type { Parameters } from './parameters.ts';

type Step = Readonly<{ column: string; value: Value }>;
type Order = Pick<Query, 'after' | 'orderBy' | 'backwards'>;

/**
 * What comes after a place in the order. Where nothing in the place is null, one comparison of row values says it, and an index begins
 * right there: what is null in a row makes it untrue, and comes before. Else it is said step by step: further in the first column, or alike
 * there and further in the second, and so on.
 */
export const afterPlace = (
  { after, orderBy = [], backwards = false }: Order,
  parameters: Parameters,
): readonly string[] => {
  if (!after) return [];
  const place = orderBy.map((column, n): Step => ({ column: quoted(column), value: after.values[n]! }));
  const steps = [...place, { column: quoted('#key'), value: after.key }];
  if (!backwards && steps.every(({ value }) => value !== null)) return [asRow(steps, parameters)];
  const further = backwards ? before : beyond;
  const ways = steps.flatMap((step, n) =>
    further(step, parameters).map((last) =>
      [...steps.slice(0, n).map(({ column, value }) => alike(column, value, parameters)), last].join(' AND '),
    ),
  );
  return [`(${ways.map((way) => `(${way})`).join(' OR ')})`];
};

const asRow = (steps: readonly Step[], parameters: Parameters): string =>
  `(${steps.map(({ column }) => column).join(', ')}) > (${steps.map(({ value }) => parameters.put(value)).join(', ')})`;

/** Null comes first: everything else is beyond it. */
const beyond = ({ column, value }: Step, parameters: Parameters): readonly string[] =>
  value === null ? [`${column} IS NOT NULL`] : [`${column} > ${parameters.put(value)}`];

const before = ({ column, value }: Step, parameters: Parameters): readonly string[] =>
  value === null ? [] : [`(${column} < ${parameters.put(value)} OR ${column} IS NULL)`];
