import { statSync } from 'node:fs';
import { join } from 'node:path';

import type { Candidate } from '../candidate.ts';
import { appendWith, replayWith, type EmmettStore, type ReadBatch } from './emmett.ts';
import { peer } from './peers.ts';

type Connection = Readonly<{ command(sql: string): Promise<unknown>; close(): void }>;
type EmmettSqlite = Readonly<{
  sqliteConnection(options: { fileName: string }): Connection;
  getSQLiteEventStore(options: object): EmmettStore;
  readMessagesBatch: ReadBatch<Connection>;
}>;

/**
 * One connection and a queue before it. Without them it cannot be used by many callers: a connection for each operation ends in
 * SQLITE_BUSY, and on one connection without a queue, appends join the transaction of another that may still roll back.
 */
export const emmettSqlite = async (dir: string): Promise<Candidate> => {
  const { sqliteConnection, getSQLiteEventStore, readMessagesBatch } = await peer<EmmettSqlite>(
    '@event-driven-io/emmett-sqlite',
  );
  const fileName = join(dir, 'events.db');
  const connection = sqliteConnection({ fileName });
  await connection.command('PRAGMA synchronous = FULL');
  const store = getSQLiteEventStore({ fileName, connectionOptions: { singleton: true, connection } });
  await store.schema.migrate();
  const append = appendWith(store);
  const inTurn = queue();
  return {
    append: (place, messages, meta) => inTurn(() => append(place, messages, meta)),
    read: async (stream) => (await store.readStream(stream)).events.length,
    replay: () => replayWith((after) => readMessagesBatch(connection, { after, batchSize: 1000 })),
    async close() {
      await connection.command('PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
      return statSync(fileName).size;
    },
  };
};

const queue = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
};
