import { EventEmitter } from 'node:events';

/** What a writer hands in. `data` and `meta` are bytes; `json` that `data` is JSON. */
export type Proposed = Readonly<{ id: string; type: string; json: boolean; data: Uint8Array; meta: Uint8Array }>;
export type Stored = Proposed & Readonly<{ stream: string; revision: bigint; position: bigint; created: bigint }>;

/** -1n: there must be no such stream. */
export type Expected = bigint | 'any' | 'stream_exists';
export type Appended =
  Readonly<{ revision: bigint; position: bigint | undefined }> | 'deleted' | Readonly<{ conflict: bigint }>;

type Stream = { events: Stored[]; last: bigint; truncatedBefore: bigint; state: 'there' | 'deleted' | 'tombstoned' };

const TICKS_AT_EPOCH = 10_000n;
/** A record's frame in the log; only that positions are not counted matters. */
const FRAME = 96n;

/** The events of a node, with the rules that were measured on EventStoreDB 23.10 about which append is taken. */
export class Log {
  readonly all: Stored[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #latest = new Map<string, Stored>();
  readonly #written = new EventEmitter().setMaxListeners(0);
  #end = 0n;

  append(stream: string, expected: Expected, events: readonly Proposed[]): Appended {
    const found = this.#streams.get(stream);
    if (found?.state === 'tombstoned') return 'deleted';
    const verdict =
      typeof expected === 'bigint' ? this.#exact(found, expected, events) : this.#loose(stream, expected, events);
    if (verdict !== 'new') return verdict;
    return this.#write(stream, events);
  }

  /** `undefined`: there is no such stream. Its events, those before a soft delete left out. */
  read(stream: string): readonly Stored[] | undefined {
    const found = this.#streams.get(stream);
    const events = found?.events.filter(({ revision }) => revision >= found.truncatedBefore);
    return events?.length ? events : undefined;
  }

  /** Soft: the next event goes on where the stream ended. A tombstone is for ever. */
  delete(stream: string, hard: boolean): 'deleted' | 'missing' | 'gone' {
    const found = this.#streams.get(stream);
    if (found?.state === 'tombstoned') return 'gone';
    if (!found) return 'missing';
    found.state = hard ? 'tombstoned' : 'deleted';
    found.truncatedBefore = found.last + 1n;
    return 'deleted';
  }

  isTombstoned(stream: string): boolean {
    return this.#streams.get(stream)?.state === 'tombstoned';
  }

  /** Calls back after every write until told to stop. */
  onWritten(listener: () => void): () => void {
    this.#written.on('written', listener);
    return () => void this.#written.off('written', listener);
  }

  wake(): void {
    this.#written.emit('written');
  }

  /** The same ids at the same place, of any age, are answered as they were; a part of them is a conflict. */
  #exact(found: Stream | undefined, expected: bigint, events: readonly Proposed[]): Appended | 'new' {
    if (!found) return expected === -1n ? 'new' : { conflict: -1n };
    if (expected === found.last || (expected === -1n && found.state === 'deleted')) return 'new';
    const there = found.events.slice(Number(expected) + 1, Number(expected) + 1 + events.length);
    return repeated(events, there) ?? { conflict: found.last };
  }

  /** Only the first id is looked at: [old, new] is a conflict, [new, old] stores the old one again. */
  #loose(stream: string, expected: Expected, events: readonly Proposed[]): Appended | 'new' {
    const { last, state } = this.#streams.get(stream) ?? { last: -1n, state: 'deleted' };
    if (expected === 'stream_exists' && state === 'deleted') return { conflict: last };
    const hits = events.map(({ id }) => this.#latest.get(`${stream} ${id}`));
    return hits[0] === undefined ? 'new' : (repeated(events, hits) ?? { conflict: last });
  }

  #write(name: string, events: readonly Proposed[]): Appended {
    const stream = this.#streamOf(name);
    if (stream.state === 'deleted') stream.state = 'there';
    const stored = events.map((event) => this.#stored(event, name, (stream.last += 1n)));
    stream.events.push(...stored);
    this.all.push(...stored);
    for (const event of stored) this.#latest.set(`${name} ${event.id}`, event);
    this.wake();
    return { revision: stream.last < 0n ? 0n : stream.last, position: stored.at(-1)?.position };
  }

  #streamOf(name: string): Stream {
    const found = this.#streams.get(name) ?? { events: [], last: -1n, truncatedBefore: 0n, state: 'there' };
    this.#streams.set(name, found);
    return found;
  }

  #stored(event: Proposed, stream: string, revision: bigint): Stored {
    const position = this.#end;
    this.#end += FRAME + BigInt(sizeOf(event));
    return { ...event, stream, revision, position, created: BigInt(Date.now()) * TICKS_AT_EPOCH };
  }
}

const repeated = (events: readonly Proposed[], there: readonly (Stored | undefined)[]): Appended | undefined => {
  const end = there.at(-1);
  const same = there.length === events.length && events.every(({ id }, n) => there[n]?.id === id);
  return same && end ? { revision: end.revision, position: end.position } : undefined;
};

/** What an event counts towards the limit of an append. */
export const sizeOf = ({ data, meta, type }: Proposed): number => data.length + meta.length + 2 * type.length;
