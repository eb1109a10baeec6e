import { deliveryView } from '@edict/directives';
import { plusMs, type Instant } from '@edict/kernel';
import {
  ALARM,
  tableOf,
  type Held,
  type Parked,
  type Position,
  type QueueTrouble,
  type Skew,
  type Views,
} from '@edict/runtime';

import type { Hindered } from './rebuilding.ts';

/** What a person should look at, though whatever is asked is still answered. */
export const CONCERNS = {
  parked: 'Streams are parked: their events made a saga or a view fail, and wait for an operator.',
  failing: 'Somebody who follows the log fails, or who builds a view anew, and tries again.',
  behind: 'Somebody who follows the log has been behind it for too long.',
  ringsFailed: 'Alarms of the last sweep could not be rung.',
  ringsLate: 'Alarms are long due and have not been rung.',
  deliveriesParked: 'What should have been sent outside could not be, and waits for an operator.',
  queueUnreachable: 'The queue cannot be reached: every process does its work by itself.',
  queueEvicts: 'The server of the queue may throw away what it holds: every process does its work by itself.',
  clocksDiffer: 'The clock here and the clock of a server that it works with are apart.',
} as const;

export type Concern = keyof typeof CONCERNS;

export type SubscriberHealth = Readonly<{
  name: string;
  reached: Position;
  parked: readonly Parked[];
  /** Why it does not go on; it tries again. */
  failing: string | null;
  /** Whether it has been short of the same place for longer than `BEHIND_MS`. */
  behind: boolean;
}>;

/**
 * `failedRings`: alarms of the last sweep that could not be rung; each is tried again, ever more slowly. `lateSince`: when the oldest alarm
 * was due that should have been rung by now, whether it was put off or not. `queue`: whether work is shared out; `none` where no queue is
 * set up. `skews`: by how much other clocks were ahead of the one here when they were asked last.
 * `leases`: which process works under which name. `rebuilds`: views that are being built anew; `failing`: why one cannot be for now, and since when.
 */
export type Health = Readonly<{
  head: Position;
  subscribers: readonly SubscriberHealth[];
  failedRings: number;
  lateSince: Instant | null;
  deliveriesParked: boolean;
  queue: 'none' | 'shared' | QueueTrouble;
  skews: readonly Skew[];
  leases: readonly Held[];
  rebuilds: readonly Readonly<{ view: string; askedAt: Instant; failing: Hindered | null }>[];
  concerns: readonly Concern[];
}>;

/** For so long somebody may be behind, and an alarm late, before it is said. A sweep is every second. */
export const BEHIND_MS = 30_000;
export const LATE_MS = 60_000;
/** Clocks that are further apart than this, and not only by how long asking took, are said to differ. */
export const SKEW_MS = 2_000;

export const concernsOf = ({
  subscribers,
  failedRings,
  lateSince,
  deliveriesParked,
  queue,
  skews,
  rebuilds,
}: Omit<Health, 'head' | 'leases' | 'concerns'>): readonly Concern[] => {
  const holds: Readonly<Record<Concern, boolean>> = {
    parked: subscribers.some(({ parked }) => parked.length > 0),
    failing: [...subscribers, ...rebuilds].some(({ failing }) => failing !== null),
    behind: subscribers.some(({ behind }) => behind),
    ringsFailed: failedRings > 0,
    ringsLate: lateSince !== null,
    deliveriesParked,
    queueUnreachable: queue === 'unreachable',
    queueEvicts: queue === 'evicts',
    clocksDiffer: skews.some(({ aheadMs, withinMs }) => Math.abs(aheadMs) - withinMs > SKEW_MS),
  };
  return (Object.keys(CONCERNS) as readonly Concern[]).filter((concern) => holds[concern]);
};

/** When the oldest alarm was due that should have been rung a while ago, whatever it was put off to. */
export const lateSince = async (views: Pick<Views, 'find'>, now: Instant): Promise<Instant | null> => {
  const within = { at: { below: plusMs(now, -LATE_MS) } };
  const [oldest] = await views.find(ALARM.name, { within, orderBy: ['at'], limit: 1 });
  return (oldest?.['at'] as Instant | undefined) ?? null;
};

export const areDeliveriesParked = async (views: Pick<Views, 'find'>): Promise<boolean> =>
  (await views.find(tableOf(deliveryView), { where: { state: 'parked' }, limit: 1 })).length > 0;

type Mark = Readonly<{ head: Position; at: number }>;

/** Who keeps pace. That somebody is a little behind says nothing while others write: that they stay short of the same place does. */
export class Pace {
  readonly #marks = new Map<string, Mark>();
  readonly #elapsed: () => number;

  /** `elapsed`: milliseconds, which never go back. */
  constructor(elapsed = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** To be asked again and again: what it is measured against is where the log ended when it was asked before. */
  isBehind(name: string, reached: Position, head: Position): boolean {
    const now = this.#elapsed();
    const mark = this.#marks.get(name);
    if (mark && reached < mark.head) return now - mark.at > BEHIND_MS;
    this.#marks.set(name, { head, at: now });
    return false;
  }
}
