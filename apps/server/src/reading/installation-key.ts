import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { replaceDurably } from '@edict/adapter-sqlite';

/** 32 bytes that only this data folder knows, made when it is first opened. Cursors are signed with it: without it they are only lost. */
export const installationKey = async (dir: string): Promise<Buffer> => {
  const file = join(dir, 'cursor.key');
  if (!existsSync(file)) await replaceDurably(file, `${randomBytes(32).toString('hex')}\n`);
  const text = await readFile(file, 'utf8');
  if (!/^[0-9a-f]{64}\n$/.test(text))
    throw new Error(`${file} is damaged. Remove it, and the next start makes a new key.`);
  return Buffer.from(text.trim(), 'hex');
};
