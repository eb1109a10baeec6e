import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { startPostgres, type PostgresServer } from '@edict/test-servers';

import { PostgresViews } from '../postgres-views.ts';

type Scratch = Readonly<{
  server(): PostgresServer;
  /** Without a name in a schema of its own. Opened twice, a schema has two connections, as in two processes. */
  open(schema?: string): Promise<PostgresViews>;
}>;

/** One server for all tests of a suite. */
export const scratchViews = (): Scratch => {
  let server: PostgresServer;
  let schemas = 0;
  const opened: PostgresViews[] = [];

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((views) => views.close()));
  });
  afterAll(() => server.stop());

  const open = async (schema = `views_${++schemas}`) => {
    const views = await PostgresViews.open({ url: server.url, schema });
    opened.push(views);
    return views;
  };
  return { server: () => server, open };
};
