import type { Beside, Table } from '@edict/runtime';

import type { Url } from './connecting.ts';
import { PostgresLeases } from './postgres-leases.ts';
import { PostgresViews } from './postgres-views.ts';
import { swapIn } from './swap.ts';

/** One builds, and one renews. */
const CONNECTIONS = 2;

/** A table in a schema of its own, which goes with it. */
export const besideOf = async (
  live: PostgresViews,
  url: Url,
  table: Table,
  rebuild: number,
): Promise<Beside | undefined> => {
  const schema = `${live.database.schema}_beside_${rebuild}`;
  if (await isBuiltIn(schema, table.name, live)) return undefined;
  const views = await PostgresViews.open({ url, schema, connections: CONNECTIONS });
  try {
    await views.prepare([table]);
  } catch (error) {
    await views.close();
    throw error;
  }
  return {
    views,
    leases: new PostgresLeases(views),
    swapIn: (lease) => swapIn(views, live, [lease]),
    async discard() {
      await views.close();
      await live.database.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
    },
    close: () => views.close(),
  };
};

/** Asked over the connections that are there already: whoever only waits opens none. */
const isBuiltIn = async (schema: string, name: string, { database }: PostgresViews): Promise<boolean> => {
  const groups = `"${schema}"."#group"`;
  const [found] = await database.query('SELECT to_regclass($1) IS NOT NULL AS "isThere"', [groups]);
  if (!found!['isThere']) return false;
  const held = `SELECT 1 FROM ${groups} WHERE name = $1 AND until > extract(epoch FROM clock_timestamp()) * 1000`;
  return (await database.query(held, [name]).catch(noneIfGone)).length > 0;
};

const UNDEFINED_TABLE = '42P01';

/** It may have been swapped in meanwhile, or discarded. */
const noneIfGone = (error: unknown): [] => {
  if ((error as Readonly<{ code?: string }>).code === UNDEFINED_TABLE) return [];
  throw error;
};
