import { readFileSync } from 'node:fs';

/** Where Redis is. The address may hold a password, so that it is fetched when it is needed and never printed. */
export type RedisSettings = Readonly<{ url: () => string }>;

type Env = Readonly<Record<string, string | undefined>>;

/** Names the variable, and never shows its value. */
export class InvalidRedisSetting extends Error {
  override readonly name = 'InvalidSetting';
}

/** Reads `EDICT_REDIS_URL`, or `EDICT_REDIS_URL_FILE`, which names a file with the address in it. Throws `InvalidRedisSetting`. */
export const redisSettings = (env: Env): RedisSettings | undefined => {
  const { EDICT_REDIS_URL: url, EDICT_REDIS_URL_FILE: file } = env;
  if (url === undefined && file === undefined) return undefined;
  if (url !== undefined && file !== undefined)
    throw new InvalidRedisSetting('EDICT_REDIS_URL and EDICT_REDIS_URL_FILE are both set: leave one out.');
  const read =
    file === undefined ? () => checked('EDICT_REDIS_URL', url!) : () => checked('EDICT_REDIS_URL_FILE', textOf(file));
  read();
  return Object.freeze({ url: read });
};

const checked = (name: string, text: string): string => {
  const url = text.trim();
  if (!/^rediss?:\/\/[^\s\0]+$/.test(url) || !URL.canParse(url))
    throw new InvalidRedisSetting(`${name} must be an address as in redis://user:password@host:6379/0.`);
  return url;
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InvalidRedisSetting('EDICT_REDIS_URL_FILE must name a file that can be read.');
  }
};
