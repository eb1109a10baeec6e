import type { Recorded } from '@edict/runtime';
import { LRUCache } from 'lru-cache';

/** So many events are kept, of the streams that were asked for last. */
const KEPT = 40_000;
/** A longer stream is not worth being copied whole for each event that is added to it. */
const LONGEST = 1_000;

type Stream = readonly Recorded[];

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

  of(stream: string): Stream | undefined {
    return this.#streams.get(stream);
  }

  /** Whoever reads gets the same objects, so that nobody may change them. */
  keep(stream: string, history: Stream): void {
    for (const event of history) freeze(event);
    this.#streams.set(stream, Object.freeze(history));
  }

  /** What comes next in its stream. Of what is not known whole nothing is kept. */
  add(event: Recorded): void {
    const { stream, revision } = event;
    const known = this.#streams.get(stream);
    if (known === undefined || revision < known.length) return;
    if (revision === known.length) this.keep(stream, [...known, event]);
    else this.forget(stream);
  }

  forget(stream: string): void {
    this.#streams.delete(stream);
  }

  clear(): void {
    this.#streams.clear();
  }
}

const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
};
