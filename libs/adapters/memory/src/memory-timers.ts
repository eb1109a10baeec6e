import { later, type Instant, type Message, type Row } from '@edict/kernel';
import { ALARM, compare, type AlarmName, type DueAlarm, type Timers } from '@edict/runtime';

import { Heap } from './heap.ts';
import type { MemoryViews } from './memory-views.ts';

type AlarmRow = Readonly<{ key: string; at: Instant; ring: string }>;
type Waiting = Omit<DueAlarm, 'ring'> & Readonly<{ ring: string; until: Instant | undefined }>;

const byRingAt = (a: Waiting, b: Waiting): number =>
  compare(a.ringAt, b.ringAt) || compare(a.stream, b.stream) || compare(a.key, b.key);

/** Kept in the order of `ringAt`, so that asking what is due costs what is due and not what waits. */
export class MemoryTimers implements Timers {
  readonly #byStream = new Map<string, readonly Waiting[]>();
  #inOrder = new Heap<Waiting>(byRingAt);
  #waiting = 0;

  constructor(views: MemoryViews) {
    views.listen(ALARM.name, (stream, rows) => this.#put(stream, this.#waitingIn(stream, rows)));
  }

  async due(now: Instant, limit: number): Promise<readonly DueAlarm[]> {
    const due: Waiting[] = [];
    while (due.length < limit && this.#isDue(now)) {
      const next = this.#inOrder.take()!;
      if (this.#byStream.get(next.stream)?.includes(next)) due.push(next);
    }
    for (const alarm of due) this.#inOrder.add(alarm);
    return due.map(({ until: _, ring, ...alarm }) => ({ ...alarm, ring: JSON.parse(ring) as Message }));
  }

  #isDue(now: Instant): boolean {
    const next = this.#inOrder.least;
    return next !== undefined && next.ringAt <= now;
  }

  async defer(alarms: readonly AlarmName[], until: Instant): Promise<void> {
    for (const alarm of alarms) this.#deferOne(alarm, until);
  }

  #deferOne({ stream, key }: AlarmName, until: Instant): void {
    const alarms = this.#byStream.get(stream) ?? [];
    const deferred = (alarm: Waiting): Waiting => ({ ...alarm, until, ringAt: later(alarm.at, until) });
    this.#put(
      stream,
      alarms.map((alarm) => (alarm.key === key ? deferred(alarm) : alarm)),
    );
  }

  /** A deferral goes with its alarm from one replacement of the rows to the next, and no further. */
  #waitingIn(stream: string, rows: readonly Row[]): readonly Waiting[] {
    const before = this.#byStream.get(stream) ?? [];
    return (rows as readonly AlarmRow[]).map(({ key, at, ring }) => {
      const same = before.find((alarm) => alarm.key === key);
      if (same?.at === at && same.ring === ring) return same;
      return { stream, key, at, ringAt: later(at, same?.until ?? at), ring, until: same?.until };
    });
  }

  #put(stream: string, alarms: readonly Waiting[]): void {
    const before = this.#byStream.get(stream) ?? [];
    for (const alarm of alarms) if (!before.includes(alarm)) this.#inOrder.add(alarm);
    if (alarms.length > 0) this.#byStream.set(stream, alarms);
    else this.#byStream.delete(stream);
    this.#waiting += alarms.length - before.length;
    if (this.#inOrder.size > 2 * this.#waiting + 100) this.#sweep();
  }

  /** What is no longer waited for is passed over when its time comes; this is for what has none. */
  #sweep(): void {
    this.#inOrder = new Heap(byRingAt);
    for (const alarms of this.#byStream.values()) for (const alarm of alarms) this.#inOrder.add(alarm);
  }
}
