import { statSync } from 'node:fs';
import { join } from 'node:path';

import { SqliteEventStore } from '@edict/adapter-sqlite';
import type { EventStore } from '@edict/runtime';

import type { Candidate, Sealing } from '../candidate.ts';

/** Our embedded store, behind its port. */
export const edict = async (dir: string, sealing: Sealing): Promise<Candidate> => {
  const file = join(dir, 'events.db');
  const store = await SqliteEventStore.open(file);
  return {
    ...overStore(store, sealing),
    async close() {
      await store.close();
      return statSync(file).size;
    },
  };
};

/** What all our stores have in common. */
export const overStore = (store: EventStore, sealing: Sealing): Omit<Candidate, 'close'> => ({
  async append(place, messages, meta) {
    const events = sealing(place, messages, meta);
    await store.append(place.stream, place.revision, events);
    place.revision += events.length;
    place.last = events.at(-1);
  },
  read: async (stream) => (await store.read(stream)).length,
  async replay() {
    let count = 0;
    for await (const { events, live } of store.follow('', new AbortController().signal)) {
      count += events.length;
      if (live) break;
    }
    return count;
  },
});
