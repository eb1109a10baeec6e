import { measured } from '../child.ts';
import { quiet } from '../machine.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import type { VerifyAnswer } from './verify.child.ts';

const PATIENCE_MS = 4_000;

/** A long log, closed and then checked by somebody who does not trust it. */
export const runVerify = ({ dir: parent, lengths: [, , events], rounds }: Options, recorder: Recorder): Promise<void> =>
  inFolder(parent, (dir) =>
    recorder.attempt('verify', async () => {
      progress(`a log of ${events} events to be verified`);
      await measured<number>('engine/build.child.ts', { dir, events });
      for (let round = 0; round < rounds; round++) {
        progress(`round ${round + 1}: verify`);
        await quiet(PATIENCE_MS);
        recorder.add('verify', round, (await measured<VerifyAnswer>('verify/verify.child.ts', { dir })).seconds);
      }
    }),
  );
