import type { Recorded, StoredEvent } from '@edict/runtime';
import { LRUCache } from 'lru-cache';

import { DecodedOnce } from './decoded-once.ts';

/** So many events are kept, of the streams that were asked for last. */
const KEPT = 40_000;
/** A longer stream is not worth being copied whole for each event that is added to it. */
const LONGEST = 64;

type Stream = readonly DecodedOnce[];

/**
 * The streams that were read or written last, whole: whoever follows a command asks for the same ones that it did. The file belongs to one
 * process, so that a stream which is told of every event, when it is known to be on disk and before anybody follows it, is never behind.
 */
export class RecentStreams {
  /** That a stream is empty is worth knowing too. */
  readonly #streams = new LRUCache<string, Stream>({
    maxSize: KEPT,
    maxEntrySize: LONGEST,
    sizeCalculation: ({ length }) => length + 1,
  });

  /** From the revision after that one on, `limit` events at most. `undefined`: not known here. */
  of(stream: string, after = -1, limit = Infinity): readonly Recorded[] | undefined {
    const known = this.#streams.get(stream);
    return known?.slice(after + 1, after + 1 + limit).map(({ event }) => event);
  }

  keep(stream: string, history: readonly StoredEvent[]): void {
    this.#streams.set(
      stream,
      history.map((stored) => new DecodedOnce(stored)),
    );
  }

  /** What comes next in its stream. Of what is not known whole nothing is kept. */
  add(next: DecodedOnce): void {
    const { stream, revision } = next.stored;
    const known = this.#streams.peek(stream);
    if (known === undefined || revision < known.length) return;
    if (revision === known.length) this.#streams.set(stream, [...known, next]);
    else this.forget(stream);
  }

  forget(stream: string): void {
    this.#streams.delete(stream);
  }

  clear(): void {
    this.#streams.clear();
  }
}
