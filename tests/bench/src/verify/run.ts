import { measured } from '../child.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Sample } from '../statistics.ts';
import { inFolder } from '../work-folder.ts';
import type { VerifyAnswer } from './verify.child.ts';

/** A long log, closed and then checked by somebody who does not trust it. */
export const runVerify = (options: Options): Promise<readonly Sample[]> =>
  inFolder(options.dir, async (dir) => {
    progress(`a log of ${options.events} events to be verified`);
    await measured<number>('engine/build.child.ts', { dir, events: options.events });
    const samples: Sample[] = [];
    for (let round = 0; round < Math.min(3, options.rounds); round++) {
      const { seconds } = await measured<VerifyAnswer>('verify/verify.child.ts', { dir });
      samples.push({ candidate: 'edict', cell: 'verify', round, value: seconds });
    }
    return samples;
  });
