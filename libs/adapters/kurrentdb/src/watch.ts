import type { Batch, Position } from '@edict/runtime';

import { Dropped } from './subscription.ts';

/** Until it is live it is looked after more often: a drain waits for that. */
const FIRST_PAUSE_MS = 250;

export type Watched = Readonly<{ glance(): Promise<Position>; watchMs: number }>;

/** What has been handed out of a subscription, and whether the log has gone on without a word of it. */
export class Watch {
  readonly #watched: Watched;
  readonly #target: Position;
  #position: Position;
  #live = false;
  #saidLive = false;
  #behindSince: number | undefined;
  #pauseMs = FIRST_PAUSE_MS;

  /** `target`: what a node that follows others must have reached before it counts as caught up. */
  constructor(watched: Watched, after: Position, target: Position) {
    this.#watched = watched;
    this.#position = after;
    this.#target = target;
  }

  get pauseMs(): number {
    return this.#live ? this.#watched.watchMs : this.#pauseMs;
  }

  /** What is new of it, if anything is: an event may come twice, and that nothing is left is said once, after each time that something was. */
  batch(events: Batch['events'], emptied: boolean): Batch | undefined {
    const fresh = events.filter(({ position }) => position > this.#position);
    this.#advance(fresh, emptied);
    const live = this.#live && (emptied || fresh.length === 0);
    return fresh.length > 0 || (live && !this.#saidLive) ? this.#said(fresh, live) : undefined;
  }

  /** Compares with the end of the log. Throws `Dropped` when it has been behind for too long and nothing came. */
  async look(): Promise<void> {
    const { glance, watchMs } = this.#watched;
    this.#pauseMs = Math.min(2 * this.#pauseMs, watchMs);
    const end = await glance().catch(() => undefined);
    if (end === undefined) return;
    if (end <= this.#position) {
      this.#live = true;
      this.#behindSince = undefined;
      return;
    }
    this.#behindSince ??= Date.now();
    const silentMs = Date.now() - this.#behindSince;
    if (silentMs >= 2 * watchMs) throw new Dropped(`nothing came for ${silentMs} ms, and the log went on to ${end}`);
  }

  #advance(fresh: Batch['events'], emptied: boolean): void {
    this.#position = fresh.at(-1)?.position ?? this.#position;
    if (fresh.length > 0) this.#behindSince = undefined;
    if (emptied && this.#position >= this.#target) this.#live = true;
  }

  #said(events: Batch['events'], live: boolean): Batch {
    this.#saidLive = live;
    return { events, position: this.#position, live };
  }
}
