import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

// The thread of the checkpointer. It imports node's own only, so that it starts the same from source and built.

export type CheckpointerData = Readonly<{ file: string }>;

/** In pages of 4 KiB: a log that nobody writes to for a moment starts over by itself, and one this long is made to. */
const LONG = 24_000;

const port = parentPort!;
const db = new DatabaseSync((workerData as CheckpointerData).file, { timeout: 1_000 });
const passing = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
/** Whoever wants to write waits meanwhile: it comes after one that has left little to do. */
const restart = db.prepare('PRAGMA wal_checkpoint(RESTART)');

port.on('message', () => {
  const { log } = passing.get() ?? {};
  if (Number(log) > LONG) {
    passing.get();
    restart.get();
  }
  port.postMessage('takenOver');
});
