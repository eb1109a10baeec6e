import type { Position, Recorded } from '@edict/runtime';

import type { DecodedOnce } from './decoded-once.ts';

/** So many events are kept at least, once there are so many: whoever follows the log is seldom further behind. */
const KEPT = 1_024;

/** The end of the log, as it was written by this process. Whoever follows the log is given what was written without reading it again. */
export class Tail {
  #events: DecodedOnce[] = [];

  /** Where something was passed over, what came before it is of no use. */
  add(event: DecodedOnce): void {
    const last = this.#events.at(-1);
    if (last && event.stored.position !== last.stored.position + 1) this.#events = [];
    this.#events.push(event);
    if (this.#events.length > 2 * KEPT) this.#events = this.#events.slice(-KEPT);
  }

  /** What follows that position, `limit` events at most. `undefined`: not all of it is known here. */
  after(position: Position, limit: number): readonly Recorded[] | undefined {
    const [first] = this.#events;
    const from = first && Number(position) + 1 - first.stored.position;
    if (from === undefined || from < 0) return undefined;
    return this.#events.slice(from, from + limit).map(({ event }) => event);
  }

  clear(): void {
    this.#events = [];
  }
}
