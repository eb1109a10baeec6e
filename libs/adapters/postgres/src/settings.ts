import { readFileSync } from 'node:fs';

/** Where the database is. The address may hold a password, so that it is fetched when it is needed and never printed. */
export type PostgresSettings = Readonly<{ url: () => string }>;

type Env = Readonly<Record<string, string | undefined>>;

/** Names the variable, and never shows its value. */
export class InvalidPostgresSetting extends Error {
  override readonly name = 'InvalidSetting';
}

/** Reads `EDICT_POSTGRES_URL`, or `EDICT_POSTGRES_URL_FILE`, which names a file with the address in it. Throws `InvalidPostgresSetting`. */
export const postgresSettings = (env: Env): PostgresSettings => {
  const { EDICT_POSTGRES_URL: url, EDICT_POSTGRES_URL_FILE: file } = env;
  if (url !== undefined && file !== undefined)
    throw new InvalidPostgresSetting('EDICT_POSTGRES_URL and EDICT_POSTGRES_URL_FILE are both set: leave one out.');
  const read =
    file === undefined
      ? () => checked('EDICT_POSTGRES_URL', url)
      : () => checked('EDICT_POSTGRES_URL_FILE', textOf(file));
  read();
  return Object.freeze({ url: read });
};

const checked = (name: string, url: string | undefined): string => {
  const address = url?.trim() ?? '';
  if (!/^postgres(ql)?:\/\/[^\s\0]+$/.test(address) || !URL.canParse(address))
    throw new InvalidPostgresSetting(`${name} must be an address as in postgres://user:password@host:5432/database.`);
  return address;
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InvalidPostgresSetting('EDICT_POSTGRES_URL_FILE must name a file that can be read.');
  }
};
