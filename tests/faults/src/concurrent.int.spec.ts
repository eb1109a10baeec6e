import { beforeAll, describe, expect, it } from '@jest/globals';
import { task as decider, type TaskRow } from '@edict/directives';
import type { Engine } from '@edict/engine';
import { canonical, fold, Rejection, type Actor, type Command } from '@edict/kernel';
import { SEED } from '@edict/kernel/testing';
import { byPerson, Conflict, happened, type AnyDecider, type EventStore, type Recorded } from '@edict/runtime';

import { aftermath } from './aftermath.ts';
import { randomOf } from './random.ts';
import { actor, copyOf, prepared, START, within, type Prepared } from './scene.ts';

const CLIENTS = 50;
const TURNS = 6;

/** What a client sent, what it was told, and where the stream ended just before it sent it and just after it was told. */
type Sent = Readonly<{ command: Command; by: Actor; id: string; told: string; from: number; to: number }>;

const task = decider as unknown as AnyDecider;

/** What the rules make of a command after the first `length` events: the events, or the code of the refusal. */
const decided = ({ command, by }: Sent, history: readonly Recorded[], length: number): string => {
  const state = fold(task, history.slice(0, length).map(happened));
  const context = { now: START, occurredAt: START, actor: by, stream: command.stream };
  const decision = task.decide(command, state, context);
  return 'rejection' in decision ? decision.rejection.code : canonical(decision);
};

/** Where the log and what a client was told are not one history that could have been, one act after the other. */
const contradictions = (sent: readonly Sent[], history: readonly Recorded[]): readonly string[] =>
  sent
    .filter((each) => {
      const written = history.filter(({ meta }) => meta['commandId'] === each.id);
      return written[0] ? !isAsWritten(each, history, written) : each.told !== 'conflict' && !wasEverSo(each, history);
    })
    .map(({ command, told, from, to }) => `${command.type}: ${told}, between ${from} and ${to}`);

const isAsWritten = (each: Sent, history: readonly Recorded[], written: readonly Recorded[]): boolean => {
  const at = written[0]!.revision;
  const events = canonical(written.map(({ type, data }) => ({ type, data })));
  return each.from <= at && written.at(-1)!.revision < each.to && decided(each, history, at) === events;
};

const wasEverSo = (each: Sent, history: readonly Recorded[]): boolean => {
  const wanted = each.told === 'done' ? '[]' : each.told;
  const moments = Array.from({ length: each.to - each.from + 1 }, (_, n) => each.from + n);
  return moments.some((length) => decided(each, history, length) === wanted);
};

describe(`${CLIENTS} clients who act on one task at the same time (seed ${SEED})`, () => {
  let scene: Prepared;
  let row: TaskRow;
  beforeAll(async () => {
    scene = await prepared();
    row = scene.tasks.find(({ kind, unit }) => kind === 'standing' && unit !== null)!;
  });

  type Ports = Readonly<{ engine: Engine; store: EventStore }>;

  const send = async ({ engine, store }: Ports, [by, type, data]: readonly [string, string, object], key: string) => {
    const stream = `task-${row.taskId}`;
    const command: Command = { stream, type, data };
    const caller = byPerson(actor(by), key);
    const from = (await store.read(stream)).length;
    const told = await engine.execute(command, caller).then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof Rejection) return error.code;
        if (error instanceof Conflict) return 'conflict';
        throw error;
      },
    );
    return { command, by: caller.actor, id: caller.commandId, told, from, to: (await store.read(stream)).length };
  };

  it('R20: are told what one after the other would have been told', async () => {
    const dir = copyOf(scene.assigned);
    const { pick } = randomOf(SEED);
    const { unit, assignment } = row;
    const report = { assignment, report: 'What was done.' };
    const act = () =>
      pick<readonly [string, string, object]>([
        [unit!, 'AcknowledgeTask', { assignment }],
        [unit!, 'ReportProgress', report],
        [unit!, 'SubmitTask', report],
        ['politburo', 'AcceptTask', { submission: pick([1, 2, 3]) }],
        ['politburo', 'ReturnTask', { submission: pick([1, 2, 3]), reason: 'More is needed.' }],
        ['ha-noi', 'SubmitTask', report],
      ]);
    await within(dir, async (engine, { store }) => {
      const client = async (n: number): Promise<readonly Sent[]> => {
        const sent: Sent[] = [];
        for (let turn = 0; turn < TURNS; turn++)
          sent.push(await send({ engine, store }, act(), `${SEED} ${n} ${turn}`));
        return sent;
      };
      const sent = (await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))).flat();
      const history = await store.read(`task-${row.taskId}`);
      expect(contradictions(sent, history)).toStrictEqual([]);
      const told = new Set(sent.map((each) => each.told));
      expect(told.has('done') && told.size > 2).toBe(true);
    });
    expect((await aftermath(dir, { now: START })).broken).toStrictEqual([]);
  });

  it('R20: who names the revision that they saw win once, and all others are told that it has moved', async () => {
    await within(copyOf(scene.assigned), async (engine, { store }) => {
      const stream = `task-${row.taskId}`;
      const { unit, assignment } = row;
      const expected = (await store.read(stream)).length - 1;
      const act = async (n: number): Promise<string> => {
        const command: Command = { stream, type: 'ReportProgress', data: { assignment, report: `By ${n}.` } };
        const caller = { ...byPerson(actor(unit!), `seen ${n}`), expected };
        return engine.execute(command, caller).then(
          () => 'done',
          (error: unknown) => (error as Rejection).code,
        );
      };
      const told = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => act(n)));
      expect(told.toSorted()).toStrictEqual([...Array<string>(CLIENTS - 1).fill('act/stream-moved'), 'done']);
      expect((await store.read(stream)).length).toBe(expected + 2);
    });
  });
});
