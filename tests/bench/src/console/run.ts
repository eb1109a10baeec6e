import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { measured, WITH_DECORATORS } from '../child.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { inFolder } from '../work-folder.ts';
import type { ConsoleAnswer } from './console.child.ts';

const BROWSERS = [
  process.env['EDICT_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const PAGES = new URL('../../../../apps/web/dist/index.html', import.meta.url);

/** What somebody with ten thousand tasks waits for in a real browser, which runs beside the server on this machine. */
export const runConsole = ({ dir, rounds }: Options, recorder: Recorder): Promise<void> =>
  inFolder(dir, async (folder) => {
    const chromium = BROWSERS.find((path) => path !== undefined && existsSync(path));
    if (!chromium) throw new Error('No Chromium on this machine: install one, or name it in EDICT_CHROMIUM.');
    if (!existsSync(PAGES)) throw new Error('The console is not built: run nx build web.');
    for (let round = 0; round < rounds; round++) {
      const path = join(folder, `console-${round}`);
      mkdirSync(path);
      progress(`round ${round + 1}: console`);
      await recorder.attempt('console', async () => {
        const said = await measured<ConsoleAnswer>(
          'console/console.child.ts',
          { dir: path, chromium },
          WITH_DECORATORS,
        );
        recorder.add('console, first list cold, ms', round, said.cold);
        recorder.add('console, first list warm, ms', round, said.warm);
        recorder.add('console, slowest filter, ms', round, said.filter);
        recorder.add('console, act to stored echo, p95, ms', round, said.echo);
        recorder.add('console, longest task while scrolling, ms', round, said.long);
        recorder.add('console, directive as known at another moment, ms', round, said.asOf);
        recorder.add('console, directive to twenty units by keys, s', round, said.issued.seconds);
        recorder.add('console, the same, keys pressed', round, said.issued.presses);
      });
    }
  });
