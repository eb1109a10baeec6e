import type { Database } from './database.ts';

/** How often a follower looks for himself, in case an announcement was lost. */
const LOOK_MS = 1_000;

/** Wakes whoever waits for the log to go on: at once in this process, and by an announcement in others. */
export class Wake {
  readonly #waiting = new Set<() => void>();
  #count = 0;
  #ended = false;

  constructor(database: Database, channel: string) {
    database.listen(channel, () => this.now());
  }

  /** Rises whenever there may be more. */
  get count(): number {
    return this.#count;
  }

  /** After a commit of this process. */
  now(): void {
    this.#count++;
    for (const wake of this.#waiting) wake();
  }

  /** Waits until `count` is above `seen`, or for the end of waiting. */
  after(seen: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, LOOK_MS);
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (this.#count > seen || signal.aborted || this.#ended) wake();
    });
  }

  end(): void {
    this.#ended = true;
    this.now();
  }
}
