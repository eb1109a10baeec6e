import { idFrom } from '@edict/kernel';
import type { EventStore, NewEvent, Recorded } from '@edict/runtime';

export const event = (name: string): NewEvent => ({ id: idFrom(name), type: 'Happened', data: { name }, meta: {} });

export const namesOf = (events: readonly Recorded[]): readonly string[] =>
  events.map(({ data }) => (data as { name: string }).name);

/** What is followed, until so many have come. */
export const followed = async (store: EventStore, count: number, after = ''): Promise<readonly string[]> => {
  const stop = new AbortController();
  const seen: Recorded[] = [];
  for await (const { events } of store.follow(after, stop.signal)) {
    seen.push(...events);
    if (seen.length >= count) stop.abort();
  }
  return namesOf(seen);
};
