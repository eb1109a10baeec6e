import type { Beside, Table } from '@edict/runtime';

import { PostgresLeases } from './postgres-leases.ts';
import { PostgresViews } from './postgres-views.ts';
import { swapIn } from './swap.ts';

/** One builds, and one renews. */
const CONNECTIONS = 2;

/** A table in a schema of its own, which goes with it. */
export const besideOf = async (live: PostgresViews, url: string, table: Table, rebuild: number): Promise<Beside> => {
  const schema = `${live.database.schema}_beside_${rebuild}`;
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
