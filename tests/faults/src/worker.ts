import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';

import { openEmbedded } from '@edict/adapter-sqlite';
import { logNamedIn } from '@edict/cli/src/log.ts';
import { openEngine } from '@edict/engine';
import { idFrom, plusMs } from '@edict/kernel';

import { act, telling } from './acting.ts';
import type { Job } from './processes.ts';
import { randomOf } from './random.ts';
import { say, sayAck } from './say.ts';

// Run by the specs as a process of its own, to be killed. Each append that was acknowledged is a line, written before anybody hears of it.

flushCompileCache();
const job = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Job;
const random = randomOf(job.seed ?? 0);

/** Under load an hour passes every fortieth of a second, up to a day; otherwise time stands still. */
const HOUR_MS = 3_600_000;
let atWorkSince = Infinity;
const hours = () => Math.min(23, Math.max(0, Math.floor((performance.now() - atWorkSince) / 25)));
const clock = () => plusMs(job.now, hours() * HOUR_MS);

const embedded = await openEmbedded(job.dir, { openStore: logNamedIn(process.env) });
const engine = await openEngine({ ...embedded, store: telling(embedded.store, sayAck), clock });

const send = async (): Promise<void> => {
  for (const { command, caller } of job.send ?? []) {
    await engine.execute(command, caller);
    if (!job.thenStop) await engine.drain();
  }
};

const load = async (tasks: readonly string[]): Promise<void> => {
  say('at work');
  atWorkSince = performance.now();
  const { signal } = new AbortController();
  const callers = Array.from({ length: tasks.length > 0 ? 8 : 0 }, (_, n) =>
    act(tasks, { engine, random, seed: idFrom(String(job.seed), String(n)), say, signal }),
  );
  await Promise.all([engine.start(signal), ...callers]);
};

await send();
if (job.load) await load(job.load);
if (job.ring) await engine.ring();
if (!job.thenStop) await engine.drain();
await embedded.close();
