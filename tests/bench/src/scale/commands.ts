import { setTimeout as pause } from 'node:timers/promises';

import { idFrom, type Command } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import type { Ground } from './ground.ts';
import type { OpenTask } from './tasks.ts';

/** Every so many commands it is asked when the view of tasks has it. */
const SAMPLE = 10;
const TICK_MS = 20;
const PATIENCE_MS = 30_000;

/** `lags`: milliseconds from the answer of a command to when all views have it. `sent`: how many were answered in a second. */
export type Sent = Readonly<{ lags: readonly number[]; sent: number }>;

/** Reports of progress at a steady pace, whoever is slow: what is not sent in its tick is sent in the next. */
export const commandsAt = async (
  { engine }: Ground,
  tasks: readonly OpenTask[],
  { perSecond, seconds, run }: Readonly<{ perSecond: number; seconds: number; run: string }>,
): Promise<Sent> => {
  const lags: number[] = [];
  const waiting: Promise<unknown>[] = [];
  const report = async (n: number): Promise<void> => {
    const { stream, unit } = tasks[n % tasks.length]!;
    const actor = { id: `officer of ${unit}`, unit, capacity: 'officer', origin: 'person' } as const;
    const data = { assignment: 1, report: 'What was done.' };
    const command: Command = { stream, type: 'ReportProgress', data };
    const { position } = await engine.execute(command, byPerson(actor, idFrom(run, String(n))));
    if (n % SAMPLE > 0) return;
    const from = performance.now();
    if (!(await engine.waitFor(position, PATIENCE_MS))) throw new Error('Error: the views did not get there.');
    lags.push(performance.now() - from);
  };
  const from = performance.now();
  let n = 0;
  while (performance.now() - from < seconds * 1000) {
    for (const due = ((performance.now() - from) / 1000) * perSecond; n < due; n++) waiting.push(report(n));
    await pause(TICK_MS);
  }
  await Promise.all(waiting);
  return { lags, sent: n / ((performance.now() - from) / 1000) };
};
