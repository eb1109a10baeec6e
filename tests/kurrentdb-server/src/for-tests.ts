import { randomUUID } from 'node:crypto';

import { KurrentTestServer } from './server.ts';

export type Served = Readonly<{ url: string; close(): Promise<void> }>;

/** The server that `EDICT_TEST_KURRENTDB` names, or one of our own. Whoever uses it keeps to streams with a `freshPrefix`. */
export const serverForTests = async (): Promise<Served> => {
  const url = process.env['EDICT_TEST_KURRENTDB'];
  if (url) return { url, close: async () => undefined };
  const server = await KurrentTestServer.start();
  return { url: server.url, close: async () => server.kill() };
};

/** Whether what is tested needs no switch of the test server, and so can be asked of a real one too. */
export const isOurs = (): boolean => !process.env['EDICT_TEST_KURRENTDB'];

/** In front of every stream of one run, so that runs see nothing of each other, nor of what else is on a shared server. */
export const freshPrefix = (): string => `t${randomUUID().replaceAll('-', '').slice(0, 16)}.`;
