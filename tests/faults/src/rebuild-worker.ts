import { writeSync } from 'node:fs';

import { BullWorkQueue } from '@edict/adapter-bullmq';
import { MemoryAnchor } from '@edict/adapter-memory';
import { openPostgresViews, PostgresEventStore } from '@edict/adapter-postgres';
import { openEngine } from '@edict/engine';
import { instantAt } from '@edict/kernel';
import type { Batch, EventStore } from '@edict/runtime';

// Run by the specs as a process of its own, to be killed: a worker that gets half-way through the log and no further.

const [url, redis, prefix, half] = process.argv.slice(2) as [string, string, string, string];

/** The first reading ends half-way, as if the log did; there is no second one. */
let readings = 0;
const halting = (store: EventStore): EventStore => ({
  read: (...which) => store.read(...which),
  append: (...which) => store.append(...which),
  head: () => store.head(),
  close: () => store.close(),
  async *follow(after, signal): AsyncGenerator<Batch> {
    if (readings++ > 0) await halted();
    for await (const { events } of store.follow(after, signal)) {
      const some = events.slice(0, Number(half));
      yield { events: some, position: some.at(-1)!.position, live: true };
    }
  },
});

/** Until it is killed. */
const halted = (): Promise<never> => {
  writeSync(1, 'half-way\n');
  return new Promise(() => undefined);
};

const store = halting(await PostgresEventStore.open({ url }));
const desk = await openPostgresViews({ url });
const queue = await BullWorkQueue.open({ url: () => redis }, { prefix, lockMs: 1_000 });
const engine = await openEngine({
  ...{ ...desk, store, queue, role: 'worker', anchor: new MemoryAnchor() },
  ...{ clock: () => instantAt(Date.now()), installation: 'faults' },
});
await engine.start(new AbortController().signal);
