import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@edict/adapter-memory';

import { Histories, type Recorded } from './index.ts';

class CountedStore extends MemoryEventStore {
  reads = 0;
  isAway = false;

  override async read(stream: string, after?: number, limit?: number): Promise<readonly Recorded[]> {
    this.reads++;
    if (this.isAway) throw new Error('away');
    return super.read(stream, after, limit);
  }
}

const idsOf = (history: readonly Recorded[]) => history.map(({ id }) => id);

describe('The history of a stream up to an event', () => {
  let store: CountedStore;
  let events: readonly Recorded[];

  beforeEach(async () => {
    store = new CountedStore();
    const meta = { actor: 'a', commandId: 'c', recordedAt: '2025-06-01T00:00:00.000Z', version: '1' };
    const event = (id: string) => ({ id, type: 'Happened', data: {}, meta });
    await store.append('thing-1', -1, ['a', 'b', 'c', 'd'].map(event));
    events = await store.read('thing-1');
    store.reads = 0;
  });

  it('is read where nothing of the stream is known, and ends with the event', async () => {
    expect(idsOf(await new Histories(store).upTo(events[2]!))).toStrictEqual(['a', 'b', 'c']);
    expect(store.reads).toBe(1);
  });

  it('is not read for the first event of a stream, nor for the one after the last that was asked for', async () => {
    const histories = new Histories(store);
    for (const event of events) await histories.upTo(event);
    expect(idsOf(await histories.upTo(events[3]!))).toStrictEqual(['a', 'b', 'c', 'd']);
    expect(store.reads).toBe(0);
  });

  it('is the shorter one for whoever is behind', async () => {
    const histories = new Histories(store);
    await histories.upTo(events[3]!);
    expect(idsOf(await histories.upTo(events[1]!))).toStrictEqual(['a', 'b']);
    expect(store.reads).toBe(1);
  });

  it('is read again where events were passed over', async () => {
    const histories = new Histories(store);
    await histories.upTo(events[0]!);
    expect(idsOf(await histories.upTo(events[3]!))).toStrictEqual(['a', 'b', 'c', 'd']);
    expect(store.reads).toBe(1);
  });

  it('is read once for all who have the event in hand, whatever else was asked for meanwhile', async () => {
    const histories = new Histories(store);
    await Promise.all([histories.upTo(events[2]!), histories.upTo(events[2]!)]);
    for (let n = 0; n <= 10_000; n++) await histories.upTo({ ...events[0]!, stream: `other-${n}` });
    expect(idsOf(await histories.upTo(events[2]!))).toStrictEqual(['a', 'b', 'c']);
    expect(store.reads).toBe(1);
  });

  it('is read for each of them where it is long, so that it does not stay for as long as one of them has the event in hand', async () => {
    const { data, meta, type } = events[0]!;
    const more = Array.from({ length: 13 }, (_, n) => ({ id: `more-${n}`, type, data, meta }));
    await store.append('thing-1', 3, more);
    const histories = new Histories(store);
    await Promise.all([histories.upTo(events[2]!), histories.upTo(events[2]!)]);
    for (let n = 0; n <= 10_000; n++) await histories.upTo({ ...events[0]!, stream: `other-${n}` });
    await histories.upTo(events[2]!);
    expect(store.reads).toBe(2);
  });

  it('is asked for again where it could not be read', async () => {
    const histories = new Histories(store);
    store.isAway = true;
    await expect(histories.upTo(events[2]!)).rejects.toThrow('away');
    store.isAway = false;
    expect(idsOf(await histories.upTo(events[2]!))).toStrictEqual(['a', 'b', 'c']);
  });

  it('is kept of the streams that were asked for last, and of no more than can be afforded', async () => {
    const histories = new Histories(store);
    const long = Array.from({ length: 9_999 }, (_, revision) => ({ ...events[0]!, stream: 'thing-2', revision }));
    for (const event of long) await histories.upTo(event);
    await histories.upTo(events[0]!);
    await histories.upTo(events[1]!);
    await histories.upTo(events[2]!);
    expect(store.reads).toBe(0);
    await histories.upTo({ ...long[9_998]! });
    expect(store.reads).toBe(1);
  });
});
