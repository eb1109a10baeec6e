import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from '@jest/globals';
import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { taskView, upkeepStream, type TaskRow } from '@edict/directives';
import { openRehearsal, type Rehearsal } from '@edict/engine';
import { genesisOf, idFrom, type Json } from '@edict/kernel';
import { byPerson, chain, tableOf, type EventStore, type Recorded } from '@edict/runtime';

import { findings } from './aftermath.ts';
import { brokenPromises } from './oracle.ts';
import { actor, copyOf, prepared, sending, START } from './scene.ts';

const TASKS = tableOf(taskView);

/** As a later Edict writes of progress: in several languages. */
type Later = Readonly<{ assignment: number; reports: Readonly<Record<'vi' | 'en', string>> }>;

const upcast = (event: Recorded): Recorded => {
  if (event.meta['version'] !== '2') return event;
  const { assignment, reports } = event.data as unknown as Later;
  const data: Json = { assignment, report: reports.vi, evidence: [], milestone: null };
  return { ...event, data, meta: { ...event.meta, version: '1' } };
};

/** The log as a later Edict reads it, which knows both versions. */
const asLater = (store: EventStore): EventStore => ({
  append: (...which) => store.append(...which),
  head: () => store.head(),
  close: () => store.close(),
  read: async (...which) => (await store.read(...which)).map(upcast),
  async *follow(...which) {
    for await (const batch of store.follow(...which)) yield { ...batch, events: batch.events.map(upcast) };
  },
});

const writeAsLater = async ({ store, installation }: Embedded, { taskId, assignment }: TaskRow): Promise<Recorded> => {
  const stream = `task-${taskId}`;
  const last = (await store.read(stream)).at(-1)!;
  const commandId = idFrom('later', stream);
  const own = { commandId, causationId: commandId, correlationId: commandId, commandHash: '', version: '2' };
  const data = { assignment, reports: { vi: 'Đã xong một nửa.', en: 'Half done.' } };
  const end = { stream, last, genesis: genesisOf(installation) };
  const [event] = chain(end, [{ type: 'ProgressReported', data }], { ...last.meta, origin: 'person', ...own });
  await store.append(stream, last.revision, [event!]);
  return (await store.read(stream)).at(-1)!;
};

const report = (rehearsal: Rehearsal, { taskId, unit, assignment }: TaskRow, key: string) => {
  const command = { stream: `task-${taskId}`, type: 'ReportProgress', data: { assignment, report: key } };
  const said = sending(command, actor(unit!), key);
  return rehearsal.execute(said.command, said.caller);
};

/** What the engine comes to by itself while it runs. */
const running = async <T>(engine: Rehearsal, work: () => Promise<T>): Promise<T> => {
  const stop = new AbortController();
  const end = engine.start(stop.signal);
  return work().finally(() => (stop.abort(), end));
};

it('R21: of a log to which a later Edict has written, one that does not know it skips nothing and guesses nothing; the later one goes on, and so does the earlier one where it can', async () => {
  const scene = await prepared();
  const embedded = await openEmbedded(copyOf(scene.assigned));
  const [task, other] = scene.tasks.filter(({ kind, unit }) => kind === 'standing' && unit !== null) as [
    TaskRow,
    TaskRow,
  ];
  const written = await writeAsLater(embedded, task);
  const place = `${written.stream}@${written.revision}`;

  const earlier = await openRehearsal(embedded, START);
  const isStopped = async () => {
    const { subscribers } = await earlier.health();
    const failing = subscribers.filter(({ failing }) => failing?.includes(`${place} is of version 2`));
    const parked = subscribers.filter(({ parked }) => parked.some(({ stream }) => stream === written.stream));
    return failing.some(({ name }) => name === TASKS) && parked.some(({ name }) => name === 'escalation');
  };
  await running(earlier, async () => {
    await report(earlier, other, 'meanwhile');
    await expect(report(earlier, task, 'refused')).rejects.toThrow(`${place} is of version 2`);
    for (let left = 200; left > 0 && !(await isStopped()); left--) await pause(50);
    expect(await isStopped()).toBe(true);
  });
  expect((await embedded.views.progress(TASKS)).reached < written.position).toBe(true);

  const ports = { ...embedded, store: asLater(embedded.store) };
  const later = await openRehearsal(ports, START);
  await later.drain();
  const administrator = actor('installation', 'administrator');
  for (const { name, parked } of (await later.health()).subscribers)
    for (const { stream } of parked) {
      const data = { stream, how: 'retry', reason: 'Upgraded.' };
      const release = { stream: upkeepStream(name), type: 'ReleaseStream', data };
      await later.execute(release, byPerson(administrator, `release ${name}`));
    }
  await report(later, task, 'goes on');
  await later.drain();
  const found = await findings(later, ports);
  expect(brokenPromises({ ...found, acks: [], verdicts: [] })).toStrictEqual([]);

  const again = await openRehearsal(embedded, START);
  await report(again, other, 'again');
  await again.drain();
  await expect(report(again, task, 'refused again')).rejects.toThrow(`${place} is of version 2`);
  expect((await again.health()).concerns).toStrictEqual([]);
  await embedded.close();
}, 120_000);
