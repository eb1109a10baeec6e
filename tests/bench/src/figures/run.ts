import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { measured } from '../child.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import type { StatisticsAnswer } from './statistics.child.ts';

/** What the four buckets over half a million tasks take, in the view as the embedded store has it. */
export const runStatistics = ({ dir, rounds }: Options, recorder: Recorder): Promise<void> =>
  inFolder(dir, async (folder) => {
    for (let round = 0; round < rounds; round++) {
      progress(`round ${round + 1}: statistics`);
      await recorder.attempt('statistics', async () => {
        const path = join(folder, `statistics-${round}`);
        mkdirSync(path);
        const said = await measured<StatisticsAnswer>('figures/statistics.child.ts', { dir: path });
        recorder.add('statistics, tasks in a bucket', round, said.tasks);
        recorder.add('statistics ms, first', round, said.first);
        recorder.add('statistics ms, p50', round, said.all.p50);
        recorder.add('statistics ms, p95', round, said.all.p95);
        recorder.add('statistics cpu ms', round, said.all.cpu);
        recorder.add('statistics of what is open ms, p50', round, said.open.p50);
        recorder.add('statistics of what is open ms, p95', round, said.open.p95);
        recorder.add('statistics of what is open cpu ms', round, said.open.cpu);
      });
    }
  });
