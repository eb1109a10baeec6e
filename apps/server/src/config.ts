import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { redisSettings, type RedisSettings } from '@edict/adapter-bullmq';
import { kurrentSettings, type KurrentSettings } from '@edict/adapter-kurrentdb';
import { mailSettings, type MailSettings } from '@edict/adapter-mail';
import { postgresSettings, type PostgresSettings } from '@edict/adapter-postgres';
import { webhookSettings, type WebhookSettings } from '@edict/adapter-webhook';
import { LEVELS, type Level } from '@edict/directives';
import { ROLES, STANDARD_CEILING, type Role } from '@edict/engine';

import { oidcSettings, type OidcSettings } from './access/oidc-settings.ts';

export type Config = Readonly<{
  /** The data folder. */
  data: string;
  host: string;
  /** 0: any that is free. */
  port: number;
  /** Where the token lies in plain text, for its owner and the command line. */
  tokenFile: string;
  /** Whether the first start registers the units, the policy and the calendar of `examples/`. */
  seed: 'examples' | 'none';
  /** Whether the token of the data folder signs in. */
  localToken: boolean;
  /** Above it no document may be entered. */
  ceiling: Level;
  /** As browsers know this server, where a proxy stands before it that speaks https. */
  origin: string | undefined;
  /** The address of that proxy: whoever comes from there has been named by it. */
  proxy: string | undefined;
  /** What this process does: answer, work, or both. */
  role: Role;
  /** What processes that answer share: the folder of attached files, and what cursors and positions are signed with. */
  files?: string;
  key?: () => Buffer;
  /** The id of the installation, where several processes work on a log that does not say it. */
  installation?: string;
  /** Whether a collector of traces is named; by which variables, OpenTelemetry says. */
  isTraced: boolean;
  /** Whether each append is a line of what the process says. */
  isLogged: boolean;
  /** Who vouches for people beside their passwords. */
  oidc?: OidcSettings;
  /** Where the log lies, if not in the data folder. */
  kurrentdb?: KurrentSettings;
  /** Which of them are on PostgreSQL, and where that is. */
  store?: 'postgres';
  views?: 'postgres';
  postgres?: PostgresSettings;
  /** Where work is shared out among processes. */
  redis?: RedisSettings;
  /** The ways out; none where none is set. */
  mail?: MailSettings;
  webhook?: WebhookSettings;
}>;

/** Names the variable. The value may be a secret put into the wrong one, so it is never shown. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Env = Readonly<Record<string, string | undefined>>;
type Form = Readonly<{ pattern: RegExp; wanted: string }>;

const FOLDER: Form = { pattern: /^[^\0]+$/, wanted: 'the path of a folder' };
const FILE: Form = { pattern: /^[^\0]+$/, wanted: 'the path of a file' };
const HOST: Form = { pattern: /^[\w.:-]+$/, wanted: 'a host name or an IP address' };
const PORT: Form = { pattern: /^\d{1,5}$/, wanted: 'a port, 0 to 65535' };
const CEILING: Form = { pattern: new RegExp(`^(${LEVELS.join('|')})$`), wanted: `one of ${LEVELS.join(', ')}` };
const STORE: Form = { pattern: /^(embedded|kurrentdb|postgres)$/, wanted: '"embedded", "kurrentdb" or "postgres"' };
const VIEWS: Form = { pattern: /^(embedded|postgres)$/, wanted: '"embedded" or "postgres"' };
const ON: Form = { pattern: /^(on|off)$/, wanted: '"on" or "off"' };
const ORIGIN: Form = {
  pattern: /^(https:\/\/[\w.-]+(:\d{1,5})?)?$/,
  wanted: 'an origin, such as https://edict.example',
};
const COLLECTOR: Form = { pattern: /^https?:\/\/[^\s@]+$/, wanted: 'an address such as http://127.0.0.1:4318' };
const ROLE: Form = { pattern: new RegExp(`^(${ROLES.join('|')})$`), wanted: `one of ${ROLES.join(', ')}` };
const ID: Form = { pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, wanted: 'the id in installation.json' };
const SEED: Form = { pattern: /^(examples|none)$/, wanted: '"examples" or "none"' };

/** Everything that the environment says, checked once. Throws `ConfigError`, or `InvalidSetting` for the variables of a store. */
export const readConfig = (env: Env): Config => {
  const data = valueOf(env, 'EDICT_DATA', 'data', FOLDER);
  const origin = valueOf(env, 'EDICT_ORIGIN', '', ORIGIN) || undefined;
  const oidc = oidcSettings(env, origin);
  return Object.freeze({
    data,
    host: valueOf(env, 'EDICT_HOST', '127.0.0.1', HOST),
    port: portOf(env),
    tokenFile: valueOf(env, 'EDICT_TOKEN_FILE', join(data, 'token'), FILE),
    seed: valueOf(env, 'EDICT_SEED', 'examples', SEED) as Config['seed'],
    localToken: valueOf(env, 'EDICT_LOCAL_TOKEN', 'on', ON) === 'on',
    ceiling: valueOf(env, 'EDICT_CEILING', STANDARD_CEILING, CEILING) as Level,
    origin,
    proxy: env['EDICT_PROXY'] === undefined ? undefined : valueOf(env, 'EDICT_PROXY', '', HOST),
    isTraced: given(env, 'OTEL_EXPORTER_OTLP_ENDPOINT', COLLECTOR) !== undefined,
    isLogged: valueOf(env, 'EDICT_LOG_EVENTS', 'off', ON) === 'on',
    ...(oidc && { oidc }),
    ...(valueOf(env, 'EDICT_STORE', 'embedded', STORE) === 'kurrentdb' && { kurrentdb: kurrentSettings(env) }),
    ...onPostgres(env),
    ...sharing(env, origin),
    ...partOf(env),
  });
};

const onPostgres = (env: Env): Partial<Config> => {
  const store = valueOf(env, 'EDICT_STORE', 'embedded', STORE) === 'postgres' && { store: 'postgres' as const };
  const views = valueOf(env, 'EDICT_VIEWS', 'embedded', VIEWS) === 'postgres' && { views: 'postgres' as const };
  return store || views ? { ...store, ...views, postgres: postgresSettings(env) } : {};
};

/** One of several processes, which share their log and their views. */
const partOf = (env: Env): Pick<Config, 'role' | 'installation' | 'files' | 'key'> => {
  const role = valueOf(env, 'EDICT_ROLE', 'all', ROLE) as Role;
  if (role !== 'all') assertShared(role, env);
  const [installation, files] = [given(env, 'EDICT_INSTALLATION', ID), given(env, 'EDICT_FILES', FOLDER)];
  const key = given(env, 'EDICT_KEY_FILE', FILE);
  return { role, ...(installation && { installation }), ...(files && { files }), ...(key && { key: keyIn(key) }) };
};

const assertShared = (role: Role, env: Env): void => {
  if (!isElsewhere(env['EDICT_STORE']) || !isElsewhere(env['EDICT_VIEWS'])) throw new ConfigError(NOT_SHARED);
  if (env['EDICT_STORE'] === 'kurrentdb' && env['EDICT_INSTALLATION'] === undefined) throw new ConfigError(NO_ID);
  assertFound(role, env);
};

/** What one process keeps or makes, the others find. */
const assertFound = (role: Role, env: Env): void => {
  const [hasFolder, hasKey] = [env['EDICT_FILES'] !== undefined, env['EDICT_KEY_FILE'] !== undefined];
  if (role === 'web' && !(hasFolder && hasKey)) throw new ConfigError(NOT_AS_ONE);
  if (!hasFolder && redisSettings(env)) throw new ConfigError(NOT_MADE);
};

/** `undefined`: it is not. */
const given = (env: Env, name: string, form: Form): string | undefined =>
  env[name] === undefined ? undefined : valueOf(env, name, '', form);

/** Read once here, so that a file that is missing is said at the start. */
const keyIn = (file: string): (() => Buffer) => {
  const text = textOf(file)?.trim() ?? '';
  if (!/^[0-9a-f]{64}$/.test(text)) throw new ConfigError(NO_KEY);
  return () => Buffer.from(text, 'hex');
};

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const isElsewhere = (place = 'embedded'): boolean => place !== 'embedded';

const NOT_SHARED =
  'EDICT_ROLE web, sagas and worker are for processes that share a log and views: set EDICT_STORE to kurrentdb or postgres, and EDICT_VIEWS to postgres.';
const NOT_AS_ONE =
  'EDICT_ROLE web is for processes that answer as one: EDICT_FILES must be a folder that all of them share, and EDICT_KEY_FILE the same for all.';
const NOT_MADE =
  'EDICT_FILES must be the folder that all processes share where EDICT_REDIS_URL or EDICT_REDIS_URL_FILE is set: EDICT_ROLE sagas and worker make reports as files there.';
const NO_KEY = 'EDICT_KEY_FILE must name a file with 64 hexadecimal digits, as openssl rand -hex 32 makes them.';
const NO_ID =
  'EDICT_INSTALLATION must be one id for all processes of the installation: a log on KurrentDB does not say it.';

/** Where work is shared out, and how something goes out. */
const sharing = (env: Env, origin: string | undefined): Partial<Config> => {
  const [redis, mail, webhook] = [redisSettings(env), mailSettings(env, origin), webhookSettings(env)];
  return { ...(redis && { redis }), ...(mail && { mail }), ...(webhook && { webhook }) };
};

const valueOf = (env: Env, name: string, standard: string, { pattern, wanted }: Form): string => {
  const value = env[name] ?? standard;
  if (!pattern.test(value)) throw new ConfigError(`${name} must be ${wanted}.`);
  return value;
};

const portOf = (env: Env): number => {
  const port = Number(valueOf(env, 'EDICT_PORT', '3000', PORT));
  if (port > 65_535) throw new ConfigError(`EDICT_PORT must be ${PORT.wanted}.`);
  return port;
};

/** `--role worker` says the same as the variable, and comes before it. */
export const roleIn = (args: readonly string[]): Env => {
  const at = args.indexOf('--role');
  return at < 0 ? {} : { EDICT_ROLE: args[at + 1] ?? '' };
};
