import { hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { readIfThere, replaceDurably, syncFolder } from './durable-file.ts';

// Local modules and node's own only: the writer thread loads this file too.

const SEGMENT = 1 << 20;

/** `events.db` → `events.digest` */
export const digestFileOf = (file: string): string => file.replace(/(\.db)?$/, '.digest');

/**
 * Written when a store is closed, so that each byte of the closed file can be vouched for: also those that no event uses, which
 * neither the hash chain nor SQLite looks at. It guards against damage; whoever can write the file can write this too.
 */
export const writeFileDigest = (file: string): Promise<void> => replaceDurably(digestFileOf(file), digestOf(file));

/** To be called before the first write: once it returns, no later crash can bring the digest back. */
export const removeFileDigest = (file: string): void => {
  const digest = digestFileOf(file);
  if (!existsSync(digest)) return;
  rmSync(digest);
  syncFolder(dirname(digest));
};

/** What is wrong with the closed store of a data folder. Nothing is, too, when it was not closed and has no digest. */
export const verifyFileDigest = (dir: string): readonly string[] => checkFileDigest(join(dir, 'events.db'));

/** The same for a store by its own name. */
export const checkFileDigest = (file: string): readonly string[] => {
  const written = readIfThere(digestFileOf(file));
  if (written === undefined) return [];
  if (!existsSync(file)) return [`${basename(file)} is gone, its digest is still there.`];
  const found = digestOf(file);
  return [...unexpectedLog(file), ...(written === found ? [] : differences(file, written, found))];
};

/** One line for the length, and one with the SHA-256 for each MiB. */
const digestOf = (file: string): string => {
  const lines = [String(statSync(file).size)];
  const descriptor = openSync(file, 'r');
  try {
    const segment = new Uint8Array(SEGMENT);
    for (let read = SEGMENT; (read = readSync(descriptor, segment, 0, SEGMENT, null)) > 0;)
      lines.push(hash('sha256', segment.subarray(0, read)));
  } finally {
    closeSync(descriptor);
  }
  return `${lines.join('\n')}\n`;
};

const differences = (file: string, written: string, found: string): readonly string[] => {
  const [before, now] = [written.split('\n'), found.split('\n')];
  const length =
    before[0] === now[0] ? [] : [`${basename(file)} has ${now[0]} bytes; when it was closed, ${before[0]}.`];
  const changed = now.slice(1).flatMap((line, n) => (line === before[n + 1] ? [] : [rangeOf(file, n, Number(now[0]))]));
  return length.length + changed.length > 0 ? [...length, ...changed] : [`${basename(digestFileOf(file))} is damaged.`];
};

const rangeOf = (file: string, segment: number, size: number): string => {
  const [from, to] = [segment * SEGMENT, Math.min((segment + 1) * SEGMENT, size) - 1];
  return `${basename(file)} was changed while it was closed: bytes ${from} to ${to} are not what was written.`;
};

/** A closed store has nothing left to replay. */
const unexpectedLog = (file: string): readonly string[] => {
  const log = `${file}-wal`;
  const size = existsSync(log) ? statSync(log).size : 0;
  return size === 0 ? [] : [`${basename(log)} has ${size} bytes, though the store was closed.`];
};
