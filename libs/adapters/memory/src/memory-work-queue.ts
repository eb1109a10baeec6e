import { setTimeout as sleep } from 'node:timers/promises';

import { NotYet, piecesOf, QueueUnavailable, type WorkQueue } from '@edict/runtime';

const SIDE_BY_SIDE = 16;

/** Shares work out within one process. It forgets everything with it. */
export class MemoryWorkQueue implements WorkQueue {
  readonly #waiting = new Map<string, Map<string, readonly string[]>>();
  #more = Promise.withResolvers<void>();
  #isClosed = false;

  async hand(kind: string, ids: readonly string[], each?: number): Promise<void> {
    const pieces = piecesOf(ids, each);
    if (this.#isClosed) throw new QueueUnavailable('The queue is closed.');
    const waiting = this.#of(kind);
    for (const piece of pieces) waiting.set(String(piece), piece);
    this.#more.resolve();
    this.#more = Promise.withResolvers();
  }

  async work(kind: string, handle: (ids: readonly string[]) => Promise<void>, signal: AbortSignal): Promise<void> {
    const end = Promise.withResolvers<void>();
    signal.addEventListener('abort', () => end.resolve(), { once: true });
    let rest: Promise<unknown> = Promise.resolve();
    const ended = (error: unknown) => {
      if (error instanceof NotYet) rest = sleep(error.ms, null, { signal }).catch(() => undefined);
    };
    const worker = async () => {
      while (!signal.aborted) {
        await rest;
        const more = this.#more.promise;
        const piece = this.#take(kind);
        if (piece) await handle(piece).catch(ended);
        else await Promise.race([more, end.promise]);
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  }

  trouble(): null {
    return null;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #of(kind: string): Map<string, readonly string[]> {
    const waiting = this.#waiting.get(kind) ?? new Map<string, readonly string[]>();
    this.#waiting.set(kind, waiting);
    return waiting;
  }

  #take(kind: string): readonly string[] | undefined {
    const [first] = this.#of(kind);
    if (first) this.#of(kind).delete(first[0]);
    return first?.[1];
  }
}
