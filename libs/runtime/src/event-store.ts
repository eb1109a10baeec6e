import type { Json } from '@edict/kernel';

/** Where an event is in the whole log. Opaque but for one thing: positions sort like the log. `''` is before everything. */
export type Position = string;

/** Where an event is in its stream, from 0. -1: nothing there yet. */
export type Revision = number;

export type Meta = Readonly<Record<string, string>>;
export type NewEvent = Readonly<{ id: string; type: string; data: Json; meta: Meta }>;
export type Recorded = NewEvent & Readonly<{ stream: string; revision: Revision; position: Position }>;

/** `position` is how far the log has been read, `live` that this was its end. */
export type Batch = Readonly<{ events: readonly Recorded[]; position: Position; live: boolean }>;

/** The one thing that must never be lost. Every adapter passes `tests/contracts/src/event-store.contract.ts`. */
export interface EventStore {
  /** The events after revision `after`, oldest first. */
  read(stream: string, after?: Revision, limit?: number): Promise<readonly Recorded[]>;

  /**
   * Atomic, if the stream ends at `after`. The same ids again at the same place succeed with the old position; a partial overlap
   * is a `Conflict`. One stream at a time, so that any store can do it. Throws `Conflict`, `OutcomeUnknown`,
   * `StoreUnavailable`, or `TypeError` for no events.
   */
  append(stream: string, after: Revision, events: readonly NewEvent[]): Promise<Position>;

  /** The whole log after a position. Ends, without throwing, when aborted. Is `live` once caught up, even if that batch is empty. */
  follow(after: Position, signal: AbortSignal): AsyncIterable<Batch>;

  head(): Promise<Position>;
  close(): Promise<void>;
}

/** Somebody was faster. Read again and decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly stream: string;
  readonly expected: Revision;
  readonly actual: Revision;

  constructor(stream: string, expected: Revision, actual: Revision) {
    super(`${stream} is at ${actual}, not at ${expected}.`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** No answer came. It may have been written or not, or may still be: read again. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** Nothing was written; the store says why. Reading may still work; `full` ends by itself once there is room again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly reason: 'full' | 'io' | 'corrupt' | 'closed';

  constructor(reason: StoreUnavailable['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
