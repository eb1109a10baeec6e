import { measured, WITH_DECORATORS } from '../child.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import type { CommandsAnswer } from './commands.child.ts';

/** What a command costs over HTTP, beside one that does nothing. */
export const runHttp = async ({ dir, rounds }: Options, recorder: Recorder): Promise<void> => {
  for (let round = 0; round < rounds; round++)
    await inFolder(dir, async (folder) => {
      progress(`round ${round + 1}: commands over HTTP`);
      await recorder.attempt('commands over HTTP', async () => {
        const asked = { dir: folder, round };
        const said = await measured<CommandsAnswer>('http/commands.child.ts', asked, WITH_DECORATORS);
        for (const what of ['done', 'nothing'] as const) {
          recorder.add(`HTTP ${what}, commands/s`, round, said[what].closed.perSecond);
          recorder.add(`HTTP ${what}, p99 ms at 64`, round, said[what].closed.p99);
          recorder.add(`HTTP ${what}, p50 ms at 500/s`, round, said[what].open.p50);
          recorder.add(`HTTP ${what}, p99 ms at 500/s`, round, said[what].open.p99);
        }
      });
    });
};
