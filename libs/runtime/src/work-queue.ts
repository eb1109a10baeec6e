/** What is wrong with a queue: it cannot be reached, or its server may throw away what it holds. */
export type QueueTrouble = 'unreachable' | 'evicts';

/**
 * Shares work out among processes. It holds names of work and nothing of what the work is about, and it is a hint: what was handed on may
 * come late, twice, or never. Whoever hands something on looks again whether it was done; nothing hangs on the queue but how soon that is.
 */
export interface WorkQueue {
  /**
   * Hands these on to whoever is free, as pieces of work of so many ids each. A piece that waits already is not put there twice. Throws
   * `QueueUnavailable` soon where that cannot be done, and `TypeError` for what is not an id.
   */
  hand(kind: string, ids: readonly string[], each?: number): Promise<void>;

  /**
   * Handles what is handed on, several pieces side by side, until aborted; resolves when what is in hand is done. What `handle` throws ends that
   * piece of work: the queue does not try it again. Where it throws `NotYet`, nothing more of the kind is handled here for a while, and all is
   * left to others.
   */
  work(kind: string, handle: (ids: readonly string[]) => Promise<void>, signal: AbortSignal): Promise<void>;

  /** Why nothing can be handed on now; `null`: it can. */
  trouble(): QueueTrouble | null;

  close(): Promise<void>;
}

/** It was not handed on, or nobody knows whether it was. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';
}

/** Whoever took this piece of work cannot do it for so long, in milliseconds, nor others of its kind. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly ms: number;

  constructor(ms: number) {
    super(`Not for ${ms} ms.`);
    this.ms = ms;
  }
}

/** Letters, digits and a few marks: an id, and never words. */
const ID = /^[A-Za-z][\w#@./-]{0,199}$/;

/** For adapters: the pieces of work that these ids are. Refuses what is not an id before any of it is handed on. */
export const piecesOf = (ids: readonly string[], each = 1): readonly (readonly string[])[] => {
  for (const id of ids) if (!ID.test(id)) throw new TypeError(`Not an id of work: ${JSON.stringify(id)}.`);
  return Array.from({ length: Math.ceil(ids.length / each) }, (_, n) => ids.slice(n * each, (n + 1) * each));
};
