import type { Position } from '@edict/runtime';

import type { Database } from './database.ts';

const CHANNEL = 'reached';

/**
 * How readers in other processes learn how far a group got. After the commit and beside it, so that commits do not queue up for one another;
 * what comes while one announcement is under way shares the next. A lost one costs a reader half a second and no more.
 */
export class Announcements {
  readonly #database: Database;
  readonly #fresh = new Map<string, Position>();
  #sending: Promise<void> | undefined;

  constructor(database: Database, heard: (group: string, reached: Position) => void) {
    this.#database = database;
    database.listen(CHANNEL, (payload) => {
      if (payload === undefined) return;
      for (const [group, reached] of JSON.parse(payload) as readonly (readonly [string, Position])[])
        heard(group, reached);
    });
  }

  announce(group: string, reached: Position): void {
    this.#fresh.set(group, reached);
    this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
  }

  async end(): Promise<void> {
    await this.#sending;
  }

  async #send(): Promise<void> {
    while (this.#fresh.size > 0) {
      const some = [...this.#fresh].slice(0, 50); // PostgreSQL carries 8,000 bytes
      for (const [group] of some) this.#fresh.delete(group);
      const values = [this.#database.channel(CHANNEL), JSON.stringify(some)];
      await this.#database.query('SELECT pg_notify($1, $2)', values).catch(() => undefined);
    }
  }
}
