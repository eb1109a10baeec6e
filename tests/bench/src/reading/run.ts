import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { measured, WITH_DECORATORS } from '../child.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import type { InboxAnswer } from './inbox.child.ts';
import type { StreamsAnswer } from './streams.child.ts';

/** What readers of the server wait for, and what those cost who listen. */
export const runReading = ({ dir, rounds }: Options, recorder: Recorder): Promise<void> =>
  inFolder(dir, async (folder) => {
    for (let round = 0; round < rounds; round++) {
      const fresh = (name: string): Readonly<{ dir: string }> => {
        const path = join(folder, `${name}-${round}`);
        mkdirSync(path);
        return { dir: path };
      };
      progress(`round ${round + 1}: inbox`);
      await recorder.attempt('inbox', async () => {
        const { p50, p95, cpu } = await measured<InboxAnswer>(
          'reading/inbox.child.ts',
          fresh('inbox'),
          WITH_DECORATORS,
        );
        recorder.add('inbox page ms, p50', round, p50);
        recorder.add('inbox page ms, p95', round, p95);
        recorder.add('inbox page cpu ms', round, cpu);
      });
      progress(`round ${round + 1}: streams`);
      await recorder.attempt('streams', async () => {
        const asked = fresh('streams');
        const said = await measured<StreamsAnswer>('reading/streams.child.ts', asked, WITH_DECORATORS);
        recorder.add('2000 streams, MB', round, said.resident);
        recorder.add('2000 streams, MB of heap', round, said.heap);
        recorder.add('2000 streams, seconds to all', round, said.seconds);
      });
    }
  });
