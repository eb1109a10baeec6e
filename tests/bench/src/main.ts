import { mkdirSync, writeFileSync } from 'node:fs';

import { runEngine } from './engine/run.ts';
import { machineOf } from './machine.ts';
import { optionsFrom } from './options.ts';
import { machineLines, targetLines, valueLines } from './report.ts';
import type { Sample } from './statistics.ts';
import { runStore } from './store/run.ts';
import { targetsOf } from './targets.ts';
import { runVerify } from './verify/run.ts';

const options = optionsFrom(process.argv.slice(2));
const samples: Sample[] = [];
const notes: string[] = [];

if (options.parts.includes('store')) {
  const { samples: store, missing, disturbed, cells } = await runStore(options);
  samples.push(...store);
  notes.push(...Object.entries(missing).map(([name, reason]) => `- not measured: ${name}: ${reason}`));
  if (disturbed > 0) notes.push(`- ${disturbed} of ${cells} cells began while others used the machine`);
}
if (options.parts.includes('engine')) samples.push(...(await runEngine(options)));
if (options.parts.includes('verify')) samples.push(...(await runVerify(options)));

const machine = await machineOf(options.dir);
const lines = [
  ...machineLines(machine),
  `- rounds: ${options.rounds}`,
  ...notes,
  '',
  ...targetLines(targetsOf(options), samples),
  '',
  ...valueLines(samples),
];
process.stdout.write(`${lines.join('\n')}\n`);

const results = new URL('../results/', import.meta.url);
mkdirSync(results, { recursive: true });
const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`;
writeFileSync(new URL(name, results), JSON.stringify({ machine, options, notes, samples }, null, 2));
