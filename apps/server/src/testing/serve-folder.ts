import { openEmbedded } from '@edict/adapter-sqlite';
import { instant } from '@edict/kernel';

import { Access } from '../access/access.ts';
import { createApp } from '../create-app.ts';
import { startInstallation } from '../installation.ts';
import { withToken } from './with-token.ts';

export const TOKEN = 'bench';

export type Serving = Readonly<{ url: string; close(): Promise<void> }>;

/** For `tests/bench`: the whole server on a data folder, at nine in the morning of the day of issue: no deadline has come, so nothing rings meanwhile. */
export const serve = async (dir: string): Promise<Serving> => {
  const embedded = await openEmbedded(dir);
  const clock = () => instant('2025-05-16T03:00:00Z');
  const { access: accessStore, accessLog, accessAnchor, ...ports } = embedded;
  const installation = await startInstallation({ ...ports, clock }, embedded.close, {
    accessStore,
    accessLog,
    accessAnchor,
  });
  const { engine, ceiling } = installation;
  const access = new Access(engine, accessStore, { ceiling, localToken: true });
  await withToken(access, TOKEN);
  const app = await createApp(installation, access);
  await app.listen(0, '127.0.0.1');
  await installation.engine.waitFor(await installation.engine.head(), 120_000);
  const close = async () => {
    await app.close();
    await installation.close();
  };
  return { url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), close };
};
