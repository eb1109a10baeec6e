import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { readIfThere, replaceDurably } from './durable-file.ts';
import { closeToOthers, makeOwn } from './own-file.ts';

/** Everything that one Edict knows, and the right to be the only process that touches it, until `close`. */
export type DataFolder = Readonly<{
  dir: string;
  /** The id that this Edict has had since the folder was made: where the hash chains begin. */
  installation: string;
  events: string;
  views: string;
  checkpoint: string;
  /** Secrets, sessions and names. */
  access: string;
  /** Who read what, and what seals it. */
  accessLog: string;
  accessCheckpoint: string;
  blobs: string;
  close(): void;
}>;

/** Another process has the folder open. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** Makes the folder if there is none, unless told not to, and closes it to others. Throws `FolderInUse`, or says what is wrong with the folder. */
export const openDataFolder = async (
  dir: string,
  { create = true, installation: known }: Readonly<{ create?: boolean; installation?: string | undefined }> = {},
): Promise<DataFolder> => {
  if (create) mkdirSync(dir, { recursive: true, mode: 0o700 });
  else if (!existsSync(join(dir, 'installation.json'))) throw new Error(`${dir} is not a data folder of Edict.`);
  const unlock = lock(dir);
  try {
    closeToOthers(dir);
    const installation = await installationOf(join(dir, 'installation.json'), known);
    return { dir, installation, ...filesIn(dir), close: unlock };
  } catch (error) {
    unlock();
    throw error;
  }
};

const filesIn = (dir: string) => ({
  events: join(dir, 'events.db'),
  views: join(dir, 'views.db'),
  checkpoint: join(dir, 'checkpoint'),
  access: join(dir, 'access.db'),
  accessLog: join(dir, 'access-log.db'),
  accessCheckpoint: join(dir, 'checkpoint-access'),
  blobs: join(dir, 'blobs'),
});

/**
 * The operating system lets go of the lock when its holder ends, however it ends. Nobody else may open and close `lock.db` in this
 * process: on POSIX that would let go of it too, so the id of the holder is in a file of its own.
 */
const lock = (dir: string): (() => void) => {
  const [file, holder] = [join(dir, 'lock.db'), join(dir, 'lock.pid')];
  makeOwn(file);
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    const pid = readIfThere(holder)?.trim();
    throw new FolderInUse(`${dir} is open in another process${pid ? ` (${pid})` : ''}.`, { cause });
  }
  writeFileSync(holder, `${process.pid}\n`, { mode: 0o600 });
  return () => {
    if (!db.isOpen) return;
    rmSync(holder, { force: true });
    db.close();
  };
};

const installationOf = async (file: string, known?: string): Promise<string> => {
  const text = readIfThere(file);
  if (text !== undefined) return agreed(file, parsed(file, text), known);
  const installation = known ?? randomUUID();
  await replaceDurably(file, written(installation));
  return installation;
};

const agreed = (file: string, installation: string, known = installation): string => {
  if (installation === known) return installation;
  throw new Error(`${file} holds another id than the one that was given: it is the folder of another installation.`);
};

const written = (installation: string): string => `{"installation":"${installation}"}\n`;

const parsed = (file: string, text: string): string => {
  const installation = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0];
  if (!installation || text !== written(installation)) throw new Error(`${file} is damaged: it should hold one id.`);
  return installation;
};
