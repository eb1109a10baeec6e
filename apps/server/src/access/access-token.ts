import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import type { Level } from '@edict/directives';
import { STANDARD_CEILING } from '@edict/engine';

import { operator, type Authenticate } from './principal.ts';

type Stored = Readonly<{ id: string; sha256: string; madeAt: string }>;

/** `made`: the token in plain text, on the one occasion when it is made. */
export type Access = Readonly<{ authenticate: Authenticate; made: string | undefined }>;

/** The hash is kept in the data folder, the token itself only in its own file, which may be taken away. */
export const openAccess = async (
  dir: string,
  tokenFile: string,
  ceiling: Level = STANDARD_CEILING,
): Promise<Access> => {
  const file = join(dir, 'tokens.json');
  const made = existsSync(file) ? undefined : await make(file, tokenFile);
  return { authenticate: authenticator(parsed(file, await readFile(file, 'utf8')), ceiling), made };
};

/** The plain file comes first: a crash in between only makes a new token. */
const make = async (file: string, tokenFile: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await writePrivately(tokenFile, `${token}\n`);
  const stored: Stored = { id: 'local', sha256: hash('sha256', token), madeAt: new Date().toISOString() };
  await writePrivately(file, `${JSON.stringify({ tokens: [stored] }, null, 2)}\n`);
  return token;
};

/** Old text or new text, and nobody else's to read at any moment. */
export const writePrivately = async (file: string, text: string): Promise<void> => {
  const next = `${file}.next`;
  const handle = await open(next, 'w', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(next, file);
};

const parsed = (file: string, text: string): readonly Stored[] => {
  try {
    const { tokens } = JSON.parse(text) as { tokens: readonly Stored[] };
    if (tokens.every(({ id, sha256 }) => id && /^[0-9a-f]{64}$/.test(sha256))) return tokens;
  } catch {
    // said below
  }
  throw new Error(`${file} is damaged. Remove it, and the next start makes a new token.`);
};

/** Hashes are compared, all of them and in constant time, so that the time taken tells nothing. */
export const authenticator =
  (tokens: readonly Pick<Stored, 'id' | 'sha256'>[], ceiling: Level = STANDARD_CEILING): Authenticate =>
  (authorization) => {
    const presented = hash('sha256', tokenIn(authorization ?? ''), 'buffer');
    const matching = tokens.filter(({ sha256 }) => timingSafeEqual(presented, Buffer.from(sha256, 'hex')));
    return matching.map(({ id }) => operator(id, ceiling))[0];
  };

/** Of `Bearer TOKEN`, or of `Basic`, where the token is the password and the name does not matter. */
const tokenIn = (authorization: string): string => {
  const [, scheme = '', credentials = ''] = /^(bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return credentials;
  const pair = Buffer.from(credentials, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
};
