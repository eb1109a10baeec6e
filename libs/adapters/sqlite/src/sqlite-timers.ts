import type { Instant, Message } from '@edict/kernel';
import { ALARM, type AlarmName, type DueAlarm, type Timers } from '@edict/runtime';

import type { SqliteViews } from './sqlite-views.ts';
import type { ViewsFile } from './views-file.ts';

/** `#ring` has a row for each alarm, in the order of `ringAt`: asking what is due costs what is due, whatever waits or is deferred. */
export const DUE = `
  SELECT stream, r.key, alarm.at, ringAt, ring
  FROM "#ring" AS r CROSS JOIN alarm ON "#key" = stream AND alarm.key = r.key
  WHERE ringAt <= ? ORDER BY ringAt, stream, r.key LIMIT ?`;

export const DEFER = 'UPDATE "#ring" SET until = ? WHERE stream = ? AND key = ?';

/** A deferral goes with its alarm from one replacement of the rows to the next, and no further. */
const forget = (where: string) => `
  DELETE FROM "#ring" AS r
  WHERE ${where} AND NOT EXISTS (SELECT 1 FROM alarm WHERE "#key" = stream AND alarm.key = r.key)`;
const keep = (where: string) => `
  INSERT INTO "#ring" (stream, key, at) SELECT "#key", key, at FROM alarm WHERE ${where}
  ON CONFLICT DO UPDATE SET at = excluded.at WHERE at <> excluded.at`;

export const REPLACED = [forget('stream = ?'), keep('"#key" = ?')];
const ALL = [forget('true'), keep('true')];

type Waiting = Omit<DueAlarm, 'ring'> & Readonly<{ ring: string }>;

export class SqliteTimers implements Timers {
  readonly #file: ViewsFile;
  #knowsAll = false;

  constructor(views: SqliteViews) {
    this.#file = views.file;
    views.listen(ALARM.name, (stream) => REPLACED.forEach((sql) => this.#file.run(sql, stream)));
  }

  async due(now: Instant, limit: number): Promise<readonly DueAlarm[]> {
    this.#learn();
    const due = this.#file.all(DUE, now, Math.min(limit, Number.MAX_SAFE_INTEGER)) as readonly Waiting[];
    return due.map((alarm) => ({ ...alarm, ring: JSON.parse(alarm.ring) as Message }));
  }

  async defer(alarms: readonly AlarmName[], until: Instant): Promise<void> {
    this.#learn();
    this.#file.write(() => alarms.forEach(({ stream, key }) => this.#file.run(DEFER, until, stream, key)));
  }

  /** What was written while nobody listened. */
  #learn(): void {
    if (!this.#knowsAll) this.#file.write(() => ALL.forEach((sql) => this.#file.run(sql)));
    this.#knowsAll = true;
  }
}
