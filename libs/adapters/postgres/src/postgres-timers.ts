import type { Instant, Message } from '@edict/kernel';
import type { DueAlarm, Timers } from '@edict/runtime';

import type { Database, Found } from './database.ts';
import type { PostgresViews } from './postgres-views.ts';
import { fromStored, toStored } from './text.ts';

/** `#ring` has a row for each alarm, in the order of `ringAt`: asking what is due costs what is due, whatever waits or is deferred. */
export const DUE = `
  SELECT stream, r.key, alarm.at, "ringAt", ring FROM "#ring" AS r JOIN alarm ON "#key" = stream AND alarm.key = r.key
  WHERE "ringAt" <= $1 ORDER BY "ringAt", stream, r.key LIMIT $2::bigint`;

export const DEFER = 'UPDATE "#ring" SET until = $1 WHERE stream = $2 AND key = $3';

/** `PostgresViews` keeps `#ring` in step with the table `alarm`, in the same transaction and for whichever process rings. */
export class PostgresTimers implements Timers {
  readonly #database: Database;

  constructor(views: PostgresViews) {
    this.#database = views.database;
  }

  async due(now: Instant, limit: number): Promise<readonly DueAlarm[]> {
    const rows = await this.#database.query(DUE, [now, Math.min(limit, Number.MAX_SAFE_INTEGER)]);
    return rows.map(alarmOf);
  }

  async defer(stream: string, key: string, until: Instant): Promise<void> {
    await this.#database.query(DEFER, [until, toStored(stream), toStored(key)]);
  }
}

const alarmOf = (row: Found): DueAlarm => {
  const { stream, key, at, ringAt, ring } = row as Record<'stream' | 'key' | 'ring', string> &
    Record<'at' | 'ringAt', Instant>;
  return {
    stream: fromStored(stream),
    key: fromStored(key),
    at,
    ringAt,
    ring: JSON.parse(fromStored(ring)) as Message,
  };
};
