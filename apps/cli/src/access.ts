import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { connect, type Client } from '@edict/client';

import { UsageError } from './command.ts';

/** What every command understands that asks the server. */
export const ONLINE = {
  data: { type: 'string', default: 'data' },
  unit: { type: 'string' },
  as: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const ONLINE_USAGE = '[--unit UNIT] [--as CAPACITY] [--data DIR] [--json]';

export type OnlineValues = Readonly<{ data: string; unit?: string | undefined; as?: string | undefined }>;

/** Nobody serves the folder, so there is nobody to ask. */
export class NoServer extends Error {
  override readonly name = 'NoServer';
}

/**
 * Where to ask and as whom: EDICT_URL and EDICT_TOKEN, or what the running server left in its data folder for its owner.
 * `--unit` and `--as` say for whom; EDICT_UNIT and EDICT_CAPACITY do where they are missing.
 */
export const clientFor = async ({ data, unit, as }: OnlineValues, env = process.env): Promise<Client> => {
  const url = addressIn(env) ?? (await urlIn(data));
  const token = env['EDICT_TOKEN'] ?? (await tokenIn(data));
  const capacity = as ?? env['EDICT_CAPACITY'];
  return connect({ url, token, unit: unit ?? env['EDICT_UNIT'], capacity, language: languageIn(env) });
};

type Env = Readonly<Record<string, string | undefined>>;

/** Of LC_ALL, LC_MESSAGES or LANG, as the terminal is set. */
const languageIn = (env: Env): string => (env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'en').slice(0, 2);

const addressIn = ({ EDICT_URL: url }: Env): string | undefined => {
  if (url === undefined || url === '') return undefined;
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return url;
  throw new UsageError('EDICT_URL is no address of a server: http://127.0.0.1:3000 would be one.');
};

const urlIn = async (dir: string): Promise<string> => {
  try {
    return (JSON.parse(await readFile(join(dir, 'server.json'), 'utf8')) as { url: string }).url;
  } catch (cause) {
    throw new NoServer(`No server has ${dir} open. Start one (npm start), or set EDICT_URL.`, { cause });
  }
};

const tokenIn = (dir: string): Promise<string> =>
  readFile(join(dir, 'token'), 'utf8').then(
    (text) => text.trim(),
    (cause: unknown) => {
      throw new UsageError(`There is no token in ${dir}. Set EDICT_TOKEN.`, { cause });
    },
  );
