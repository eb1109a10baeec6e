import type { KurrentDBClient } from '@kurrent/kurrentdb-client';

import { failureOf } from './failures.ts';
import { grpcReader } from './grpc-reader.ts';
import type { ReadEvent } from './stored-event.ts';

/** How events are read, on one client and without patience. */
export type Reader = Readonly<{
  /** From a revision on, so many at most; none where there is no such stream. */
  stream(client: KurrentDBClient, stream: string, from: number, count: number): Promise<readonly ReadEvent[]>;
  /** The last one in the streams with the prefix. */
  last(client: KurrentDBClient, prefix: string): Promise<ReadEvent | undefined>;
}>;

export type ReaderName = 'official' | 'grpc';

/** Goes through native code. The faster one where many read at once; one at a time it takes up to 45 ms. */
const officialReader: Reader = {
  async stream(client, stream, from, count) {
    try {
      return await collected(client.readStream(stream, { fromRevision: BigInt(from), maxCount: count }));
    } catch (error) {
      if (failureOf(error).kind === 'missing') return [];
      throw error;
    }
  },
  async last(client, prefix) {
    const filter = { filterOn: 'streamName' as const, prefixes: [prefix], checkpointInterval: 1 };
    const [last] = await collected(
      client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1, filter }),
    );
    return last;
  },
};

/** Broken off early, the native reader would go on reading: so each is asked for no more than what is wanted. */
const collected = async <T>(events: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
};

export const readerNamed = (name: ReaderName): Reader => (name === 'grpc' ? grpcReader : officialReader);
