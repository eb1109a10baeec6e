import type { Database } from './database.ts';

/** How often a follower looks for himself, in case an announcement was lost. */
const LOOK_MS = 1_000;

/** Wakes whoever waits for the log to go on: at once in this process, and by an announcement in others. */
export class Wake {
  readonly #database: Database;
  readonly #channel: string;
  readonly #waiting = new Set<() => void>();
  #count = 0;
  #ended = false;
  #unsaid = false;
  #saying: Promise<void> | undefined;

  constructor(database: Database, channel: string) {
    this.#database = database;
    this.#channel = channel;
    database.listen(channel, () => this.#wake());
  }

  /** Rises whenever there may be more. */
  get count(): number {
    return this.#count;
  }

  /** After a commit. What comes while one announcement is under way shares the next. */
  announce(): void {
    this.#wake();
    this.#unsaid = true;
    this.#saying ??= this.#say().finally(() => (this.#saying = undefined));
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

  async end(): Promise<void> {
    this.#ended = true;
    this.#wake();
    await this.#saying;
  }

  #wake(): void {
    this.#count++;
    for (const wake of this.#waiting) wake();
  }

  async #say(): Promise<void> {
    while (this.#unsaid) {
      this.#unsaid = false;
      await this.#database
        .query('SELECT pg_notify($1, $2)', [this.#database.channel(this.#channel), ''])
        .catch(() => undefined);
    }
  }
}
