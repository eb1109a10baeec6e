import type { Candidate } from '../candidate.ts';
import { appendWith, replayWith, type EmmettStore, type ReadBatch } from './emmett.ts';
import { peer } from './peers.ts';

type Rows = Readonly<{ rows: readonly Readonly<Record<string, unknown>>[] }>;
type Client = Readonly<{ connect(): Promise<void>; query(sql: string): Promise<Rows>; end(): Promise<void> }>;
type Pg = Readonly<{ default: Readonly<{ Client: new (options: { connectionString: string }) => Client }> }>;
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
  const name = `bench_${process.pid}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = server.replace(/[^/]*$/, name);
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const pool = dumbo({ connectionString: url });
  return {
    append: appendWith(store),
    read: async (stream) => (await store.readStream(stream)).events.length,
    replay: () => replayWith((after) => readMessagesBatch(pool.execute, { after, batchSize: 1000 })),
    async close() {
      await Promise.all([store.close(), pool.close()]);
      const { rows } = await onServer(
        server,
        `SELECT pg_database_size('${name}') - pg_database_size('template1') AS size`,
      );
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
      return Number(rows[0]!['size']);
    },
  };
};

const onServer = async (connectionString: string, sql: string): Promise<Rows> => {
  const { Client } = (await peer<Pg>('pg')).default;
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
};
