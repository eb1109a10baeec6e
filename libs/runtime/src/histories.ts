import type { EventStore, Recorded } from './event-store.ts';

/** So many events are kept of the streams that were asked for last. */
const KEPT = 10_000;

/**
 * The history of a stream up to an event, for all who follow the log side by side: each of them asks for the same streams, and most
 * events come right after the last one that was asked for. What is recorded does not change, so that what is kept is never stale.
 */
export class Histories {
  readonly #store: EventStore;
  readonly #kept = new Map<string, readonly Recorded[]>();
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
        : (await this.#store.read(stream)).filter((each) => each.revision <= revision);
    this.#keep(stream, history);
    return history;
  }

  #keep(stream: string, history: readonly Recorded[]): void {
    this.#forget(stream);
    this.#kept.set(stream, history);
    this.#events += history.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#events <= KEPT) return;
      this.#forget(oldest);
    }
  }

  #forget(stream: string): void {
    this.#events -= this.#kept.get(stream)?.length ?? 0;
    this.#kept.delete(stream);
  }
}
