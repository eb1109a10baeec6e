import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { measured } from '../child.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import type { SuccessionAnswer } from './succession.child.ts';

/** What a merger takes, and what readers notice of it. */
export const runSuccession = ({ dir, rounds }: Options, recorder: Recorder): Promise<void> =>
  inFolder(dir, async (folder) => {
    for (let round = 0; round < rounds; round++) {
      progress(`round ${round + 1}: succession`);
      await recorder.attempt('succession', async () => {
        const path = join(folder, `succession-${round}`);
        mkdirSync(path);
        const said = await measured<SuccessionAnswer>('succession/succession.child.ts', { dir: path });
        recorder.add('succession', round, said.seconds);
        recorder.add('succession, cpu seconds', round, said.cpu);
        recorder.add('inbox page meanwhile ms, p50', round, said.p50);
        recorder.add('inbox page meanwhile ms, p95', round, said.p95);
        recorder.add('pages read meanwhile', round, said.pages);
      });
    }
  });
