import { InvalidSetting, KurrentEventStore, kurrentSettings, type KurrentSettings } from '@edict/adapter-kurrentdb';
import {
  InvalidPostgresSetting,
  openPostgresAccessLog,
  PostgresEventStore,
  postgresSettings,
} from '@edict/adapter-postgres';
import type { AccessLog, EventStore } from '@edict/runtime';

import { UsageError } from './command.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Opens the log that `EDICT_STORE` names, as the server would. `undefined`: it lies in the data folder. */
export const logNamedIn = (env: Env): ((installation?: string) => Promise<EventStore>) | undefined => {
  const store = env['EDICT_STORE'] ?? 'embedded';
  if (store === 'embedded') return undefined;
  if (store === 'postgres') return postgresIn(env);
  if (store !== 'kurrentdb') throw new UsageError('EDICT_STORE must be "embedded", "kurrentdb" or "postgres".');
  const settings = kurrentSettingsIn(env);
  return () => KurrentEventStore.open(settings, { patienceMs: 10_000 });
};

/** Throws `UsageError` that names the variable which is wrong. */
export const kurrentSettingsIn = (env: Env): KurrentSettings => {
  try {
    return kurrentSettings(env);
  } catch (error) {
    throw error instanceof InvalidSetting ? new UsageError(error.message, { cause: error }) : error;
  }
};

const postgresIn = (env: Env): ((installation?: string) => Promise<EventStore>) => {
  const { url } = postgresSettingsIn(env);
  return (installation) => PostgresEventStore.open({ url: url() }, installation);
};

/** Who read what is on PostgreSQL where several processes share it, as `EDICT_ROLE` says. `undefined`: it lies in the data folder. */
export const accessLogNamedIn = (env: Env): ((genesis: string) => AccessLog) | undefined => {
  if ((env['EDICT_ROLE'] ?? 'all') === 'all') return undefined;
  const { url } = postgresSettingsIn(env);
  return (genesis) => openPostgresAccessLog({ url: url() }, genesis);
};

const postgresSettingsIn = (env: Env) => {
  try {
    return postgresSettings(env);
  } catch (error) {
    throw error instanceof InvalidPostgresSetting ? new UsageError(error.message, { cause: error }) : error;
  }
};
