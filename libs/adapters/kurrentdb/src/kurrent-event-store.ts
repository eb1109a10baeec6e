import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import {
  Conflict,
  Fault,
  OutcomeUnknown,
  StoreUnavailable,
  type Batch,
  type EventStore,
  type NewEvent,
  type Position,
  type Recorded,
  type Revision,
} from '@edict/runtime';

import { attempt, Failed, OutOfPatience, type Limits } from './attempt.ts';
import { follow } from './follow.ts';
import { Gate } from './patience.ts';
import { readerNamed, type Reader } from './reader.ts';
import { assertSupported, serverVersion } from './server-version.ts';
import type { KurrentSettings } from './settings.ts';
import { Shared } from './shared.ts';
import { positionOf, recordedFrom, wireEvent } from './stored-event.ts';
import { Supervisor, type Notice } from './supervisor.ts';

export type KurrentOptions = Partial<Limits> &
  Readonly<{
    /** How often a subscription that says nothing is compared with the end of the log. */
    watchMs?: number;
    /** The most that the server takes in one append; 1 MiB by its own default. */
    maxAppendBytes?: number;
    notice?: Notice;
  }>;

const STANDARD = {
  callMs: 5_000,
  patienceMs: 30_000,
  watchMs: 5_000,
  maxAppendBytes: 1_048_576,
  notice: (() => undefined) as Notice,
};
const PAGE = 512;
/** One look at the end of the log: who watches a subscription has no time to wait for a server that does not answer. */
const GLANCE = { callMs: 2_000, patienceMs: 0 };
/** Appends and reads side by side; the rest of the hundred of a connection is for subscriptions. */
const SIDE_BY_SIDE = 64;
/** A server gives up after two seconds; this long a time only says that our clock and its may differ by as much. */
const SKEW_MS = 60_000;

/**
 * The log on EventStoreDB 23.10 or later, or KurrentDB. One stream an append, at an exact revision, under ids that make a repeated
 * append harmless. Only streams with the installation's prefix are its own: it sees nothing else on a shared server.
 */
export class KurrentEventStore implements EventStore {
  readonly #settings: KurrentSettings;
  readonly #options: typeof STANDARD;
  readonly #reader: Reader;
  readonly #commands: Supervisor;
  readonly #following: Supervisor;
  readonly #gate = new Gate(SIDE_BY_SIDE);
  readonly #head = new Shared(() => this.#lastPosition(this.#options));
  readonly #closed = new AbortController();

  private constructor(settings: KurrentSettings, options: KurrentOptions) {
    this.#settings = settings;
    this.#options = { ...STANDARD, ...options };
    this.#reader = readerNamed(settings.reader);
    this.#commands = new Supervisor(settings, 'leader', this.#options.notice);
    this.#following = new Supervisor(settings, 'follower', this.#options.notice);
  }

  /** Throws `StoreUnavailable`, with the reason: it does not answer, is too old, or may not be read by this user. */
  static async open(settings: KurrentSettings, options: KurrentOptions = {}): Promise<KurrentEventStore> {
    const store = new KurrentEventStore(settings, options);
    try {
      assertSupported(await store.#ask('its version', serverVersion));
      await store.head();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  async read(stream: string, after: Revision = -1, limit = Infinity): Promise<readonly Recorded[]> {
    const events: Recorded[] = [];
    while (events.length < limit) {
      const count = Math.min(PAGE, limit - events.length);
      const page = await this.#page(stream, after + events.length, count);
      events.push(...page);
      if (page.length < count) break;
    }
    return events;
  }

  async append(stream: string, after: Revision, events: readonly NewEvent[]): Promise<Position> {
    if (events.length === 0) throw new TypeError('Nothing to append.');
    const wired = events.map(wireEvent);
    this.#assertFits(
      stream,
      wired.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    const streamState = after < 0 ? ('no_stream' as const) : BigInt(after);
    const name = this.#settings.prefix + stream;
    const { nextExpectedRevision, position } = await this.#write({ stream, after }, (client) =>
      client.appendToStream(
        name,
        wired.map(({ event }) => event),
        { streamState, deadline: SKEW_MS },
      ),
    );
    if (Number(nextExpectedRevision) !== after + events.length)
      throw new StoreUnavailable(
        'corrupt',
        `${stream} was deleted on the server: what was written at ${after + 1} is at ${nextExpectedRevision}.`,
      );
    if (!position) throw new OutcomeUnknown(`The server wrote to ${stream} and did not say where.`);
    return positionOf(position);
  }

  follow(after: Position, signal: AbortSignal): AsyncIterable<Batch> {
    const { prefix, hosts } = this.#settings;
    return follow(
      {
        supervisor: this.#following,
        prefix,
        lags: hosts.length > 1,
        head: () => this.head(),
        glance: () => this.#lastPosition(GLANCE),
        watchMs: this.#options.watchMs,
        confirmMs: this.#options.callMs,
        notice: this.#options.notice,
      },
      after,
      AbortSignal.any([signal, this.#closed.signal]),
    );
  }

  /** The last event with the prefix: whatever else is written to a shared server is not in this log. */
  head(): Promise<Position> {
    return this.#head.answer();
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.all([this.#commands.close(), this.#following.close()]);
  }

  async #lastPosition(limits: Limits): Promise<Position> {
    const { prefix } = this.#settings;
    const last = await this.#ask('the end of the log', (client) => this.#reader.last(client, prefix), limits);
    return last ? recordedFrom(last, prefix).position : '';
  }

  async #page(stream: string, after: Revision, count: number): Promise<readonly Recorded[]> {
    const { prefix } = this.#settings;
    const found = await this.#ask(`a read of ${stream}`, (client) =>
      this.#reader.stream(client, prefix + stream, after + 1, count),
    );
    const events = found.map((event) => recordedFrom(event, prefix));
    const gap = events.findIndex(({ revision }, n) => revision !== after + 1 + n);
    if (gap >= 0) throw new StoreUnavailable('corrupt', `${stream}@${after + 1 + gap} is gone from the server.`);
    return events;
  }

  /** A call that changes nothing. */
  async #ask<T>(
    what: string,
    work: (client: KurrentDBClient) => Promise<T>,
    limits: Limits = this.#options,
  ): Promise<T> {
    try {
      return await this.#gate.through(() => attempt(this.#commands, what, limits, work));
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** The same ids at the same place until it is known what came of them: that is exact, whatever became of an earlier try. */
  async #write<T>(
    at: Readonly<{ stream: string; after: Revision }>,
    work: (client: KurrentDBClient) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#gate.through(() => attempt(this.#commands, `an append to ${at.stream}`, this.#options, work));
    } catch (error) {
      if (error instanceof Failed && error.failure.kind === 'conflict')
        throw new Conflict(at.stream, at.after, error.failure.actual);
      if (!(error instanceof OutOfPatience || error instanceof Failed)) throw error;
      if (error.reached) throw new OutcomeUnknown(`${at.stream}@${at.after + 1}: ${error.message}`);
      throw unavailable(error);
    }
  }

  /** It would fail alike each time, so it is for an operator and not for another try. */
  #assertFits(stream: string, bytes: number): void {
    const most = this.#options.maxAppendBytes;
    if (bytes > most)
      throw new Fault(`${bytes} bytes are too many for one append to ${stream}: the server takes ${most}.`);
  }
}

const unavailable = (error: unknown): unknown => {
  if (error instanceof OutOfPatience) return new StoreUnavailable('io', `KurrentDB: ${error.message}`);
  if (!(error instanceof Failed) || error.failure.kind !== 'refused') return error;
  return new StoreUnavailable('io', `KurrentDB refuses: ${error.failure.reason}`);
};
