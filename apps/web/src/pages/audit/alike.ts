import type { EventLine } from '../../api/tasks.ts';

export type Alike = Readonly<{ type: string; times: number; first: string; last: string }>;

/** What happened more than once is one line; in the order in which it first happened. */
export const alike = (lines: readonly EventLine[]): readonly Alike[] =>
  [...Map.groupBy(lines, ({ type }) => type)].map(([type, each]) => ({
    type,
    times: each.length,
    first: each[0]?.at ?? '',
    last: each.at(-1)?.at ?? '',
  }));
