import { readFileSync } from 'node:fs';

import { openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { FileAnchor } from '@edict/adapter-sqlite';
import { openEngine } from '@edict/engine';
import { plusMs, type Instant } from '@edict/kernel';

import { act, telling } from './acting.ts';
import { randomOf } from './random.ts';
import { say, sayAck } from './say.ts';

// Run by the specs as a process of its own: all of Edict on PostgreSQL, with people at work, until it is asked to leave.

export type UpgradeJob = Readonly<{
  url: string;
  installation: string;
  /** Where its checkpoint is. */
  seal: string;
  /** When time began to run, by the clock of the machine, and at which moment. */
  since: number;
  from: Instant;
  tasks: readonly string[];
  seed: number;
}>;

/** Half a day passes each second, in all processes alike. */
const PACE = 43_200;

const job = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as UpgradeJob;
const leaving = new AbortController();
process.once('SIGTERM', () => leaving.abort());

const store = await PostgresEventStore.open({ url: job.url }, job.installation);
const { close, ...desk } = await openPostgresViews({ url: job.url });
const engine = await openEngine({
  ...{ ...desk, store: telling(store, sayAck), installation: job.installation, anchor: new FileAnchor(job.seal) },
  clock: () => plusMs(job.from, (Date.now() - job.since) * PACE),
});
say('at work');
const { signal } = leaving;
const people = Array.from({ length: 4 }, (_, n) => {
  const [random, seed] = [randomOf(job.seed + n), `upgrade ${job.seed} ${n}`];
  return act(job.tasks, { engine, random, seed, say, signal });
});
await Promise.all([engine.start(signal), ...people]);
await Promise.all([store.close(), close()]);
say('left');
