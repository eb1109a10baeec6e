import type { Lease, Leases } from '@edict/runtime';

import type { Database } from './database.ts';
import type { PostgresViews } from './postgres-views.ts';

/** Epochs are kept beside the rows that they fence. The clock is the database's own unless told otherwise: one for all processes. */
export class PostgresLeases implements Leases {
  readonly #database: Database;
  readonly #nowMs: () => number | null;

  constructor(views: PostgresViews, nowMs: () => number | null = () => null) {
    this.#database = views.database;
    this.#nowMs = nowMs;
  }

  async acquire(name: string, ttlMs: number): Promise<Lease | undefined> {
    const [given] = await this.#database.query(ACQUIRE, [name, ttlMs, this.#nowMs()]);
    return given && { name, epoch: Number(given['epoch']) };
  }

  async renew({ name, epoch }: Lease, ttlMs: number): Promise<boolean> {
    return (await this.#database.query(RENEW, [name, ttlMs, this.#nowMs(), epoch])).length > 0;
  }
}

const NOW = 'coalesce($3::float8, extract(epoch FROM clock_timestamp())::float8 * 1000)';
const ACQUIRE = `
  INSERT INTO "#group" AS g (name, epoch, until) VALUES ($1, 1, ${NOW} + $2::float8)
  ON CONFLICT (name) DO UPDATE SET epoch = g.epoch + 1, until = excluded.until WHERE g.until <= ${NOW}
  RETURNING epoch`;
const RENEW = `UPDATE "#group" SET until = ${NOW} + $2::float8 WHERE name = $1 AND epoch = $4::bigint RETURNING epoch`;
