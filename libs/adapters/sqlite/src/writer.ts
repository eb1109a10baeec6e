import { existsSync } from 'node:fs';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';

import { crash } from './crash.ts';
import { EventLog, type Failure } from './event-log.ts';
import { removeFileDigest } from './file-digest.ts';
import { openForWriting, type WriterOptions } from './schema.ts';

// The writer thread. It imports local modules and node's own only, so that it starts the same from source and built.

export type WriterData = Readonly<{ file: string; options: WriterOptions }>;

/** A batch of commands: lines of UTF-8, the first their `Head`s, the others the events. Or, at the end, to close. */
export type Request = Uint8Array | 'close';

/** The answers to the commands of the oldest unanswered batches, in order; or why none of those batches was written. */
export type Answer =
  | Readonly<{ kind: 'open' }>
  | Readonly<{ kind: 'written'; results: Float64Array }>
  | Readonly<{ kind: 'failed'; batches: number; failure: Failure }>
  | Readonly<{ kind: 'closed'; clean: boolean }>;

/** What is waiting when a transaction begins goes into it, up to this many bytes. */
const GROUP_BYTES = 4 << 20;

const port = parentPort!;
const { file, options } = workerData as WriterData;
const db = openForWriting(file, options);
const log = new EventLog(db);
let written = false;
let broken: Failure | undefined;

const tell = (answer: Answer): void => port.postMessage(answer);

const serve = (first: Request): void => {
  const group: Uint8Array[] = [];
  let next: Request | undefined = first;
  for (let bytes = 0; next instanceof Uint8Array; next = bytes < GROUP_BYTES ? received() : undefined) {
    group.push(next);
    bytes += next.length;
  }
  if (group.length > 0) tell(write(group));
  crash('after-ack');
  if (next === 'close') close();
};

const received = (): Request | undefined => receiveMessageOnPort(port)?.message as Request | undefined;

const write = (group: readonly Uint8Array[]): Answer => {
  const outcome = broken ?? attempt(group);
  if (outcome instanceof Float64Array) return { kind: 'written', results: outcome };
  if (!outcome.passing) broken = { ...outcome, unknown: false };
  return { kind: 'failed', batches: group.length, failure: outcome };
};

const attempt = (group: readonly Uint8Array[]): Float64Array | Failure => {
  if (!written) removeFileDigest(file);
  written = true;
  crash('before-write');
  const outcome = log.write(group);
  crash('after-commit');
  return outcome;
};

const close = (): void => {
  const checkpointed = !broken && db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
  db.close();
  crash('after-checkpoint');
  // SQLite removes the write-ahead log with the last connection: where it stays, somebody else has the file open.
  tell({ kind: 'closed', clean: checkpointed && !existsSync(`${file}-wal`) });
  port.close();
};

port.on('message', serve);
tell({ kind: 'open' });
