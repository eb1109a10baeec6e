import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openEmbedded } from '@edict/adapter-sqlite';
import { openEngine } from '@edict/engine';
import { instant, type Actor } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { answer, question } from '../child.ts';
import { spreadOf } from '../statistics.ts';
import { OPEN_TASKS } from './long-log.ts';
import type { OpenTask } from './template.ts';

/** At most: the shortest log has no more tasks. */
const ROUNDS = 5;

export type CommandAnswer = Readonly<{ milliseconds: number; cpu: number }>;

/**
 * Acts on tasks all over the log, one after the other: each is acknowledged and submitted, by its unit. To warm up, some others are
 * reported on several times.
 */
const { dir, round } = question() as { dir: string; round: number };
const [WARM_UP, REPORTS, MEASURED] = [60, 4, 150];

const embedded = await openEmbedded(dir);
const engine = await openEngine({ ...embedded, clock: () => instant('2025-11-02T00:00:00Z') });

const act = async ({ stream, unit }: OpenTask, type: string, data: object): Promise<number> => {
  const actor: Actor = { id: `officer of ${unit}`, unit, capacity: 'officer', origin: 'person' };
  const key = `${type} ${stream} ${JSON.stringify(data)} ${round}`;
  const from = performance.now();
  await engine.execute({ stream, type, data }, byPerson(actor, key));
  return performance.now() - from;
};

const all = JSON.parse(await readFile(join(dir, OPEN_TASKS), 'utf8')) as OpenTask[];
const share = Math.floor(all.length / (WARM_UP + ROUNDS * MEASURED));
const spread = all.filter((_, n) => n % share === 0);
const tasks = spread
  .slice(WARM_UP)
  .filter((_, n) => n % ROUNDS === round)
  .slice(0, MEASURED);
if (tasks.length < MEASURED) throw new Error(`The log has too few tasks for a round ${round + 1}.`);

for (let n = 0; n < REPORTS; n++)
  for (const task of spread.slice(0, WARM_UP)) await act(task, 'ReportProgress', { assignment: 1, report: `${n}` });

const before = process.cpuUsage();
const times: number[] = [];
for (const task of tasks) {
  times.push(await act(task, 'AcknowledgeTask', { assignment: 1 }));
  times.push(await act(task, 'SubmitTask', { assignment: 1, report: 'Done in all communes.' }));
}
const { user, system } = process.cpuUsage(before);
const measured: CommandAnswer = {
  milliseconds: spreadOf(times)!.median,
  cpu: (user + system) / 1000 / times.length,
};
await embedded.close();
answer(measured);
