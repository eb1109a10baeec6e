import { setTimeout as pause } from 'node:timers/promises';

import { MACHINE } from '@edict/engine';
import { instant, plusMs } from '@edict/kernel';

import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { Recorder } from '../recorder.ts';
import { quantile } from '../statistics.ts';
import { inFolder } from '../work-folder.ts';
import { commandsAt } from './commands.ts';
import { Ground } from './ground.ts';
import { fill, type Due, type OpenTask } from './tasks.ts';

const START = instant('2025-05-16T02:00:00Z');
const [ONE, TWO, FOUR, MINUTE, NEVER] = ['19', '20', '21', '22']
  .map((day) => `2025-05-${day}T17:00:00.000Z`)
  .concat('2035-05-21T17:00:00.000Z') as [string, string, string, string, string];
const COMMANDS_S = 500;
const SOAK_S = 20;
const INBOX = 'government-party-committee';

type Scale = Readonly<{ round: number; recorder: Recorder; options: Options }>;

/** What several processes on PostgreSQL and Redis take on, and where they stop. */
export const runScale = (options: Options, recorder: Recorder): Promise<void> =>
  inFolder(options.dir, async (folder) => {
    recorder.notes.push('- scale: log and views on one PostgreSQL, everything on this machine; once, not in rounds');
    const ground = await Ground.open(folder, START);
    try {
      await measure(ground, { round: 0, recorder, options });
    } finally {
      await ground.close();
    }
  });

const measure = async (ground: Ground, scale: Scale): Promise<void> => {
  const { recorder, options } = scale;
  const add = (cell: string, value: number) => recorder.add(cell, scale.round, value);
  const { few, many, open } = options.tasks;
  const dues = [ONE, TWO, FOUR].map((at): Due => ({ at, tasks: few }));
  const rest = open - 3 * few - many;
  progress(`${open} tasks`);
  const from = performance.now();
  const tasks = await fill(ground, [...dues, { at: MINUTE, tasks: many }, { at: NEVER, tasks: rest }]);
  add('open tasks', open);
  add('their log written, s', (performance.now() - from) / 1000);
  progress('their views');
  await ground.start('sagas');
  add('their views made, s', await ground.caughtUp());

  for (const [workers, at] of [
    [1, ONE],
    [2, TWO],
    [4, FOUR],
  ] as const) {
    while (ground.roles.length < 1 + workers) await ground.start('worker');
    progress(`rings, ${workers} workers`);
    add(`rings/s, ${workers} workers`, few / (await ring(ground, at)));
  }
  progress('one minute');
  add('alarms due in one minute', many);
  add('alarms of one minute rung, s', await ring(ground, MINUTE));
  await recorder.attempt('lag', () => lagOf(ground, tasks, scale));
  await recorder.attempt('inbox', () => inboxOf(ground, scale));
  await recorder.attempt('soak', () => soak(ground, tasks, scale));
};

/** Seconds until all that is due then is rung; what follows from it is waited for, and not counted. */
const ring = async (ground: Ground, at: string): Promise<number> => {
  ground.now = instant(at);
  const seconds = await ground.rung(plusMs(instant(at), 1));
  await ground.caughtUp();
  return seconds;
};

const lagOf = async (
  ground: Ground,
  tasks: readonly OpenTask[],
  { recorder, round, options }: Scale,
): Promise<void> => {
  progress('lag');
  await ground.start('web');
  const seconds = options.soakMinutes < 1 ? 5 : 30;
  const { lags, sent } = await commandsAt(ground, tasks, { perSecond: COMMANDS_S, seconds, run: 'lag' });
  recorder.add('commands/s while lag was measured', round, sent);
  recorder.add('event to view ms, p50', round, quantile(lags, 0.5));
  recorder.add('event to view ms, p99', round, quantile(lags, 0.99));
};

const inboxOf = async ({ engine }: Ground, { recorder, round }: Scale): Promise<void> => {
  const times: number[] = [];
  for (let n = 0; n < 200; n++) {
    const from = performance.now();
    await engine.reader.as(MACHINE).lists.inbox(INBOX, { limit: 50 });
    times.push(performance.now() - from);
  }
  recorder.add('inbox page among them ms, p50', round, quantile(times, 0.5));
  recorder.add('inbox page among them ms, p95', round, quantile(times, 0.95));
};

/** A tenth of the pace for as long as was asked for; memory of each process in the second quarter, and in the last one of it. */
const soak = async (ground: Ground, tasks: readonly OpenTask[], { recorder, round, options }: Scale): Promise<void> => {
  const minutes = options.soakMinutes;
  const resident = new Map(ground.roles.map((each) => [each, [] as number[]]));
  const until = performance.now() + minutes * 60_000;
  for (let n = 0; performance.now() < until; n++) {
    progress(`soak, ${Math.ceil((until - performance.now()) / 60_000)} minutes left`);
    const seconds = Math.min(SOAK_S, minutes * 15);
    await commandsAt(ground, tasks, { perSecond: COMMANDS_S / 10, seconds, run: `soak-${n}` });
    for (const [role, values] of resident) values.push(role.resident);
    await pause(100);
  }
  recorder.add('soak, minutes', round, minutes);
  for (const role of ['sagas', 'web', 'worker']) {
    const all = [...resident].filter(([each]) => each.role === role).map(([, values]) => values);
    const quarter = (n: number) =>
      Math.max(
        ...all.map((values) =>
          quantile(values.slice(Math.floor((n * values.length) / 4), Math.ceil(((n + 1) * values.length) / 4)), 0.5),
        ),
      );
    recorder.add(`${role}, MB in the second quarter`, round, quarter(1));
    recorder.add(`${role}, MB in the last quarter`, round, quarter(3));
  }
};
