import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { closeCopy } from '../closed-copy.ts';
import { progress } from '../progress.ts';
import { SUMS } from '../sums.ts';
import { verdictOn } from './verify.ts';

export const restore: Command = {
  usage: 'restore BACKUP --data DIR [--json]',
  what: 'Copies a backup, verifies each file of the copy, and only then makes a data folder of it. The folder must not be there yet, or be empty.',
  examples: ['restore /mnt/safe/2026-11-24 --data data'],
  async run(args) {
    const { values, positionals } = parsed(args, { data: { type: 'string' }, json: { type: 'boolean' } });
    const from = sole(positionals, 'the folder that holds the backup');
    const data = await emptyPlace(values.data);
    if (!existsSync(join(from, SUMS)))
      throw new UsageError(`${from} has no ${SUMS}: it is not a whole backup of Edict.`);
    const { ok, events, streams, head, problems } = await placed(from, data);
    progress('');
    const words = ok ? `${events} events up to position ${head ?? '-'} are in ${data}.` : NOT_RESTORED;
    await print(values.json ? JSON.stringify({ ok, data, events, streams, head, problems }) : words);
    return ok ? EXIT.done : EXIT.unverified;
  },
};

const emptyPlace = async (data: string | undefined): Promise<string> => {
  if (data === undefined) throw new UsageError('--data DIR says where to.');
  if (existsSync(data) && (await readdir(data)).length > 0)
    throw new UsageError(`${data} is not empty: nothing is overwritten.`);
  return data;
};

const NOT_RESTORED = 'The backup does not verify: nothing was restored. edict verify --data BACKUP says why.';

/** The folder is there whole, or not at all. What is verified is the copy itself: the backup may change meanwhile. */
const placed = async (from: string, data: string) => {
  const next = `${data}.restoring`;
  try {
    await rm(next, { recursive: true, force: true });
    progress('copying the backup');
    await mkdir(next, { mode: 0o700 });
    await cp(from, next, { recursive: true, preserveTimestamps: true });
    await closeCopy(next);
    progress('verifying the copy');
    const verdict = await verdictOn(next);
    if (!verdict.ok) return verdict;
    await rm(join(next, SUMS));
    await rm(data, { recursive: true, force: true });
    await rename(next, data);
    return verdict;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
};
