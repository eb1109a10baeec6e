import type { Row } from '@edict/kernel';

import { compare } from './compare.ts';
import type { Condition, Filter, Range } from './views.ts';

type Value = Row[string];

type Matches = (row: Row) => boolean;

/** Whether a row is among those that are asked for, wherever it comes. `under`: the rows that another table has under a key. */
export const filterer = (
  { belongsTo, ...condition }: Filter,
  under: (table: string, key: string) => readonly Row[],
): Matches => {
  const matches = matcher(condition);
  if (!belongsTo) return matches;
  const isOwner = matcher(belongsTo.condition);
  return (row) => matches(row) && under(belongsTo.table, String(row[belongsTo.column])).some(isOwner);
};

const matcher = ({ where = {}, within = {}, containing = {}, among = {} }: Condition): Matches => {
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
