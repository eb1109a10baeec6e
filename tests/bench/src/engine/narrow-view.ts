import { SqliteEventStore } from '@edict/adapter-sqlite';
import { idOf, type Message, type Projection } from '@edict/kernel';

import { sealed, type Place } from '../store/candidate.ts';
import { messages, meta } from '../store/events.ts';

const SIDE_BY_SIDE = 512;
const STREAM = 100;

type Reported = Message & Readonly<{ data: { unit: string; dueAt: string; assignment: number } }>;

/** The view with which stores are usually compared: a row for each stream, few columns, one index. */
export const narrowView: Projection<
  Readonly<{ id: string; unit: string; state: string; dueAt: string; events: number }>,
  Reported
> = {
  table: 'narrow',
  version: 1,
  columns: { id: 'text', unit: 'text', state: 'text', dueAt: 'text', events: 'integer' },
  indexes: [['unit', 'dueAt']],
  keys: ({ stream }) => [idOf(stream)],
  evolve: (row, { stream, type, data: { unit, dueAt } }) => ({
    id: idOf(stream),
    unit,
    state: type,
    dueAt,
    events: (row?.events ?? 0) + 1,
  }),
};

/** Streams of a hundred events, hundreds of them growing side by side. */
export const buildInterleaved = async (file: string, events: number): Promise<void> => {
  const store = await SqliteEventStore.open(file);
  for (let first = 0; first * STREAM < events; first += SIDE_BY_SIDE) {
    const places = Array.from({ length: SIDE_BY_SIDE }, (_, n): Place => {
      return { stream: `task-${first + n}`, revision: -1, last: undefined };
    });
    for (let nth = 0; nth < STREAM; nth++) await Promise.all(places.map((place) => grow(store, place, nth)));
  }
  await store.close();
};

const grow = async (store: SqliteEventStore, place: Place, nth: number): Promise<void> => {
  const events = sealed(place, messages(1, nth), meta());
  await store.append(place.stream, place.revision, events);
  place.revision += events.length;
  place.last = events.at(-1);
};
