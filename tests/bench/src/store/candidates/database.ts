import { peer } from './peers.ts';

type Rows = Readonly<{ rows: readonly Readonly<Record<string, unknown>>[] }>;
type Client = Readonly<{ connect(): Promise<void>; query(sql: string): Promise<Rows>; end(): Promise<void> }>;
type Pg = Readonly<{ default: Readonly<{ Client: new (options: { connectionString: string }) => Client }> }>;

export type OwnDatabase = Readonly<{
  url: string;
  /** Removes it, and says how many bytes it took on disk. */
  drop(): Promise<number>;
}>;

/** A database for one candidate on the server that the benchmark has started. */
export const ownDatabase = async (server: string): Promise<OwnDatabase> => {
  const name = `bench_${process.pid}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return {
    url: server.replace(/[^/]*$/, name),
    async drop() {
      const size = `SELECT pg_database_size('${name}') - pg_database_size('template1') AS size`;
      const { rows } = await onServer(server, size);
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
