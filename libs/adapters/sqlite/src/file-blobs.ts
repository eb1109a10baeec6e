import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { BlobDamaged, BlobTooLarge, type Blob, type Blobs, type Keeping, type Kept } from '@edict/runtime';

import { crash } from './crash.ts';
import { syncFolder } from './durable-file.ts';

const NAME = /^[0-9a-f]{64}$/;
const PIECE = 65_536;
/** Nobody takes a day to hand in one file. */
const ABANDONED_MS = 86_400_000;

/**
 * A file for each blob, named by its hash, in a folder for each first byte of it. What comes in is written beside them and moves there, as
 * a whole and synced, once it may stay. What a crash left half way is cleared at the next start; where several processes share the
 * folder, once nobody can still be writing it.
 */
export class FileBlobs implements Blobs {
  readonly #dir: string;
  readonly #incoming: string;

  constructor(dir: string, { shared = false }: Readonly<{ shared?: boolean }> = {}) {
    this.#dir = dir;
    this.#incoming = join(dir, 'incoming');
    mkdirSync(this.#incoming, { recursive: true, mode: 0o700 });
    for (const file of readdirSync(this.#incoming)) clear(join(this.#incoming, file), shared ? ABANDONED_MS : 0);
  }

  async put(content: AsyncIterable<Uint8Array>, keeping: Keeping): Promise<Kept> {
    const file = join(this.#incoming, randomUUID());
    try {
      const kept = await written(file, content, keeping);
      crash('before-rename');
      await this.#keep(file, kept.sha256);
      return kept;
    } finally {
      await rm(file, { force: true });
    }
  }

  async get(sha256: string): Promise<Blob | undefined> {
    const file = this.#fileOf(sha256);
    const bytes = file === undefined ? undefined : await sizeOf(file);
    return bytes === undefined ? undefined : { sha256, bytes, content: verified(file!, { sha256, bytes }) };
  }

  async delete(sha256: string): Promise<void> {
    const file = this.#fileOf(sha256);
    if (file !== undefined) await rm(file, { force: true });
  }

  async #keep(file: string, sha256: string): Promise<void> {
    const folder = join(this.#dir, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(file, this.#fileOf(sha256)!);
    syncFolder(folder);
    syncFolder(this.#dir);
  }

  #fileOf(sha256: string): string | undefined {
    return NAME.test(sha256) ? placeIn(this.#dir, sha256) : undefined;
  }
}

const placeIn = (dir: string, sha256: string): string => join(dir, sha256.slice(0, 2), sha256);

/** What is wrong with a file that was kept in `dir`; `undefined`: nothing. Whoever asks keeps nothing there, and touches nothing. */
export const checkKeptFile = async (dir: string, sha256: string): Promise<string | undefined> => {
  try {
    const file = placeIn(dir, sha256);
    const bytes = await sizeOf(file);
    if (bytes === undefined) return `The file ${sha256} is missing.`;
    for await (const _ of verified(file, { sha256, bytes })) continue;
    return undefined;
  } catch (error) {
    return error instanceof BlobDamaged
      ? `The file ${sha256} is not what was kept.`
      : `The file ${sha256} cannot be read: ${(error as Error).message}`;
  }
};

/** Another process may be clearing it too. */
const clear = (file: string, olderMs: number): void => {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - changed >= olderMs) rmSync(file, { recursive: true, force: true });
};

const written = async (file: string, content: AsyncIterable<Uint8Array>, { most, inspect }: Keeping): Promise<Kept> => {
  const handle = await open(file, 'wx+', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > most) throw new BlobTooLarge(`More than ${most} bytes.`);
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await inspect?.({ bytes, read: (from, length) => piece(handle, from, length) });
    await handle.sync();
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await handle.close();
  }
};

/** Fewer bytes than asked for only at the end of the file. */
const piece = async (handle: FileHandle, from: number, length: number): Promise<Uint8Array> => {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
};

const sizeOf = async (file: string): Promise<number | undefined> => {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Holds back each piece until the next one is read, and the last until the hash is right. */
const verified = async function* (file: string, { sha256, bytes }: Kept): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const hash = createHash('sha256');
    let held = Buffer.alloc(0) as Uint8Array;
    for (let from = 0; from < bytes; from += PIECE) {
      if (held.length > 0) yield held;
      held = await piece(handle, from, Math.min(PIECE, bytes - from));
      hash.update(held);
    }
    if (hash.digest('hex') !== sha256) throw new BlobDamaged(`${sha256} is not what was kept under it.`);
    if (held.length > 0) yield held;
  } finally {
    await handle.close();
  }
};
