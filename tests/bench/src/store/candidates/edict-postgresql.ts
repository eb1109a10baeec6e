import { PostgresEventStore } from '@edict/adapter-postgres';

import type { Candidate } from '../candidate.ts';
import { sealed } from '../candidate.ts';
import { ownDatabase } from './database.ts';
import { overStore } from './edict.ts';

/** Our store on PostgreSQL, behind its port. */
export const edictPostgresql = async (_dir: string, server: string): Promise<Candidate> => {
  const { url, drop } = await ownDatabase(server);
  const store = await PostgresEventStore.open({ url });
  return {
    ...overStore(store, sealed),
    async close() {
      await store.close();
      return drop();
    },
  };
};
