import { setTimeout as pause } from 'node:timers/promises';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryLeases, MemoryWorkQueue } from '@edict/adapter-memory';
import { REBUILDS, taskView } from '@edict/directives';
import {
  issuing,
  openRehearsal,
  PROJECTIONS,
  publishing,
  registering,
  type Ports,
  type Rehearsal,
} from '@edict/engine';
import { canonical, startOf } from '@edict/kernel';
import { byPerson, tableOf, type WorkQueue } from '@edict/runtime';

import { CONCLUSION, example, filesOf, memoryPorts } from './stage.ts';

const { directive, policy, calendar, units } = filesOf(example(CONCLUSION));
const START = startOf('2025-05-16', policy.policy.zone);
const person = (capacity: string) => ({ id: capacity, unit: 'politburo', capacity, origin: 'person' }) as const;
const TASKS = tableOf(taskView);
const ALL = [...PROJECTIONS.map(tableOf), 'alarm'];

type Stage = ReturnType<typeof memoryPorts>;

const textOf = async ({ views }: Stage, tables: readonly string[]): Promise<string> =>
  canonical(await Promise.all(tables.map((table) => views.find(table, {}))));

describe('Views that are built anew because an administrator asks for it', () => {
  let ports: Stage;
  let engine: Rehearsal;
  let asWritten: string;
  beforeAll(async () => {
    ports = memoryPorts();
    ports = { ...ports, leases: new MemoryLeases(() => performance.now(), ports.views) };
    engine = await openRehearsal(ports, START);
    const issue = issuing({
      ...{ document: directive, policy, calendarId: calendar.calendar.id },
      ...{ issuedOn: '2025-05-16', registration: ['rebuilt'] },
    });
    for (const command of [publishing(policy), publishing(calendar), ...registering(units), issue])
      await engine.execute(command, byPerson(person('secretariat'), command.stream));
    await engine.drain();
    asWritten = await textOf(ports, ALL);
  });

  let keys = 0;
  const ask = (view: string, capacity = 'administrator') => {
    const command = { stream: REBUILDS, type: 'RebuildView', data: { view, reason: 'It is doubted.' } };
    return engine.execute(command, byPerson(person(capacity), `rebuild ${++keys}`));
  };
  const types = async () => (await ports.store.read(REBUILDS)).map(({ type }) => type);
  /** As a disk might: what was there of some task is gone, and of another is wrong. */
  const damage = async (view: string) => {
    const { reached } = await ports.views.progress(view);
    const key = [...ports.views.all(view).keys()][0]!;
    await ports.views.commit({ name: view, epoch: 1 }, { rows: [{ table: view, key, rows: [] }] }, reached);
  };
  const until = async (isSo: () => Promise<boolean>) => {
    for (let left = 2_500; left > 0 && !(await isSo()); left--) await pause(20);
    expect(await isSo()).toBe(true);
  };
  const isDone = async () => (await engine.health()).rebuilds.length === 0;
  /** What the engine does by itself while it runs, until nothing is being built. */
  const run = async (more: Partial<Ports> = {}) => {
    const stop = new AbortController();
    const running = (await openRehearsal({ ...ports, ...more }, START)).start(stop.signal);
    await until(isDone).finally(() => stop.abort());
    await running;
  };

  it('are no others than are built from the log, for nobody but an administrator', async () => {
    await expect(ask('nothing_v1')).rejects.toMatchObject({ code: 'rebuild/unknown' });
    await expect(ask('escalation')).rejects.toMatchObject({ code: 'rebuild/unknown' });
    await expect(ask(TASKS, 'officer')).rejects.toMatchObject({ code: 'act/not-in-this-capacity' });
    expect(await types()).toStrictEqual([]);
  });

  it('are under way until they are there, and not asked for twice', async () => {
    await ask(TASKS);
    await expect(ask(TASKS)).rejects.toMatchObject({ code: 'rebuild/under-way' });
    expect((await engine.health()).rebuilds).toStrictEqual([{ view: TASKS, askedAt: START, failing: null }]);
  });

  it('are what the log says, to the byte, whatever was there before', async () => {
    await damage(TASKS);
    expect(await textOf(ports, ALL)).not.toBe(asWritten);
    await run();
    expect(await textOf(ports, ALL)).toBe(asWritten);
    expect(await types()).toStrictEqual(['ViewRebuildAsked', 'ViewRebuilt']);
  });

  it('are all of them, through a queue that hands each on three times, and are built once', async () => {
    for (const view of ALL) await ask(view);
    const queue = new MemoryWorkQueue();
    const hand = queue.hand.bind(queue);
    const thrice: WorkQueue['hand'] = async (kind, ids) => {
      for (let copy = 0; copy < 3; copy++) await hand(kind, ids);
    };
    queue.hand = thrice;
    await run({ queue });
    expect(await textOf(ports, ALL)).toBe(asWritten);
    const said = await types();
    expect(said.filter((type) => type === 'ViewRebuilt')).toHaveLength(1 + ALL.length);
    expect(said).toHaveLength(2 + 2 * ALL.length);
    await hand('rebuild', ['rebuild-1', 'rebuild-99', 'nonsense']);
    await run({ queue });
    expect(await types()).toStrictEqual(said);
  });

  it('fail, and hold up no other, where an earlier Edict had a view that is there no more', async () => {
    const history = await ports.store.read(REBUILDS);
    const { type, data, meta } = history[0]!;
    const asked = { id: 'earlier', type, data: { ...(data as object), rebuild: 999, view: 'task_v0' }, meta };
    await ports.store.append(REBUILDS, history.length - 1, [asked]);
    await ask(TASKS);
    await run();
    expect((await types()).slice(-2).toSorted()).toStrictEqual(['ViewRebuildFailed', 'ViewRebuilt']);
  });

  it('say why while something outside hinders them, since when, and are built once it does so no more', async () => {
    const open = ports.views.beside.bind(ports.views);
    const full = Object.assign(new Error('no space left in /data'), { code: 'ENOSPC' });
    ports.views.beside = async () => Promise.reject(full);
    await ask(TASKS);
    const stop = new AbortController();
    const builder = await openRehearsal(ports, START);
    const running = builder.start(stop.signal);
    await until(async () => (await engine.health()).rebuilds.some(({ failing }) => failing !== null));
    const { rebuilds, concerns } = await engine.health();
    expect(rebuilds).toStrictEqual([{ view: TASKS, askedAt: START, failing: { reason: 'ENOSPC', since: START } }]);
    const failing = async () => (await builder.health()).rebuilds.map((each) => each.failing);
    expect(await failing()).toStrictEqual([{ reason: 'Error: no space left in /data', since: START }]);
    expect(JSON.stringify(await ports.store.read(REBUILDS))).not.toContain('/data');
    expect(concerns).toContain('failing');
    // Tried again: while it is being built nothing fails.
    const isFree = Promise.withResolvers<void>();
    ports.views.beside = async (...of) => isFree.promise.then(() => open(...of));
    await until(async () => (await failing())[0] === null);
    isFree.resolve();
    await until(isDone).finally(() => stop.abort());
    await running;
    expect((await engine.health()).concerns).toStrictEqual([]);
    expect((await types()).slice(-3)).toStrictEqual(['ViewRebuildAsked', 'ViewRebuildHindered', 'ViewRebuilt']);
  });
});
