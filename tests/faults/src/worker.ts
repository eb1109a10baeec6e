import { readFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setImmediate } from 'node:timers/promises';

import { openEmbedded } from '@edict/adapter-sqlite';
import { logNamedIn } from '@edict/cli/src/log.ts';
import type { TaskRow } from '@edict/directives';
import { MACHINE, openEngine } from '@edict/engine';
import { idFrom, plusMs, Rejection, type Actor, type Command } from '@edict/kernel';
import { byPerson, Conflict, type EventStore } from '@edict/runtime';

import type { Job } from './processes.ts';
import { randomOf } from './random.ts';

// Run by the specs as a process of its own, to be killed. Each append that was acknowledged is a line, written before anybody hears of it.

flushCompileCache();
const job = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Job;
const random = randomOf(job.seed ?? 0);
const say = (line: string): void => void writeSync(1, `${line}\n`);

const telling = (store: EventStore): EventStore => ({
  read: (...which) => store.read(...which),
  follow: (...which) => store.follow(...which),
  head: () => store.head(),
  close: () => store.close(),
  async append(stream, after, events) {
    const position = await store.append(stream, after, events);
    const { commandId } = events.at(-1)!.meta;
    say(JSON.stringify({ stream, revision: after + events.length, commandId }));
    return position;
  },
});

/** Under load an hour passes every fortieth of a second, up to a day; otherwise time stands still. */
const HOUR_MS = 3_600_000;
let atWorkSince = Infinity;
const hours = () => Math.min(23, Math.max(0, Math.floor((performance.now() - atWorkSince) / 25)));
const clock = () => plusMs(job.now, hours() * HOUR_MS);

const embedded = await openEmbedded(job.dir, { openStore: logNamedIn(process.env) });
const engine = await openEngine({ ...embedded, store: telling(embedded.store), clock });

const send = async (): Promise<void> => {
  for (const { command, caller } of job.send ?? []) {
    await engine.execute(command, caller);
    if (!job.thenStop) await engine.drain();
  }
};

const clerk = (unit: string): Actor => ({ id: `clerk of ${unit}`, unit, capacity: 'officer', origin: 'person' });

type Act = readonly [by: string, type: string, data: object];
const { pick } = random;

const actOn = ({ state, unit, assignment, submission }: TaskRow): Act => {
  const report = { assignment, report: 'What was done.' };
  if (state === 'submitted')
    return pick([
      ['politburo', 'AcceptTask', { submission }],
      ['politburo', 'ReturnTask', { submission, reason: 'More is needed.' }],
    ]);
  return pick([
    [unit!, 'AcknowledgeTask', { assignment }],
    [unit!, 'ReportProgress', report],
    [unit!, 'SubmitTask', report],
  ]);
};

/** What a rule says no to, or others were faster at, is an answer too. */
const isAnswer = (error: unknown): boolean => error instanceof Rejection || error instanceof Conflict;

/** One act after another, on tasks that may not have been assigned yet. */
const act = async (tasks: readonly string[], caller: number): Promise<never> => {
  const reading = engine.reader.as(MACHINE);
  for (let n = 0; ; n++) {
    const row = await reading.task(pick(tasks));
    if (row) {
      const [by, type, data] = actOn(row);
      const command: Command = { stream: `task-${row.taskId}`, type, data };
      const key = idFrom(String(job.seed), String(caller), String(n));
      await engine.execute(command, byPerson(clerk(by), key)).catch((error: unknown) => {
        if (!isAnswer(error)) say(`fault ${String(error)}`);
      });
    }
    await setImmediate();
  }
};

const load = async (tasks: readonly string[]): Promise<void> => {
  say('at work');
  atWorkSince = performance.now();
  const callers = Array.from({ length: tasks.length > 0 ? 8 : 0 }, (_, n) => act(tasks, n));
  await Promise.all([engine.start(new AbortController().signal), ...callers]);
};

await send();
if (job.load) await load(job.load);
if (job.ring) await engine.ring();
if (!job.thenStop) await engine.drain();
await embedded.close();
