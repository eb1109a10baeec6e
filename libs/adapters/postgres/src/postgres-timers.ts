import type { Instant, Message } from '@edict/kernel';
import type { AlarmName, DueAlarm, Timers } from '@edict/runtime';

import { textArray } from './arrays.ts';
import type { Database, Found } from './database.ts';
import type { PostgresViews } from './postgres-views.ts';
import { fromStored, toStored } from './text.ts';

/** `#ring` has a row for each alarm, in the order of `ringAt`: asking what is due costs what is due, whatever waits or is deferred. */
export const DUE = `
  SELECT stream, r.key, alarm.at, "ringAt", ring FROM "#ring" AS r JOIN alarm ON "#key" = stream AND alarm.key = r.key
  WHERE "ringAt" <= $1 ORDER BY "ringAt", stream, r.key LIMIT $2::bigint`;

/** Waits for nobody: what another replaces meanwhile is passed over, and two who have many rows in hand never wait for each other. */
export const DEFER = `
  UPDATE "#ring" AS r SET until = $1 FROM (
    SELECT stream, key FROM "#ring" AS f JOIN unnest($2::text[], $3::text[]) AS d (stream, key) USING (stream, key)
    FOR UPDATE OF f SKIP LOCKED
  ) AS free WHERE r.stream = free.stream AND r.key = free.key`;

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

  async defer(alarms: readonly AlarmName[], until: Instant): Promise<void> {
    const [streams, keys] = [alarms.map(({ stream }) => stream), alarms.map(({ key }) => key)];
    await this.#database.query(DEFER, [until, ...[streams, keys].map((texts) => textArray(texts.map(toStored)))]);
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
