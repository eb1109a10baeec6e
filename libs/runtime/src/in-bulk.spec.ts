import { describe, expect, it } from '@jest/globals';

import type { Batch, Recorded } from './event-store.ts';
import { inBulk } from './in-bulk.ts';

const eventAt = (position: string): Recorded => {
  return {
    id: position,
    type: 'Happened',
    data: {},
    meta: {},
    stream: 'thing-1',
    revision: Number(position),
    position,
  };
};
const batch = (positions: readonly string[], live: boolean): Batch => {
  return { events: positions.map(eventAt), position: positions.at(-1) ?? '', live };
};

const setUp = (failures = 0) => {
  const handled: string[] = [];
  const subscriber = inBulk({
    name: 'view',
    reached: async () => '',
    handle: async ({ events, position }) => {
      if (failures-- > 0) throw new Error('The disk is full.');
      handled.push(`${events.map((event) => event.position).join()} to ${position}`);
    },
  });
  return { handled, subscriber };
};

describe('A subscriber in bulk', () => {
  it('is handed each batch at the end of the log', async () => {
    const { handled, subscriber } = setUp();
    await subscriber.handle(batch(['1'], true));
    await subscriber.handle(batch(['2', '3'], true));
    expect(handled).toStrictEqual(['1 to 1', '2,3 to 3']);
  });

  it('is handed what came before the end together', async () => {
    const { handled, subscriber } = setUp();
    await subscriber.handle(batch(['1', '2'], false));
    await subscriber.handle(batch(['3'], false));
    expect(handled).toStrictEqual([]);
    await subscriber.handle(batch(['4'], true));
    expect(handled).toStrictEqual(['1,2,3,4 to 4']);
  });

  it('does not wait for the end of a long log', async () => {
    const { handled, subscriber } = setUp();
    const positions = Array.from({ length: 5_000 }, (_, n) => String(n).padStart(4, '0'));
    await subscriber.handle(batch(positions, false));
    expect(handled).toStrictEqual([`${positions.join()} to 4999`]);
  });

  it('is handed everything once after a failure, whether the batch comes again or the log is read anew', async () => {
    const { handled, subscriber } = setUp(2);
    await subscriber.handle(batch(['1', '2'], false));
    await expect(subscriber.handle(batch(['3'], true))).rejects.toThrow('full');
    await expect(subscriber.handle(batch(['3'], true))).rejects.toThrow('full');
    await subscriber.handle(batch(['1', '2'], true));
    await subscriber.handle(batch(['4'], true));
    expect(handled).toStrictEqual(['1,2,3 to 3', '4 to 4']);
  });
});
