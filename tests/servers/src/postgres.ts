import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { asNobody, output, spawnServer, stopServer } from './child.ts';
import { freePort } from './free-port.ts';
import { postgresPrograms } from './postgres-files.ts';

export type PostgresServer = Readonly<{
  /** Of the database `postgres`, as a user who may do everything. */
  url: string;
  port: number;
  /** Ends it at once, as a crash would; what was committed stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port and with the same data. */
  start(): Promise<void>;
  /** Ends it, and removes its data. */
  stop(): Promise<void>;
}>;

/** A real PostgreSQL on a free port, with a folder of its own. `settings` as in `postgresql.conf`. */
export const startPostgres = async (settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> => {
  const programs = postgresPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'edict-postgres-data-'));
  if (asNobody.uid) chownSync(folder, asNobody.uid, asNobody.gid);
  const data = join(folder, 'data');
  const create = [
    '-D',
    data,
    '-U',
    'edict',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ];
  await output([join(programs, 'initdb'), ...create], asNobody);
  const port = await freePort();
  const flags = Object.entries({ ...SETTINGS, ...settings, port: String(port), unix_socket_directories: folder });
  const command = [
    join(programs, 'postgres'),
    '-D',
    data,
    ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const launch = async () => {
    const child = spawnServer(command, asNobody);
    await untilReady(child.stderr);
    return child;
  };
  let child = await launch();
  const kill = () => stopServer(child);
  return {
    url: `postgres://edict@127.0.0.1:${port}/postgres`,
    port,
    kill,
    start: async () => void (child = await launch()),
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const SETTINGS = { listen_addresses: '127.0.0.1', max_connections: '200', log_min_messages: 'log' };

/** Says so itself. Rejects with what it said instead if it ends before. */
const untilReady = (log: NodeJS.ReadableStream): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    log.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < 100_000) said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    log.on('end', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
