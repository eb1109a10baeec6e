import type { EventStore, NewEvent } from '@edict/runtime';

export type Write = (line: string) => void;

/** Of what was appended: where in the log it is, what it is called and what it came of. No text, and nobody's name. */
const lineOf = (stream: string, after: number, events: readonly NewEvent[]): string => {
  const [first, last] = [events[0]?.meta ?? {}, after + events.length];
  const { recordedAt: at, commandId, correlationId, traceparent } = first;
  const place = `${stream}@${last}`;
  return JSON.stringify({
    ...{ at, level: 'info', event: 'appended', place, types: events.map(({ type }) => type) },
    ...{ commandId, correlationId, traceparent },
  });
};

/** A line of JSON for each append, once it is written. */
export const loggedStore = (store: EventStore, write: Write): EventStore => ({
  read: (...asked) => store.read(...asked),
  follow: (...asked) => store.follow(...asked),
  head: () => store.head(),
  close: () => store.close(),
  async append(stream, after, events) {
    const position = await store.append(stream, after, events);
    write(lineOf(stream, after, events));
    return position;
  },
});
