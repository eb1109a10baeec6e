import { writeSync } from 'node:fs';

import { Conflict } from '@edict/runtime';

import { PostgresEventStore } from '../postgres-event-store.ts';
import { event } from './event.ts';

// Run by the specs as a process of its own: callers append side by side, to streams of their own and to one that all share.

const [url, schema, name, callers, times] = process.argv.slice(2) as [string, string, string, string, string];
const store = await PostgresEventStore.open({ url, schema });

const append = async (stream: string, after: number, id: string): Promise<void> => {
  const position = await store.append(stream, after, [event(id)]);
  writeSync(1, `${position} ${id}\n`);
};

const caller = async (n: number): Promise<void> => {
  for (let turn = 0; turn < Number(times); turn++) {
    await append(`thing-${name}-${n}`, turn - 1, `${name} ${n} ${turn}`);
    const end = (await store.read('thing-shared')).length - 1;
    await append('thing-shared', end, `${name} ${n} ${turn} shared`).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  }
};

await Promise.all(Array.from({ length: Number(callers) }, (_, n) => caller(n)));
await store.close();
