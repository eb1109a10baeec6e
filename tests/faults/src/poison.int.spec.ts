import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { taskView, upkeepStream, type TaskRow } from '@edict/directives';
import { conservationOf, openRehearsal, planning, type Rehearsal } from '@edict/engine';
import { genesisOf, idFrom, instant, plusMs, type Json } from '@edict/kernel';
import { byPerson, byRing, chain, tableOf, type EventStore, type Recorded } from '@edict/runtime';

import { findings } from './aftermath.ts';
import { brokenPromises } from './oracle.ts';
import { actor, copyOf, files, prepared, sending, START, ZONE, type Prepared } from './scene.ts';

const TASKS = tableOf(taskView);
const SUCCESSIONS = files.units.successions!;
const MIDNIGHT = instant('2025-06-30T17:00:00.000Z');
const ADMINISTRATOR = actor('installation', 'administrator');

/** What somebody else could have written with the rights of the process: nobody's code can make anything of it. */
const poison = async ({ store, installation }: Embedded, stream: string, type = 'TaskAssigned'): Promise<Recorded> => {
  const last = (await store.read(stream)).at(-1)!;
  const commandId = idFrom('poison', stream);
  const own = { commandId, causationId: commandId, correlationId: commandId, commandHash: '' };
  const end = { stream, last, genesis: genesisOf(installation) };
  const [event] = chain(end, [{ type, data: null as unknown as object }], {
    ...last.meta,
    origin: 'person',
    ...own,
  });
  await store.append(stream, last.revision, [event!]);
  return (await store.read(stream)).at(-1)!;
};

/** The log for an Edict whose code is mended: it can make something of that event too, which is that nothing has happened. */
const asMended = (store: EventStore, id: string): EventStore => {
  const harmless: Json = { assignment: 1, report: 'Nothing.', evidence: [], milestone: null };
  const mended = (event: Recorded): Recorded =>
    event.id === id ? { ...event, type: 'ProgressReported', data: harmless } : event;
  return {
    append: (...which) => store.append(...which),
    head: () => store.head(),
    close: () => store.close(),
    read: async (...which) => (await store.read(...which)).map(mended),
    async *follow(...which) {
      for await (const batch of store.follow(...which)) yield { ...batch, events: batch.events.map(mended) };
    },
  };
};

const running = async <T>(engine: Rehearsal, work: () => Promise<T>): Promise<T> => {
  const stop = new AbortController();
  const end = engine.start(stop.signal);
  return work().finally(() => (stop.abort(), end));
};
const until = async (isSo: () => Promise<boolean>) => {
  for (let left = 1_200; left > 0 && !(await isSo()); left--) await pause(50);
  expect(await isSo()).toBe(true);
};

describe('R16: an event that nobody can take', () => {
  let [scene, embedded, written]: [Prepared, Embedded, Recorded] = [] as never;
  let task: TaskRow;
  let other: TaskRow;
  beforeAll(async () => {
    scene = await prepared();
    embedded = await openEmbedded(copyOf(scene.assigned));
    [task, other] = scene.tasks.filter(({ kind, unit }) => kind === 'standing' && unit !== null) as [TaskRow, TaskRow];
    written = await poison(embedded, `task-${task.taskId}`);
  }, 120_000);
  afterAll(() => embedded.close());

  const report = (engine: Rehearsal, { taskId, unit, assignment }: TaskRow, key: string) => {
    const command = { stream: `task-${taskId}`, type: 'ReportProgress', data: { assignment, report: key } };
    const said = sending(command, actor(unit!), key);
    return engine.execute(said.command, said.caller);
  };
  const release = (engine: Rehearsal, name: string, how: 'retry' | 'skip' = 'retry') => {
    const data = { stream: written.stream, how, reason: 'Mended.' };
    const command = { stream: upkeepStream(name), type: 'ReleaseStream', data };
    return engine.execute(command, byPerson(ADMINISTRATOR, `release ${name} ${how}`));
  };
  /** Who has parked that stream, and nothing else is wrong with anybody. */
  const parkedBy = async (engine: Rehearsal): Promise<readonly string[]> => {
    const { head, subscribers } = await engine.health();
    const parking = subscribers.filter(({ parked }) => parked.length > 0);
    expect(new Set(parking.flatMap(({ parked }) => parked.map(({ stream }) => stream)))).toStrictEqual(
      new Set(parking.length > 0 ? [written.stream] : []),
    );
    const isWell = subscribers.every(({ reached, failing }) => reached === head && failing === null);
    return isWell ? parking.map(({ name }) => name) : ['somebody is behind'];
  };

  it('parks its stream with whoever reads it, saga, view and alarms, and no other stream with anybody', async () => {
    const engine = await openRehearsal(embedded, START);
    await running(engine, async () => {
      await report(engine, other, 'meanwhile');
      await until(async () => (await parkedBy(engine)).includes(TASKS));
      expect(await parkedBy(engine)).toStrictEqual(
        expect.arrayContaining(['alarm', TASKS, 'escalation', 'succession']),
      );
      expect((await engine.health()).concerns).toStrictEqual(['parked']);
    });
    const rows = (await embedded.views.find(TASKS, {})) as readonly TaskRow[];
    const rowOf = ({ taskId }: TaskRow, all: readonly TaskRow[]) => all.find((each) => each.taskId === taskId);
    expect(rowOf(task, rows)).toStrictEqual(task);
    expect(rowOf(other, rows)).not.toStrictEqual(other);
  }, 60_000);

  it('is parked again where an operator has it tried before anything is mended, and is left out of no view', async () => {
    const engine = await openRehearsal(embedded, START);
    await expect(release(engine, TASKS, 'skip')).rejects.toMatchObject({ code: 'upkeep/not-skipped' });
    await running(engine, async () => {
      await release(engine, TASKS);
      await until(async () => (await embedded.views.progress(TASKS)).reached === (await embedded.store.head()));
      await until(async () => (await parkedBy(engine)).includes(TASKS));
    });
  }, 60_000);

  it('is taken, with all that was held back, once the code is mended and it is released, and all promises hold', async () => {
    const ports = { ...embedded, store: asMended(embedded.store, written.id) };
    const engine = await openRehearsal(ports, START);
    await running(engine, async () => {
      await report(engine, task, 'goes on');
      await until(async () => (await parkedBy(engine)).includes(TASKS));
      for (const name of await parkedBy(engine)) {
        const data = { stream: written.stream, how: 'retry', reason: 'Mended in 1.4.' };
        const command = { stream: upkeepStream(name), type: 'ReleaseStream', data };
        await engine.execute(command, byPerson(ADMINISTRATOR, `mended ${name}`));
      }
      await until(async () => (await parkedBy(engine)).length === 0);
    });
    await engine.drain();
    const found = await findings(engine, ports);
    expect(brokenPromises({ ...found, acks: [], verdicts: [] })).toStrictEqual([]);
  }, 60_000);
});

/** All events of a type, in the order of the log. */
const allOf = async ({ store }: Embedded, type: string): Promise<readonly Recorded[]> => {
  const found: Recorded[] = [];
  for await (const { events, live } of store.follow('', new AbortController().signal)) {
    found.push(...events.filter((event) => event.type === type));
    if (live) break;
  }
  return found;
};

/** A folder in which all successions of the example are planned. */
const planned = async (): Promise<Embedded> => {
  const embedded = await openEmbedded(copyOf((await prepared()).assigned));
  const engine = await openRehearsal(embedded, START);
  for (const command of planning(files.units, ZONE))
    await engine.execute(command, byPerson(actor('politburo', 'secretariat'), command.stream));
  await engine.drain();
  return embedded;
};

describe('R16: a task that nobody can read, of a unit that others follow', () => {
  const { id, from } = SUCCESSIONS[0]!;
  const SUCCESSION = `succession-${id}`;
  let [embedded, written]: [Embedded, Recorded] = [] as never;
  const said = (type: string) => allOf(embedded, type);
  beforeAll(async () => {
    embedded = await planned();
    const [unit] = from;
    const tasks = (await embedded.views.find(TASKS, { where: { unit: unit! } })) as readonly TaskRow[];
    written = await poison(embedded, `task-${tasks[0]!.taskId}`);
  }, 120_000);
  afterAll(() => embedded.close());

  it('stays where it is, and all else is moved', async () => {
    const engine = await openRehearsal(embedded, MIDNIGHT);
    await running(engine, async () => {
      await until(async () => (await said('SuccessionCompleted')).length === SUCCESSIONS.length - 1);
      await until(async () => (await said('TaskTransferred')).length === 363);
      const { subscribers } = await engine.health();
      expect(subscribers.find(({ name }) => name === 'succession')).toMatchObject({
        failing: null,
        parked: [{ stream: written.stream, revision: written.revision }],
      });
    });
    expect((await said('SuccessionCompleted')).map(({ stream }) => stream)).not.toContain(SUCCESSION);
  }, 120_000);

  it('is moved once the code is mended and it is released', async () => {
    const store = asMended(embedded.store, written.id);
    const engine = await openRehearsal({ ...embedded, store }, MIDNIGHT);
    await running(engine, async () => {
      const data = { stream: written.stream, how: 'retry', reason: 'Mended in 1.4.' };
      const command = { stream: upkeepStream('succession'), type: 'ReleaseStream', data };
      await engine.execute(command, byPerson(ADMINISTRATOR, 'mended'));
      await until(async () => (await said('SuccessionCompleted')).some(({ stream }) => stream === SUCCESSION));
    });
    expect(await said('TaskTransferred')).toHaveLength(364);
    expect(await conservationOf(store, id)).toMatchObject({
      manifestAgrees: true,
      balanced: true,
      tally: { open: 0 },
    });
  }, 120_000);
});

describe('R16: successions that nobody can read, one before it takes effect and one after', () => {
  const [before, after] = SUCCESSIONS.slice(0, 2).map(({ id }) => `succession-${id}`) as [string, string];
  let [embedded, first, second]: [Embedded, Recorded, Recorded] = [] as never;
  const completed = async () => (await allOf(embedded, 'SuccessionCompleted')).map(({ stream }) => stream);
  beforeAll(async () => {
    embedded = await planned();
    first = await poison(embedded, before, 'SuccessionTookEffect');
    const engine = await openRehearsal(embedded, MIDNIGHT);
    const command = { stream: after, type: 'TakeEffect', data: { effectiveAt: MIDNIGHT } };
    await engine.execute(command, byRing(after, `effect/${MIDNIGHT}`));
    second = await poison(embedded, after, 'HoldingDecided');
  }, 120_000);
  afterAll(() => embedded.close());

  it('are parked, and all others are completed', async () => {
    const engine = await openRehearsal(embedded, MIDNIGHT);
    await running(engine, async () => {
      await until(async () => (await completed()).length === SUCCESSIONS.length - 2);
      await until(async () => (await embedded.views.progress('succession')).reached === (await embedded.store.head()));
      const { subscribers } = await engine.health();
      expect(subscribers.find(({ name }) => name === 'succession')).toMatchObject({
        failing: null,
        parked: [{ stream: before }, { stream: after }],
      });
    });
    expect(await completed()).not.toContain(before);
    expect(await completed()).not.toContain(after);
  }, 120_000);

  it('are completed once the code is mended and they are released', async () => {
    const store = [first, second].reduce((log, { id }) => asMended(log, id), embedded.store);
    const engine = await openRehearsal({ ...embedded, store }, plusMs(MIDNIGHT, 3_600_000)); // what failed was put off
    await running(engine, async () => {
      for (const { name, parked } of (await engine.health()).subscribers)
        for (const { stream } of parked) {
          const data = { stream, how: 'retry', reason: 'Mended in 1.4.' };
          const command = { stream: upkeepStream(name), type: 'ReleaseStream', data };
          await engine.execute(command, byPerson(ADMINISTRATOR, `mended ${name} ${stream}`));
        }
      await until(async () => (await completed()).length === SUCCESSIONS.length);
    });
    for (const { id } of SUCCESSIONS.slice(0, 2))
      expect(await conservationOf(store, id)).toMatchObject({ balanced: true, tally: { open: 0 } });
  }, 120_000);
});
