import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BullWorkQueue } from '@edict/adapter-bullmq';
import { KurrentEventStore } from '@edict/adapter-kurrentdb';
import { MailChannel } from '@edict/adapter-mail';
import { openPostgresAccess, openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { replaceDurably } from '@edict/adapter-sqlite';
import { WebhookChannel } from '@edict/adapter-webhook';
import type { Channels } from '@edict/engine';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import type { AccessOptions } from './access/access.ts';
import { openAccess } from './access/open-access.ts';
import type { Config } from './config.ts';
import { createApp } from './create-app.ts';
import { exampleSeed } from './examples.ts';
import { openInstallation } from './installation.ts';
import { answerProbes } from './probes.ts';
import { firstSignal } from './signals.ts';
import { tellStory } from './story/story.ts';
import { startTracing } from './tracing/tracing.ts';
import { LeftEarly } from './until-begun.ts';
import { welcome } from './welcome.ts';

/** What is in hand has this long to finish. */
const DRAIN_MS = 5_000;

/** Runs until a signal comes, and ends with everything closed. Throws if it cannot start, or if following the log fails. */
export const serve = async (config: Config): Promise<void> => {
  const endTracing = config.isTraced ? startTracing(config.role) : undefined;
  try {
    await run(config).catch(unlessLeftEarly);
  } finally {
    await endTracing?.();
  }
};

const run = async (config: Config): Promise<void> => {
  const stopped = firstSignal();
  const marker = join(config.data, 'story-told');
  const isFirst = config.role === 'all' && !existsSync(marker);
  const isSeeded = (isFirst || config.role === 'web') && config.seed === 'examples';
  const seed = isSeeded ? await exampleSeed() : [];
  const installation = await openInstallation(config.data, {
    seed,
    ceiling: config.ceiling,
    openStore: logOf(config),
    openViews: viewsOf(config),
    openQueue: queueOf(config),
    channels: channelsOf(config),
    webhookKey: config.webhook && new WebhookChannel(config.webhook).publicKey,
    role: config.role,
    id: config.installation,
    openAccess: accessOf(config),
    files: config.files,
    key: config.key,
    log: writerOf(config),
    waiting: { notice: (text) => console.error(text), stopped },
  });
  try {
    if (config.role === 'sagas' || config.role === 'worker') {
      await answerProbes(installation, config, () => Promise.race([stopped, installation.running]));
      return;
    }
    const places = { dir: config.data, tokenFile: config.tokenFile };
    const { access, made, invitation } = await openAccess(installation, optionsOf(config), places);
    const app = await createApp(installation, access, undefined, config.proxy);
    await listen(app, config, async (url) => {
      if (isFirst) console.log(`${await tellStory()}\n`);
      if (isFirst) await writeFile(marker, `${new Date().toISOString()}\n`);
      console.log(welcome({ url: config.origin ?? url, made, invitation, token: localTokenOf(config) }));
      await Promise.race([stopped, installation.running]);
    });
  } finally {
    await installation.close();
  }
};

const unlessLeftEarly = (error: unknown): undefined => {
  if (!(error instanceof LeftEarly)) throw error;
};

/** What happens at the door is a line of the log, for whoever collects them. */
const localTokenOf = ({ localToken, tokenFile: file }: Config) =>
  localToken ? { file, isThere: existsSync(file) } : undefined;

const optionsOf = ({ ceiling, origin, localToken, oidc }: Config): AccessOptions => ({
  ceiling,
  origin,
  localToken,
  oidc,
  report: (event, facts) =>
    console.log(JSON.stringify({ at: new Date().toISOString(), level: 'info', event, ...facts })),
});

/** Lines of appends go where all others go. */
const writerOf = ({ isLogged }: Config) => (isLogged ? (line: string) => console.log(line) : undefined);

/** The log where it does not lie in the data folder. What happens to its connection is said on stderr. */
const logOf = ({ kurrentdb, store, postgres }: Config) => {
  if (kurrentdb) return () => KurrentEventStore.open(kurrentdb, { notice: (text) => console.error(text) });
  if (store === 'postgres' && postgres)
    return (installation: string) => PostgresEventStore.open({ url: postgres.url }, installation);
  return undefined;
};

const viewsOf = ({ views, postgres }: Config) =>
  views === 'postgres' && postgres ? () => openPostgresViews({ url: postgres.url }) : undefined;

/** One process keeps it in its folder; several share it. */
const accessOf = ({ role, postgres }: Config) =>
  role !== 'all' && postgres ? (genesis: string) => openPostgresAccess({ url: postgres.url }, genesis) : undefined;

const queueOf = ({ redis }: Config) =>
  redis &&
  ((installation: string) =>
    BullWorkQueue.open(redis, { prefix: `edict-${installation}`, notice: (text) => console.error(text) }));

/** `undefined`: nothing goes out, and nothing is planned to. */
const channelsOf = ({ mail, webhook }: Config): Channels | undefined => {
  if (!mail && !webhook) return undefined;
  return {
    ...(mail && { mail: new MailChannel(mail) }),
    ...(webhook && { webhook: new WebhookChannel(webhook) }),
  };
};

/** Listens while `meanwhile` goes on; the command line finds the server by `server.json`. */
const listen = async (
  app: NestFastifyApplication,
  { data, host, port }: Config,
  meanwhile: (url: string) => Promise<void>,
): Promise<void> => {
  const place = join(data, 'server.json');
  try {
    await app.listen(port, host);
    const url = await urlOf(app);
    await replaceDurably(place, `${JSON.stringify({ url, pid: process.pid })}\n`);
    await meanwhile(url);
  } finally {
    const impatient = setTimeout(() => app.getHttpServer().closeAllConnections(), DRAIN_MS);
    await app.close();
    clearTimeout(impatient);
    await rm(place, { force: true });
  }
};

/** An address that can be opened, also where the server listens on all. */
const urlOf = async (app: NestFastifyApplication): Promise<string> =>
  (await app.getUrl()).replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]');
