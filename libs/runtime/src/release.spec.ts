import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, MemoryViews } from '@edict/adapter-memory';
import { idFrom } from '@edict/kernel';

import { catchUp, Fault, laned, type Recorded, type Release, type Subscriber } from './index.ts';

/** Nothing but what it says of another stream. */
const said = ({ type, data }: Recorded): Release | undefined =>
  type === 'Released' ? (data as unknown as Release) : undefined;

describe('A parked stream that an operator releases', () => {
  let store: MemoryEventStore;
  let views: MemoryViews;
  let seen: string[];
  let failing: (event: Recorded) => Error | undefined;
  let subscriber: Subscriber;

  const append = async (stream: string, type: string, data: object = {}) => {
    const revision = (await store.read(stream)).length - 1;
    const event = { id: idFrom(stream, String(revision)), type, data: data as never, meta: {} };
    await store.append(stream, revision, [event]);
  };
  const follow = () => catchUp(store, [subscriber]);
  const parked = async () => (await views.progress('saga')).parked;

  beforeEach(async () => {
    [store, views, seen] = [new MemoryEventStore(), new MemoryViews(), []];
    failing = ({ type }) => (type === 'Poison' ? new Fault('a bug') : undefined);
    const handle = async (event: Recorded) => {
      const error = failing(event);
      if (error) throw error;
      seen.push(`${event.stream}@${event.revision}`);
    };
    subscriber = laned({ views, lease: { name: 'saga', epoch: 1 } }, handle, { window: 2, releasing: { store, said } });
    for (const type of ['Good', 'Poison', 'Good']) await append('a-1', type);
    await append('b-1', 'Good');
    await follow();
    await append('a-1', 'Good');
    await follow();
  });

  it('waits with all that came after, until then', async () => {
    expect(seen).toStrictEqual(['a-1@0', 'b-1@0']);
    expect(await parked()).toMatchObject([{ stream: 'a-1', revision: 1 }]);
  });

  it('is handled from where it was parked, in its order, once what was wrong is mended', async () => {
    failing = () => undefined;
    await append('upkeep-saga', 'Released', { stream: 'a-1', how: 'retry' });
    await append('a-1', 'Good');
    await follow();
    expect(seen.slice(2).filter((each) => each.startsWith('a-'))).toStrictEqual(['a-1@1', 'a-1@2', 'a-1@3', 'a-1@4']);
    expect(await parked()).toStrictEqual([]);
  });

  it('goes on after the event on which it was parked, where that is to be passed over', async () => {
    await append('upkeep-saga', 'Released', { stream: 'a-1', how: 'skip' });
    await follow();
    expect(seen.filter((each) => each.startsWith('a-'))).toStrictEqual(['a-1@0', 'a-1@2', 'a-1@3']);
    expect(await parked()).toStrictEqual([]);
  });

  it('is parked again where it fails again', async () => {
    await append('upkeep-saga', 'Released', { stream: 'a-1', how: 'retry' });
    await follow();
    expect(await parked()).toMatchObject([{ stream: 'a-1', revision: 1, reason: 'Fault: a bug' }]);
  });

  it('loses nothing where I/O fails meanwhile', async () => {
    failing = ({ revision, stream }) => (stream === 'a-1' && revision === 2 ? new Error('no network') : undefined);
    await append('upkeep-saga', 'Released', { stream: 'a-1', how: 'retry' });
    await expect(follow()).rejects.toThrow('no network');
    expect(await parked()).toMatchObject([{ stream: 'a-1', revision: 1 }]);
    failing = () => undefined;
    await follow();
    expect(new Set(seen)).toStrictEqual(new Set(['a-1@0', 'b-1@0', 'a-1@1', 'a-1@2', 'a-1@3', 'upkeep-saga@0']));
    expect(await parked()).toStrictEqual([]);
  });

  it('that is not parked is left as it is', async () => {
    await append('upkeep-saga', 'Released', { stream: 'b-1', how: 'retry' });
    await follow();
    expect(seen).toStrictEqual(['a-1@0', 'b-1@0', 'upkeep-saga@0']);
  });
});
