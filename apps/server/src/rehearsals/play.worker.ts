import { parentPort, workerData } from 'node:worker_threads';

import { Rejection } from '@edict/kernel';

import { play, type Play, type Played } from './play.ts';

/** What the thread says, once. A fault ends it. */
export type Said = Readonly<{ played: Played }> | Readonly<{ refused: Readonly<{ code: string; message: string }> }>;

const said = async (): Promise<Said> => {
  try {
    return { played: await play(workerData as Play) };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
};

parentPort?.postMessage(await said());
