import { setTimeout as sleep } from 'node:timers/promises';

import { assertIds, NotYet, QueueUnavailable, type WorkQueue } from '@edict/runtime';

const SIDE_BY_SIDE = 16;

/** Shares work out within one process. It forgets everything with it. */
export class MemoryWorkQueue implements WorkQueue {
  readonly #waiting = new Map<string, Set<string>>();
  #more = Promise.withResolvers<void>();
  #isClosed = false;

  async hand(kind: string, ids: readonly string[]): Promise<void> {
    assertIds(ids);
    if (this.#isClosed) throw new QueueUnavailable('The queue is closed.');
    const waiting = this.#of(kind);
    for (const id of ids) waiting.add(id);
    this.#more.resolve();
    this.#more = Promise.withResolvers();
  }

  async work(kind: string, handle: (id: string) => Promise<void>, signal: AbortSignal): Promise<void> {
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
        const id = this.#take(kind);
        if (id === undefined) await Promise.race([more, end.promise]);
        else await handle(id).catch(ended);
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

  #of(kind: string): Set<string> {
    const waiting = this.#waiting.get(kind) ?? new Set();
    this.#waiting.set(kind, waiting);
    return waiting;
  }

  #take(kind: string): string | undefined {
    const [first] = this.#of(kind);
    if (first !== undefined) this.#of(kind).delete(first);
    return first;
  }
}
