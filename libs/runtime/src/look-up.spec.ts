import { describe, expect, it } from '@jest/globals';
import type { Lookup } from '@edict/kernel';

import type { EventStore } from './event-store.ts';
import { lookUp } from './look-up.ts';

/** Streams whose one event says which stream comes next; each read is written down. */
const storeOf = (next: Readonly<Record<string, string>>) => {
  const read: string[] = [];
  const events = (stream: string) => {
    read.push(stream);
    const to = next[stream];
    return to === undefined
      ? []
      : [{ stream, revision: 4, id: 'i', type: 'Next', data: { to }, meta: {}, position: 'p' }];
  };
  return { read, store: { read: async (stream: string) => events(stream) } as unknown as EventStore };
};

const following = (stream: string): Lookup => ({
  stream,
  select: ([event]) => (event === undefined ? null : (event.data as Readonly<{ to: string }>).to),
  leads: (found) => (typeof found === 'string' ? { [found]: following(found) } : {}),
});

describe('What is looked up', () => {
  it('leads on, as far as it leads', async () => {
    const { store } = storeOf({ a: 'b', b: 'c' });
    expect(await lookUp(store, { units: { a: following('a') } })).toStrictEqual({
      units: {
        a: { value: 'b', source: 'a@4' },
        b: { value: 'c', source: 'b@4' },
        c: { value: null, source: 'c@-1' },
      },
    });
  });

  it('is read once each, also in a circle', async () => {
    const { store, read } = storeOf({ a: 'b', b: 'a' });
    await lookUp(store, { units: { a: following('a') } });
    expect(read).toStrictEqual(['a', 'b']);
  });

  it('is one fact, several, or nothing', async () => {
    const { store } = storeOf({ a: 'b' });
    const bare: Lookup = { stream: 'a', select: (history) => history.length };
    expect(await lookUp(store, { one: bare, some: { x: bare }, none: null })).toStrictEqual({
      one: { value: 1, source: 'a@4' },
      some: { x: { value: 1, source: 'a@4' } },
      none: null,
    });
    expect(await lookUp(store)).toStrictEqual({});
  });
});
