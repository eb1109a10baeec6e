import { afterAll, beforeAll } from '@jest/globals';
import { startPostgres, type PostgresServer } from '@edict/test-servers';

import { PostgresEventStore } from '../postgres-event-store.ts';

type Scratch = Readonly<{
  server(): PostgresServer;
  /** Without a name in a schema of its own. */
  open(schema?: string, installation?: string): Promise<PostgresEventStore>;
}>;

/** One server for all tests of a suite. */
export const scratchEvents = (): Scratch => {
  let server: PostgresServer;
  let schemas = 0;
  const opened: PostgresEventStore[] = [];

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await Promise.all(opened.map((store) => store.close()));
    await server.stop();
  });
  const open = async (schema = `events_${++schemas}`, installation?: string) => {
    const store = await PostgresEventStore.open({ url: server.url, schema }, installation);
    opened.push(store);
    return store;
  };
  return { server: () => server, open };
};
