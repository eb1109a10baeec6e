import type { Message } from '@edict/kernel';
import type { Meta } from '@edict/runtime';

import type { Place } from '../candidate.ts';

/** What Emmett's stores have in common, as far as we use it. */
export type EmmettStore = Readonly<{
  appendToStream(stream: string, events: readonly object[], options: object): Promise<unknown>;
  readStream(stream: string): Promise<Readonly<{ events: readonly unknown[] }>>;
  schema: Readonly<{ migrate(): Promise<void> }>;
}>;

type Batch = Readonly<{ messages: readonly unknown[]; currentGlobalPosition: bigint }>;
export type ReadBatch<Connection> = (
  connection: Connection,
  options: { after: bigint; batchSize: number },
) => Promise<Batch>;

/** Optimistic, as ours. Emmett makes the ids of the events itself, and no hash. */
export const appendWith =
  (store: EmmettStore) =>
  async (place: Place, messages: readonly Message[], meta: Meta): Promise<void> => {
    const expectedStreamVersion = place.revision < 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(place.revision + 1);
    const events = messages.map(({ type, data }) => ({ type, data, metadata: meta }));
    await store.appendToStream(place.stream, events, { expectedStreamVersion });
    place.revision += messages.length;
  };

/** By the reader that its own consumers use. */
export const replayWith = async (read: (after: bigint) => Promise<Batch>): Promise<number> => {
  let count = 0;
  for (let after = 0n; ;) {
    const { messages, currentGlobalPosition } = await read(after);
    if (messages.length === 0) return count;
    count += messages.length;
    after = currentGlobalPosition;
  }
};
