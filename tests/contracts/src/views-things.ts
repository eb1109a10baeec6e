import type { Row } from '@edict/kernel';
import type { Replacement, Table } from '@edict/runtime';

/** `key`, `order` and `rowid` are there to collide with what an adapter might call its own columns. */
export const THING: Table = {
  name: 'thing_v1',
  columns: { key: 'text', order: 'integer', rowid: 'text' },
  indexes: [['rowid', 'order'], ['order']],
};
export const OTHER: Table = { name: 'other_v1', columns: { name: 'text' }, indexes: [] };

export const thing = (key: string | null, order: number | null = null, rowid: string | null = null): Row => ({
  key,
  order,
  rowid,
});
export const put = (key: string, ...rows: readonly Row[]): Replacement => ({ table: THING.name, key, rows });
