import { setImmediate } from 'node:timers/promises';

import type { TaskRow } from '@edict/directives';
import { MACHINE, type Engine } from '@edict/engine';
import { idFrom, Rejection, type Actor, type Command } from '@edict/kernel';
import { byPerson, Conflict, type EventStore } from '@edict/runtime';

import type { Ack } from './oracle.ts';
import type { Random } from './random.ts';

type Say = (line: string) => void;

/** `heard` is told of each append that was acknowledged, before anybody else hears of it. */
export const telling = (store: EventStore, heard: (ack: Ack) => void): EventStore => ({
  read: (...which) => store.read(...which),
  follow: (...which) => store.follow(...which),
  head: () => store.head(),
  close: () => store.close(),
  async append(stream, after, events) {
    const position = await store.append(stream, after, events);
    heard({ stream, revision: after + events.length, commandId: events.at(-1)!.meta['commandId']! });
    return position;
  },
});

const clerk = (unit: string): Actor => ({ id: `clerk of ${unit}`, unit, capacity: 'officer', origin: 'person' });

type Act = readonly [by: string, type: string, data: object];

const actOn = ({ state, unit, assignment, submission }: TaskRow, { pick }: Random): Act => {
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

/** `seed`: nobody else's commands have the ids of these. */
type Acting = Readonly<{ engine: Engine; random: Random; seed: string; say: Say; signal: AbortSignal }>;

/** One act after another, on tasks that may not have been assigned yet, until told to stop. */
export const act = async (tasks: readonly string[], { engine, random, seed, say, signal }: Acting): Promise<void> => {
  const reading = engine.reader.as(MACHINE);
  for (let n = 0; !signal.aborted; n++) {
    const row = await reading.task(random.pick(tasks));
    if (row) {
      const [by, type, data] = actOn(row, random);
      const command: Command = { stream: `task-${row.taskId}`, type, data };
      await engine.execute(command, byPerson(clerk(by), idFrom(seed, String(n)))).catch((error: unknown) => {
        if (!isAnswer(error)) say(`fault ${String(error)}`);
      });
    }
    await setImmediate();
  }
};
