import { randomUUID } from 'node:crypto';

import { headOf, removeStreams } from './leave-as-found.ts';
import { KurrentTestServer } from './server.ts';

export type Served = Readonly<{ url: string; close(): Promise<void> }>;

const prefixes: string[] = [];

/**
 * The server that `EDICT_TEST_KURRENTDB` names, or one of our own. Whoever uses it keeps to streams with a `freshPrefix`; on a server
 * that is not ours they are deleted at the end.
 */
export const serverForTests = async (): Promise<Served> => {
  const url = process.env['EDICT_TEST_KURRENTDB'];
  if (!url) {
    const server = await KurrentTestServer.start();
    return { url: server.url, close: async () => server.kill() };
  }
  const before = await headOf(url);
  return { url, close: () => removeStreams(url, prefixes.splice(0), before) };
};

/** In front of every stream of one run, so that runs see nothing of each other, nor of what else is on a shared server. */
export const freshPrefix = (): string => {
  const prefix = `t${randomUUID().replaceAll('-', '').slice(0, 16)}.`;
  prefixes.push(prefix);
  return prefix;
};
