import { join } from 'node:path';

import { SqliteEventStore, SqliteLeases, SqliteViews } from '@edict/adapter-sqlite';
import { PROJECTIONS } from '@edict/engine';
import type { Row } from '@edict/kernel';
import { catchUp, happened, projector, tableOf, type AnyProjection, type Subscriber } from '@edict/runtime';

import { answer, question } from '../child.ts';
import { narrowView } from './narrow-view.ts';

export type CatchUpAnswer = Readonly<{ view: number; fold: number }>;

/** Events a second into a view, and into nothing but a map in memory; the log is read and decoded for both. */
const { log, dir, round, view } = question() as { log: string; dir: string; round: number; view: string };
const projection = [...PROJECTIONS, narrowView as AnyProjection].find(({ table }) => table === view)!;
const store = await SqliteEventStore.open(join(log, 'events.db'));
const events = Number(await store.head());

const fold = (view: AnyProjection): Subscriber => {
  const rows = new Map<string, Row | undefined>();
  return {
    name: 'fold',
    reached: async () => '',
    handle: async (batch) => {
      for (const event of batch.events.map(happened))
        for (const key of view.keys(event)) rows.set(key, view.evolve(rows.get(key), event));
    },
  };
};

const projected = async (): Promise<Subscriber> => {
  const views = SqliteViews.open(join(dir, `views-${performance.now()}.db`));
  await views.prepare([{ ...projection, name: tableOf(projection) }]);
  const lease = await new SqliteLeases(views, Date.now, { exclusive: true }).acquire(tableOf(projection), 600_000);
  return projector(projection, views, lease!);
};

const speedOf = async (subscriber: Subscriber): Promise<number> => {
  const from = performance.now();
  await catchUp(store, [subscriber]);
  return (events * 1000) / (performance.now() - from);
};

const inMemory = () => speedOf(fold(projection));
const inView = async () => speedOf(await projected());
await inMemory(); // reads the file into the cache, and warms up what both have in common
const [first, second] = round % 2 === 0 ? [inMemory, inView] : [inView, inMemory];
const [one, other] = [await first(), await second()];
answer((round % 2 === 0 ? { fold: one, view: other } : { view: one, fold: other }) satisfies CatchUpAnswer);
