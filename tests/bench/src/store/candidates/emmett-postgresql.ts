import type { Candidate } from '../candidate.ts';
import { ownDatabase } from './database.ts';
import { appendWith, replayWith, type EmmettStore, type ReadBatch } from './emmett.ts';
import { peer } from './peers.ts';

type Executor = Readonly<{ query: unknown }>;
type EmmettPostgres = Readonly<{
  getPostgreSQLEventStore(url: string): EmmettStore & Readonly<{ close(): Promise<void> }>;
  readMessagesBatch: ReadBatch<Executor>;
}>;
type Dumbo = Readonly<{
  dumbo(options: { connectionString: string }): Readonly<{ execute: Executor; close(): Promise<void> }>;
}>;

/** With its pool as it comes, in a database of its own on the server that the benchmark has started. */
export const emmettPostgresql = async (_dir: string, server: string): Promise<Candidate> => {
  const { getPostgreSQLEventStore, readMessagesBatch } = await peer<EmmettPostgres>(
    '@event-driven-io/emmett-postgresql',
  );
  const { dumbo } = await peer<Dumbo>('@event-driven-io/dumbo');
  const { url, drop } = await ownDatabase(server);
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const pool = dumbo({ connectionString: url });
  return {
    append: appendWith(store),
    read: async (stream) => (await store.readStream(stream)).events.length,
    replay: () => replayWith((after) => readMessagesBatch(pool.execute, { after, batchSize: 1000 })),
    async close() {
      await Promise.all([store.close(), pool.close()]);
      return drop();
    },
  };
};
