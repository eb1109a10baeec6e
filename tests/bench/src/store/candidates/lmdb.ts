import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { bodyOf, recordedFrom } from '@edict/runtime';

import { sealed, type Candidate, type Place } from '../candidate.ts';
import { peer } from './peers.ts';

type Key = readonly (string | number)[] | number;
type Table<K extends Key> = Readonly<{
  get(key: K): string | undefined;
  put(key: K, value: string): Promise<boolean>;
  getRange(range: { start?: K; end?: K }): Iterable<{ key: K; value: string }>;
}>;
type Root = Readonly<{
  openDB<K extends Key>(options: { name: string; encoding: string }): Table<K>;
  transaction<T>(work: () => T): Promise<T>;
  close(): Promise<void>;
}>;
type Lmdb = Readonly<{ open(options: object): Root }>;

/**
 * Bodies by stream and revision, and places by position. `overlappingSync: false`: a transaction resolves when it is on disk.
 * lmdb takes the transactions that are waiting into one commit by itself.
 */
export const lmdb = async (dir: string): Promise<Candidate> => {
  const { open } = await peer<Lmdb>('lmdb');
  const root = open({ path: dir, overlappingSync: false, mapSize: 2 ** 33, noMemInit: true });
  const streams = root.openDB<[string, number]>({ name: 'streams', encoding: 'string' });
  const places = root.openDB<number>({ name: 'places', encoding: 'string' });
  let position = 0;

  const insert = ({ stream, revision }: Place, bodies: readonly string[]) => {
    if (streams.get([stream, revision + 1]) !== undefined) throw new Error(`${stream} is not at ${revision}.`);
    for (const [n, body] of bodies.entries()) {
      void streams.put([stream, revision + 1 + n], body);
      void places.put(++position, `${revision + 1 + n} ${stream}`);
    }
  };

  return {
    async append(place, messages, meta) {
      const events = sealed(place, messages, meta);
      const bodies = events.map(bodyOf);
      await root.transaction(() => insert(place, bodies));
      place.revision += events.length;
      place.last = events.at(-1);
    },
    async read(stream) {
      const range = streams.getRange({ start: [stream, 0], end: [stream, Number.MAX_SAFE_INTEGER] });
      return Array.from(range, ({ key, value }) => decoded(0, key, value)).length;
    },
    async replay() {
      let count = 0;
      for (const { key, value } of places.getRange({ start: 1 })) {
        const [revision, stream] = value.split(' ') as [string, string];
        const place: [string, number] = [stream, Number(revision)];
        decoded(key, place, streams.get(place)!);
        count++;
      }
      return count;
    },
    async close() {
      await root.close();
      return Math.max(...readdirSync(dir).map((name) => statSync(join(dir, name)).size));
    },
  };
};

const decoded = (position: number, [stream, revision]: readonly [string, number], body: string) =>
  recordedFrom({ position, stream, revision, body });
