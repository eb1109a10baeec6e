import { ALARM, LeaseLost, type Lease } from '@edict/runtime';

import { lock } from './migrate.ts';
import type { PostgresViews } from './postgres-views.ts';
import { KEEP_ALL_RINGS } from './rows.ts';

/**
 * Puts tables that were built anew, in a schema beside, in the place of the live ones, in one transaction: a reader sees the old or the new,
 * never a part of either. Each table has the name of the group that writes it. Whoever works on the live one is fenced off, as what
 * he has loaded is of the old one, and acquires his lease anew. `false`: those beside have not got as far yet, and nothing has changed.
 * Throws `LeaseLost` where another builds them by now than who holds one of `leases`.
 */
export const swapIn = (beside: PostgresViews, live: PostgresViews, leases: readonly Lease[]): Promise<boolean> => {
  const tables = leases.map(({ name }) => name);
  const [from, to] = [beside.database.schema, live.database.schema];
  return live.database.transaction(async (query) => {
    await lock(query, to);
    const names = JSON.stringify(tables);
    await query(LOCK_GROUPS, [names]);
    for (const { name, epoch } of leases)
      if ((await query(ledSql(from), [name, epoch])).length === 0) throw new LeaseLost(`${name} is built by another.`);
    const [behind] = await query(behindSql(from), [names]);
    if (behind) return false;
    for (const table of tables)
      await query(`DROP TABLE "${table}"; ALTER TABLE "${from}"."${table}" SET SCHEMA "${to}"`);
    await query(fenceSql(from), [names]);
    await query(`DELETE FROM "#parked" WHERE ${NAMED}`, [names]);
    if (tables.includes(ALARM.name)) for (const step of KEEP_ALL_RINGS) await query(step);
    await query(`DROP SCHEMA "${from}" CASCADE`);
    return true;
  });
};

const NAMED = 'name IN (SELECT json_array_elements_text($1))';
const LOCK_GROUPS = `SELECT name FROM "#group" WHERE ${NAMED} ORDER BY name FOR UPDATE`;

const ledSql = (from: string): string => `SELECT 1 FROM "${from}"."#group" WHERE name = $1 AND epoch = $2 FOR UPDATE`;

const behindSql = (from: string): string => `
  SELECT name FROM "#group" AS live WHERE ${NAMED}
  AND reached > coalesce((SELECT reached FROM "${from}"."#group" AS b WHERE b.name = live.name), '')`;

const fenceSql = (from: string): string => `
  INSERT INTO "#group" AS live (name, reached, epoch) SELECT name, reached, 1 FROM "${from}"."#group" WHERE ${NAMED}
  ON CONFLICT (name) DO UPDATE SET epoch = live.epoch + 1, until = 0, reached = excluded.reached`;
