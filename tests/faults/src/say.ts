import { writeSync } from 'node:fs';

import type { Ack } from './oracle.ts';

/** A line to whoever started this process, which is on its way before anything else happens: where the pipe is full, it waits for room. */
export const say = (line: string): void => {
  for (let rest = Buffer.from(`${line}\n`); rest.length > 0;) rest = rest.subarray(written(rest));
};

/** An append that was acknowledged, as `startWorker` reads it. */
export const sayAck = (ack: Ack): void => say(JSON.stringify(ack));

const written = (bytes: Buffer): number => {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return 0;
  }
};
