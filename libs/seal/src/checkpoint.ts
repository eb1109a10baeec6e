import { sha256 } from '@edict/kernel';

import { checkedPart, checkpointLines, type CheckpointLines, type Head } from './checkpoint-lines.ts';
import { rootOfFrontier, type Frontier } from './frontier.ts';
import type { Hash } from './hash.ts';

export type { Head } from './checkpoint-lines.ts';

/** What was sealed: the first `frontier.size` events of the log, the last of which is `head`. */
export type Checkpoint = Readonly<{ origin: string; frontier: Frontier; root: Hash; head: Head | undefined }>;

export type Parsed = Readonly<{ checkpoint: Checkpoint }> | Readonly<{ reason: string }>;

/** Whose log it is: the first line of a checkpoint. */
export const originOf = (installation: string): string => `edict/${installation}`;

/**
 * The text that is kept outside the database, in the manner of C2SP tlog-checkpoint: origin, count and root (base64); then what
 * sealing needs to go on; then a checksum, so that damage to the checkpoint is told from damage to the log.
 */
export const writeCheckpoint = ({ origin, frontier, root, head }: Checkpoint): string => {
  const lines = [origin, frontier.size, base64(root), ...(head ? [headLine(head), frontierLine(frontier)] : [])];
  const text = lines.map((line) => `${line}\n`).join('');
  return `${text}sha256 ${sha256(text)}\n`;
};

const headLine = ({ position, stream, revision, hash }: Head) => `head ${position} ${stream} ${revision} ${hash}`;

const frontierLine = ({ hashes }: Frontier) => `frontier ${hashes.join(',')}`;

const base64 = (root: Hash): string => Buffer.from(root, 'hex').toString('base64');

/** Reads exactly what `writeCheckpoint` writes, and says why it reads nothing else. */
export const parseCheckpoint = (text: string): Parsed => {
  const checked = checkedPart(text);
  if (!checked) return { reason: 'The checkpoint is torn: it does not end with its checksum.' };
  if (sha256(checked.text) !== checked.sum)
    return { reason: 'The checkpoint is damaged or was edited: its checksum is that of another text.' };
  const lines = checkpointLines(text);
  const checkpoint = lines && fromLines(lines);
  if (!checkpoint || writeCheckpoint(checkpoint) !== text)
    return { reason: 'The checkpoint is not one: its lines do not fit together.' };
  return { checkpoint };
};

/** The root is computed, not read: writing it again shows whether the frontier leads to the root that was read. */
const fromLines = ({ origin, size, frontier: hashes, head }: CheckpointLines): Checkpoint => {
  const frontier = { size, hashes };
  return { origin, frontier, root: rootOfFrontier(frontier), head };
};

/**
 * Whether the log in the database still is the one that was sealed. `found` is the event at the place of the checkpoint's head,
 * `logHead` where the log ends. `undefined`: it is; else the reason to refuse it.
 */
export const compareWithLog = (
  { frontier, head }: Checkpoint,
  found: Readonly<{ hash: string }> | undefined,
  logHead: string,
): string | undefined => {
  if (!head) return undefined;
  const { position, stream, revision, hash } = head;
  const sealed = `${frontier.size} events up to position ${position} (${stream}@${revision}) were sealed`;
  if (logHead < position)
    return `The log was rolled back: ${sealed}, but it ends at ${logHead ? `position ${logHead}` : 'its beginning'}. An old copy of the database may have been put back.`;
  if (!found)
    return `The log is another one: ${sealed}, but it has no ${stream}@${revision} (it ends at position ${logHead}).`;
  if (found.hash !== hash)
    return `The log was forked: ${sealed} with hash ${hash}, but there it has ${found.hash} (it ends at position ${logHead}).`;
  return undefined;
};
