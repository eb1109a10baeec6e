import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { answer, question } from '../child.ts';

/** How many times a second 512 bytes can be appended and brought to the disk: what one caller alone can never exceed. */
const { dir, seconds } = question() as { dir: string; seconds: number };
const descriptor = openSync(join(dir, 'probe'), 'a');
const block = Buffer.alloc(512, 'x');
let count = 0;
const from = performance.now();
do {
  writeSync(descriptor, block);
  fdatasyncSync(descriptor);
  count++;
} while (performance.now() - from < seconds * 1000);
answer((count * 1000) / (performance.now() - from));
closeSync(descriptor);
