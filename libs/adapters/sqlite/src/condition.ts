import type { Value } from '@edict/runtime';

/** A condition and the values of its parameters, in their order. */
export type Condition = Readonly<{ sql: string; values: readonly Value[] }>;

/** Names were checked when the table was named; quoting is for those that are also words of SQL. */
export const quoted = (name: string): string => `"${name}"`;
