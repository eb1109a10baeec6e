import { openEmbedded } from '@edict/adapter-sqlite';
import { instantAt, type Message } from '@edict/kernel';
import { CommandBus } from '@nestjs/cqrs';

import { Access } from '../access/access.ts';
import type { Act } from '../acting/act.ts';
import { createApp } from '../create-app.ts';
import { LIMITS } from '../http/limits.ts';
import { startInstallation } from '../installation.ts';
import { withToken } from './with-token.ts';

export const TOKEN = 'bench';

/** What is said of this task goes all the way to where it would be done, and is answered there. */
export const NOTHING = '00000000-0000-5000-8000-000000000000';

/** As much as a benchmark may ask for. */
export const UNLIMITED = { ...LIMITS, perPrincipal: 1e9, perAddress: 1e9 };

const NINE_IN_THE_MORNING = Date.parse('2025-05-16T03:00:00Z');

export type Serving = Readonly<{ url: string; close(): Promise<void> }>;

/** For `tests/bench`: the whole server on a data folder, at nine in the morning of the day of issue: no deadline has come, so nothing rings meanwhile. */
export const serve = async (dir: string, limits = LIMITS): Promise<Serving> => {
  const embedded = await openEmbedded(dir);
  const clock = () => instantAt(NINE_IN_THE_MORNING);
  const { access: accessStore, accessLog, accessAnchor, ...ports } = embedded;
  const installation = await startInstallation({ ...ports, clock }, embedded.close, {
    accessStore,
    accessLog,
    accessAnchor,
  });
  const { engine, ceiling } = installation;
  const access = new Access(engine, accessStore, { ceiling, localToken: true });
  await withToken(access, TOKEN);
  const app = await createApp(installation, access, limits);
  doNothingFor(NOTHING, app.get(CommandBus));
  await app.listen(0, '127.0.0.1');
  await installation.engine.waitFor(await installation.engine.head(), 120_000);
  const close = async () => {
    await app.close();
    await installation.close();
  };
  return { url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), close };
};

const doNothingFor = (task: string, commands: CommandBus): void => {
  const [stream, revision] = [`task-${task}`, 1];
  const done = { stream, revision, position: `${stream}@${revision}` };
  const execute: (act: Act<Message>) => Promise<unknown> = commands.execute.bind(commands);
  Object.assign(commands, {
    execute: (act: Act<Message>) => (act.command.stream === stream ? Promise.resolve(done) : execute(act)),
  });
};
