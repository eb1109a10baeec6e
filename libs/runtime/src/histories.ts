import type { EventStore, Recorded } from './event-store.ts';

/** So many events are kept at most, of the streams that were asked for last; where there are more, half of them go at once. */
const KEPT = 10_000;
/** Of a longer history nothing is kept for who has but one event of it in hand: it would stay for as long as they do. */
const LONGEST = 16;

/**
 * The history of a stream up to an event, for all who follow the log side by side: each of them asks for the same streams, and most
 * events come right after the last one that was asked for. What is recorded does not change, so that what is kept is never stale.
 */
export class Histories {
  readonly #store: EventStore;
  readonly #kept = new Map<string, readonly Recorded[]>();
  /** By the event that it was read for: all who have that batch in hand share it, if it is short, whatever was asked for since. */
  readonly #read = new WeakMap<Recorded, Promise<readonly Recorded[]>>();
  #events = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  async upTo(event: Recorded): Promise<readonly Recorded[]> {
    const { stream, revision } = event;
    const known = this.#kept.get(stream) ?? [];
    if (known.length > revision) return known.slice(0, revision + 1);
    const history =
      known.length === revision
        ? [...known, event]
        : (await this.#readFor(event)).filter((each) => each.revision <= revision);
    this.#keep(stream, history);
    return history;
  }

  #readFor(event: Recorded): Promise<readonly Recorded[]> {
    const known = this.#read.get(event);
    if (known) return known;
    const read = this.#store.read(event.stream);
    this.#read.set(event, read);
    const forget = () => this.#read.delete(event);
    read.then((history) => history.length > LONGEST && forget(), forget); // the next one asks again
    return read;
  }

  #keep(stream: string, history: readonly Recorded[]): void {
    this.#forget(stream);
    this.#kept.set(stream, history);
    this.#events += history.length;
    if (this.#events <= KEPT) return;
    for (const oldest of this.#kept.keys()) {
      if (this.#events <= KEPT / 2) return;
      this.#forget(oldest);
    }
  }

  #forget(stream: string): void {
    this.#events -= this.#kept.get(stream)?.length ?? 0;
    this.#kept.delete(stream);
  }
}
