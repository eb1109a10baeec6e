import { measured } from '../child.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import type { LoopAnswer, LoopQuestion } from './server.child.ts';

/** A tenth more than the commands meant: so many are pings. */
const LOAD = { perSecond: 2_222, seconds: 5, connections: 64 };

/** How free the event loop stays while two thousand commands a second are stored, beside a server that stores nothing. */
export const runLoop = async ({ dir, rounds }: Options, recorder: Recorder): Promise<void> => {
  for (let round = 0; round < rounds; round++)
    for (const stores of round % 2 === 0 ? [true, false] : [false, true])
      await inFolder(dir, async (folder) => {
        const what = stores ? 'storing' : 'nothing';
        progress(`round ${round + 1}: the event loop, ${what}`);
        await recorder.attempt(`the event loop, ${what}`, async () => {
          const asked: LoopQuestion = { dir: folder, stores, load: LOAD };
          const { delay, ping, command } = await measured<LoopAnswer>('loop/server.child.ts', asked);
          recorder.add(`loop ${what}, delay p99 ms`, round, delay);
          recorder.add(`loop ${what}, ping p99 ms`, round, ping);
          recorder.add(`loop ${what}, command p99 ms`, round, command);
        });
      });
};
