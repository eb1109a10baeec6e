import { later, type Instant, type Message, type Row } from '@edict/kernel';
import { ALARM, type DueAlarm, type Timers } from '@edict/runtime';

import type { MemoryViews } from './memory-views.ts';

type Waiting = Omit<DueAlarm, 'ring'> & Readonly<{ ring: string }>;

export class MemoryTimers implements Timers {
  readonly #views: MemoryViews;
  readonly #deferred = new Map<string, Instant>();

  constructor(views: MemoryViews) {
    this.#views = views;
  }

  async due(now: Instant, limit: number): Promise<readonly DueAlarm[]> {
    const due: Waiting[] = [];
    for (const [stream, rows] of this.#views.all(ALARM.name))
      for (const row of rows) {
        const alarm = this.#waiting(stream, row);
        if (alarm.ringAt <= now) due.push(alarm);
      }
    return due
      .sort(inOrder)
      .slice(0, limit)
      .map((alarm) => ({ ...alarm, ring: JSON.parse(alarm.ring) as Message }));
  }

  async defer(stream: string, key: string, until: Instant): Promise<void> {
    this.#deferred.set(`${stream} ${key}`, until);
  }

  #waiting(stream: string, row: Row): Waiting {
    const { key, at, ring } = row as { key: string; at: Instant; ring: string };
    return { stream, key, at, ringAt: later(at, this.#deferred.get(`${stream} ${key}`) ?? at), ring };
  }
}

const inOrder = (a: Waiting, b: Waiting): number =>
  byText(a.ringAt, b.ringAt) || byText(a.stream, b.stream) || byText(a.key, b.key);

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
