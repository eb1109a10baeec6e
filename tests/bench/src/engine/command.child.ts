import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openEmbedded } from '@edict/adapter-sqlite';
import { openEngine, type Engine } from '@edict/engine';
import { instant, type Actor, type Command } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { answer, question } from '../child.ts';
import { spreadOf } from '../statistics.ts';
import { OPEN_TASKS } from './long-log.ts';
import type { OpenTask } from './template.ts';

export type CommandAnswer = Readonly<{ milliseconds: number; cpu: number }>;

/** One person acts on tasks all over the log: each acknowledges one and submits it. The first ones are to warm up. */
const { dir, round } = question() as { dir: string; round: number };
const [WARM_UP, MEASURED] = [150, 250];

const act = async (engine: Engine, { stream, unit }: OpenTask): Promise<void> => {
  const actor: Actor = { id: `officer of ${unit}`, unit, capacity: 'officer', origin: 'person' };
  const commands: readonly Command[] = [
    { stream, type: 'AcknowledgeTask', data: { assignment: 1 } },
    { stream, type: 'SubmitTask', data: { assignment: 1, report: 'Done in all communes.' } },
  ];
  for (const command of commands) {
    const from = performance.now();
    await engine.execute(command, byPerson(actor, `${command.type} ${stream}`));
    times.push(performance.now() - from);
  }
};

const times: number[] = [];
const embedded = await openEmbedded(dir);
const engine = await openEngine({ ...embedded, clock: () => instant('2025-11-02T00:00:00Z') });
const all = JSON.parse(await readFile(join(dir, OPEN_TASKS), 'utf8')) as OpenTask[];
const rounds = Math.floor(all.length / (WARM_UP + MEASURED));
const tasks = all.filter((_, n) => n % rounds === round % rounds).slice(0, WARM_UP + MEASURED);

for (const task of tasks.slice(0, WARM_UP)) await act(engine, task);
times.length = 0;
const before = process.cpuUsage();
for (const task of tasks.slice(WARM_UP)) await act(engine, task);
const { user, system } = process.cpuUsage(before);
const measured: CommandAnswer = {
  milliseconds: spreadOf(times)!.median,
  cpu: (user + system) / 1000 / times.length,
};
await embedded.close();
answer(measured);
