import { isAbsolute, resolve } from 'node:path';

import { passwordIn, type Credentials } from './credentials.ts';
import { InvalidSetting } from './invalid-setting.ts';
import type { ReaderName } from './reader.ts';

/** Where the server is and how to speak to it. Never holds a secret: `credentials` fetches it when it is needed. */
export type KurrentSettings = Readonly<{
  /** `host:port`; several are the seeds of a cluster. */
  hosts: readonly string[];
  tls: boolean;
  /** PEM, absolute. Only with TLS, for a server whose authority the system does not know. */
  caFile?: string;
  credentials?: () => Promise<Credentials>;
  /** In front of every stream of this installation. A name and a dot, so that no prefix is the beginning of another. */
  prefix: string;
  reader: ReaderName;
}>;

type Env = Readonly<Record<string, string | undefined>>;

const ADDRESS =
  /^(?:kurrentdb|kurrent|kdb|esdb):\/\/(?<hosts>[\w.-]+(?::\d{1,5})?(?:,[\w.-]+(?::\d{1,5})?)*)\/?(?:\?tls=(?<tls>true|false))?$/;
const PREFIX = /^[a-z][a-z0-9]{0,40}\.$/;
/** The client reads its connection string twice and decodes it once: nothing may stand there that would need it. */
const PLAIN_PATH = /^[\w./-]+$/;
const IP_ADDRESS = /^\d+(?:\.\d+){3}:/;
const STANDARD_PORT = '2113';

/** Reads `EDICT_KURRENTDB` and, unless told otherwise, the variables beside it. Throws `InvalidSetting`. */
export const kurrentSettings = (env: Env, name = 'EDICT_KURRENTDB'): KurrentSettings => {
  const found = ADDRESS.exec(env[name] ?? '')?.groups;
  if (!found)
    throw new InvalidSetting(
      name,
      'an address as in kurrentdb://host:2113,host:2113?tls=false, without a user, a password or anything else',
    );
  const tls = found['tls'] !== 'false';
  const hosts = found['hosts']!.split(',').map((host) => (host.includes(':') ? host : `${host}:${STANDARD_PORT}`));
  if (tls && hosts.some((host) => IP_ADDRESS.test(host)))
    throw new InvalidSetting(
      name,
      'an address with hosts by name where there is TLS: a certificate is not asked for a number',
    );
  return Object.freeze({
    hosts,
    tls,
    ...caFileIn(env, tls),
    ...credentialsIn(env, tls),
    prefix: prefixIn(env),
    reader: readerIn(env),
  });
};

const prefixIn = (env: Env): string => {
  const prefix = env['EDICT_KURRENTDB_PREFIX'] ?? 'edict.';
  if (!PREFIX.test(prefix))
    throw new InvalidSetting('EDICT_KURRENTDB_PREFIX', 'a word in small letters and digits, and a dot, as in "edict."');
  return prefix;
};

const readerIn = (env: Env): ReaderName => {
  const reader = env['EDICT_KURRENTDB_READER'] ?? 'official';
  if (reader !== 'official' && reader !== 'grpc')
    throw new InvalidSetting('EDICT_KURRENTDB_READER', '"official" or "grpc"');
  return reader;
};

const caFileIn = (env: Env, tls: boolean): Partial<KurrentSettings> => {
  const file = env['EDICT_KURRENTDB_CA_FILE'];
  if (file === undefined) return {};
  if (!tls) throw new InvalidSetting('EDICT_KURRENTDB_CA_FILE', 'left out where tls=false');
  const path = isAbsolute(file) ? file : resolve(file);
  if (!PLAIN_PATH.test(path))
    throw new InvalidSetting('EDICT_KURRENTDB_CA_FILE', 'a path of letters, digits and the signs . _ - /');
  return { caFile: path };
};

const credentialsIn = (env: Env, tls: boolean): Partial<KurrentSettings> => {
  const [user, file] = [env['EDICT_KURRENTDB_USER'], env['EDICT_KURRENTDB_PASSWORD_FILE']];
  if (user === undefined && file === undefined) return {};
  if (!user || !file)
    throw new InvalidSetting('EDICT_KURRENTDB_USER', 'given together with EDICT_KURRENTDB_PASSWORD_FILE');
  if (!tls)
    throw new InvalidSetting('EDICT_KURRENTDB_USER', 'left out where tls=false: the password would travel in clear');
  return { credentials: passwordIn(file, user) };
};

export type Preference = 'leader' | 'follower';

/**
 * What the client reads, twice, in two languages that differ: no credentials in it, no `gossipTimeout` (seconds in one, milliseconds in
 * the other), no `throwOnAppendFailure` (it lies about revisions). The first read sleeps for `discoveryInterval`.
 */
export const connectionString = ({ hosts, tls, caFile }: KurrentSettings, preference: Preference): string => {
  const options = {
    tls: String(tls),
    ...(caFile && { tlsCAFile: caFile }),
    ...(hosts.length > 1 && { nodePreference: preference }),
    discoveryInterval: '10',
    maxDiscoverAttempts: '3',
    keepAliveInterval: '10000',
    keepAliveTimeout: '10000',
  };
  const query = Object.entries(options).map(([key, value]) => `${key}=${value}`);
  return `kurrentdb://${hosts.join(',')}?${query.join('&')}`;
};
