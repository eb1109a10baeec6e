import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { closeCopy } from '../closed-copy.ts';
import { progress } from '../progress.ts';
import { writeSums } from '../sums.ts';
import { verdictOn } from './verify.ts';

export const backup: Command = {
  usage: 'backup TARGET [--data DIR] [--json]',
  what: 'Copies an installation into a new folder, also while a server runs on it, and verifies the copy. The plain token is left out.',
  examples: ['backup /mnt/safe/2026-11-24'],
  async run(args) {
    const { values, positionals } = parsed(args, {
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean' },
    });
    const target = sole(positionals, 'the folder that is to hold the backup');
    assertEmbedded(values.data);
    if (existsSync(target)) throw new UsageError(`${target} is there already: a backup never overwrites anything.`);
    if (`${resolve(target)}${sep}`.startsWith(`${resolve(values.data)}${sep}`))
      throw new UsageError(`${target} lies in the data folder itself: a backup belongs elsewhere.`);
    await copyTo(values.data, target);
    progress('verifying the copy');
    const { ok, events, streams, head, problems } = await verdictOn(target);
    progress('');
    const told = { ok, target, events, streams, head, problems };
    const words = ok ? `${events} events up to position ${head ?? '-'} are in ${target}.` : 'The copy does not verify.';
    await print(values.json ? JSON.stringify(told) : words);
    return ok ? EXIT.done : EXIT.unverified;
  },
};

const assertEmbedded = (dir: string): void => {
  if ((process.env['EDICT_STORE'] ?? 'embedded') !== 'embedded')
    throw new UsageError('The log lies on a server: back it up there, as its maker says.');
  if (!existsSync(join(dir, 'events.db'))) throw new UsageError(`${dir} is not a data folder of Edict.`);
};

/** Made anew where it is missing, or of this machine and this moment only. */
const LEFT_OUT =
  /^(views\.db.*|lock\..*|server\.json|token|events\.digest|exports|incoming|.*\.next|.*-(wal|shm|journal))$/;

const asItLies = {
  recursive: true,
  preserveTimestamps: true,
  filter: (path: string) => !LEFT_OUT.test(basename(path)),
} as const;

/**
 * The checkpoint goes first: the log may then be longer than it says, and never shorter. Files come after the log, so that all that
 * an event names is there.
 */
const copyTo = async (dir: string, target: string): Promise<void> => {
  await mkdir(target, { recursive: true, mode: 0o700 });
  try {
    for (const name of ['checkpoint', 'checkpoint.synced', 'checkpoint-access', 'checkpoint-access.synced'])
      if (existsSync(join(dir, name))) await copyFile(join(dir, name), join(target, name));
    progress('copying the log');
    for (const name of await namesIn(dir, (each) => each.endsWith('.db')))
      snapshot(join(dir, name), join(target, name));
    progress('copying the files');
    for (const name of await namesIn(dir, (each) => !each.endsWith('.db') && !each.startsWith('checkpoint')))
      await cp(join(dir, name), join(target, name), asItLies);
    const elsewhere = process.env['EDICT_FILES'];
    if (elsewhere !== undefined) await cp(elsewhere, join(target, 'blobs'), asItLies);
    await writeSums(target);
    await closeCopy(target);
  } catch (error) {
    await rm(target, { recursive: true });
    throw error;
  }
};

const namesIn = async (dir: string, isMeant: (name: string) => boolean): Promise<readonly string[]> =>
  (await readdir(dir)).filter((name) => !LEFT_OUT.test(name) && isMeant(name));

/** One moment of a database that others go on writing to. */
const snapshot = (file: string, target: string): void => {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
};
