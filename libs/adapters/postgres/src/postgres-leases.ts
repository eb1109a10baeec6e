import { instantAt } from '@edict/kernel';
import { PROCESS_NAME, type Held, type Lease, type Leases } from '@edict/runtime';

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
    const [given] = await this.#database.query(ACQUIRE, [name, ttlMs, this.#nowMs(), PROCESS_NAME]);
    return given && { name, epoch: Number(given['epoch']) };
  }

  async renew({ name, epoch }: Lease, ttlMs: number): Promise<boolean> {
    return (await this.#database.query(RENEW, [name, ttlMs, this.#nowMs(), epoch])).length > 0;
  }

  async held(): Promise<readonly Held[]> {
    return (await this.#database.query(HELD, [this.#nowMs()])).map(({ name, epoch, holder, until }) => ({
      ...{ name: String(name), epoch: Number(epoch) },
      ...{ holder: String(holder), until: instantAt(Math.round(Number(until))) },
    }));
  }
}

const now = (given: string) => `coalesce(${given}::float8, extract(epoch FROM clock_timestamp())::float8 * 1000)`;
const NOW = now('$3');
const ACQUIRE = `
  INSERT INTO "#group" AS g (name, epoch, until, holder) VALUES ($1, 1, ${NOW} + $2::float8, $4)
  ON CONFLICT (name) DO UPDATE SET epoch = g.epoch + 1, until = excluded.until, holder = excluded.holder
  WHERE g.until <= ${NOW} RETURNING epoch`;
const RENEW = `UPDATE "#group" SET until = ${NOW} + $2::float8 WHERE name = $1 AND epoch = $4::bigint RETURNING epoch`;
const HELD = `SELECT name, epoch, holder, until FROM "#group" WHERE until > ${now('$1')} ORDER BY name`;
