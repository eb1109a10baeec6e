import { mkdirSync, writeFileSync } from 'node:fs';

import { runConsole } from './console/run.ts';
import { runEngine } from './engine/run.ts';
import { runStatistics } from './figures/run.ts';
import { runHttp } from './http/run.ts';
import { runLoop } from './loop/run.ts';
import { machineOf } from './machine.ts';
import { optionsFrom, USAGE, type Options } from './options.ts';
import { progress } from './progress.ts';
import { Recorder } from './recorder.ts';
import { runReading } from './reading/run.ts';
import { machineLines, targetLines, valueLines } from './report.ts';
import { runScale } from './scale/run.ts';
import { runStore } from './store/run.ts';
import { runSuccession } from './succession/run.ts';
import { targetsOf } from './targets.ts';
import { runVerify } from './verify/run.ts';

const RUNS = {
  store: runStore,
  engine: runEngine,
  verify: runVerify,
  reading: runReading,
  loop: runLoop,
  http: runHttp,
  succession: runSuccession,
  statistics: runStatistics,
  scale: runScale,
  console: runConsole,
};

/** The report goes to stdout and, with every single measurement, to a file. A target that is missed is said, and is no error. */
const bench = async (options: Options): Promise<void> => {
  const recorder = new Recorder();
  const machine = await machineOf(options.dir);
  for (const part of options.parts) await recorder.attempt(part, () => RUNS[part](options, recorder));
  progress('');

  const { samples, notes } = recorder;
  const header = [...machineLines(machine), `- rounds: ${options.rounds}`, ...new Set(notes)];
  const targets = targetLines(targetsOf(options), samples);
  process.stdout.write(`${[...header, '', ...targets, '', ...valueLines(samples)].join('\n')}\n`);

  const results = new URL('../results/', import.meta.url);
  mkdirSync(results, { recursive: true });
  const at = new Date().toISOString();
  const file = new URL(`${at.replaceAll(/[:.]/g, '-')}.json`, results);
  writeFileSync(file, JSON.stringify({ at, machine, options, notes, samples }, null, 2));
};

const args = process.argv.slice(2);
if (args.includes('--help')) process.stdout.write(`${USAGE}\n`);
else await bench(optionsFrom(args));
