import { instantAt } from '@edict/kernel';
import { PROCESS_NAME, type Held, type Lease, type Leases } from '@edict/runtime';

import type { SqliteViews } from './sqlite-views.ts';
import type { ViewsFile } from './views-file.ts';

/**
 * `exclusive`: something else, the lock of the data folder, already sees to it that there is one process. Whoever asks then
 * gets the next epoch at once, so that a restart after a crash does not wait for what the dead process held.
 */
type Options = Readonly<{ exclusive?: boolean }>;

/** Epochs are kept beside the rows that they fence, and outlive the process. */
export class SqliteLeases implements Leases {
  readonly #file: ViewsFile;
  readonly #nowMs: () => number;
  readonly #exclusive: boolean;

  constructor(views: SqliteViews, nowMs: () => number, { exclusive = false }: Options = {}) {
    this.#file = views.file;
    this.#nowMs = nowMs;
    this.#exclusive = exclusive;
  }

  async acquire(name: string, ttlMs: number): Promise<Lease | undefined> {
    const now = this.#nowMs();
    const given = this.#file.get(ACQUIRE, name, now + ttlMs, this.#exclusive ? Infinity : now);
    return given && { name, epoch: Number(given['epoch']) };
  }

  async renew({ name, epoch }: Lease, ttlMs: number): Promise<boolean> {
    return this.#file.run(RENEW, this.#nowMs() + ttlMs, name, epoch) > 0;
  }

  /** The file is one process's: whatever is held is held here. */
  async held(): Promise<readonly Held[]> {
    return this.#file.all(HELD, this.#nowMs()).map(({ name, epoch, until }) => ({
      ...{ name: String(name), epoch: Number(epoch) },
      ...{ holder: PROCESS_NAME, until: instantAt(Number(until)) },
    }));
  }
}

const ACQUIRE = `
  INSERT INTO "#group" (name, epoch, until) VALUES (?1, 1, ?2)
  ON CONFLICT DO UPDATE SET epoch = epoch + 1, until = excluded.until WHERE until <= ?3
  RETURNING epoch`;
const RENEW = 'UPDATE "#group" SET until = ? WHERE name = ? AND epoch = ?';
const HELD = 'SELECT name, epoch, until FROM "#group" WHERE until > ? ORDER BY name';
