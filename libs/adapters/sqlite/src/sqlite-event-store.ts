import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';

import {
  bodyOf,
  positionOf,
  recordedFrom,
  StoreUnavailable,
  type Batch,
  type EventStore,
  type NewEvent,
  type Position,
  type Recorded,
  type Revision,
  type StoredEvent,
} from '@edict/runtime';

import { DecodedOnce } from './decoded-once.ts';
import { checkFileDigest, digestFileOf, writeFileDigest } from './file-digest.ts';
import { RecentStreams } from './recent-streams.ts';
import { openForReading, type WriterOptions } from './schema.ts';
import { Tail } from './tail.ts';
import { WriterThread } from './writer-thread.ts';

/** As many events as can be read without holding up everybody else in the process for more than a few milliseconds. */
const PAGE = 512;

/**
 * The log in one SQLite file. An append is on disk (fsync) when it resolves; writing has its own thread and takes many appends into
 * one transaction. Reading goes on here, in finished pages: a reader that lingers would keep the write-ahead log from starting over.
 * One process at a time, see `openDataFolder`.
 */
export class SqliteEventStore implements EventStore {
  readonly #file: string;
  readonly #writer: WriterThread;
  readonly #reader: DatabaseSync;
  readonly #stream: StatementSync;
  readonly #log: StatementSync;
  readonly #recent = new RecentStreams();
  readonly #tail = new Tail();
  readonly #waiting = new Set<() => void>();
  #commits = 0;
  #following = 0;
  #closed: Promise<void> | undefined;

  private constructor(file: string, writer: WriterThread) {
    this.#file = file;
    this.#writer = writer;
    this.#reader = openForReading(file);
    this.#stream = this.#prepare(STREAM);
    this.#log = this.#prepare(LOG);
  }

  /** Throws, and changes nothing, if the file is not a store, or is not the file that was closed. */
  static async open(file: string, options: WriterOptions = {}): Promise<SqliteEventStore> {
    const problems = checkFileDigest(file);
    if (problems.length > 0) throw new StoreUnavailable('corrupt', refusal(file, problems));
    const writer = await WriterThread.start(file, options);
    try {
      return new SqliteEventStore(file, writer);
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  async read(stream: string, after: Revision = -1, limit = Infinity): Promise<readonly Recorded[]> {
    const known = this.#recent.of(stream, after, limit);
    if (known) return known;
    const rows = this.#stream.all(stream, after, limit === Infinity ? -1 : limit) as unknown as readonly OfStream[];
    const history = rows.map(([position, revision, body]): StoredEvent => ({ position, stream, revision, body }));
    if (after < 0 && limit === Infinity) this.#recent.keep(stream, history);
    return history.map(recordedFrom);
  }

  async append(stream: string, after: Revision, events: readonly NewEvent[]): Promise<Position> {
    if (events.length === 0) throw new TypeError('Nothing to append.');
    const bodies = events.map(bodyOf);
    try {
      const { position, isNew } = await this.#writer.append(stream, after, bodies);
      if (isNew) this.#remember(stream, after, bodies, position);
      else this.#recent.forget(stream); // what is there may say another time
      return this.#committed(position);
    } catch (error) {
      this.#recent.forget(stream);
      throw error;
    }
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<Batch> {
    this.#following++;
    try {
      yield* this.#follow(after, signal);
    } finally {
      if (--this.#following === 0) this.#tail.clear();
    }
  }

  async *#follow(after: Position, signal: AbortSignal): AsyncIterable<Batch> {
    for (let position = after; !signal.aborted && !this.#closed;) {
      const commits = this.#commits;
      const events = this.#tail.after(position, PAGE) ?? this.#logged(position);
      const live = events.length < PAGE;
      position = events.at(-1)?.position ?? position;
      yield { events, position, live };
      if (!live) await setImmediate();
      else await this.#committedAfter(commits, signal);
    }
  }

  async head(): Promise<Position> {
    return positionOf(Number(this.#reader.prepare(LAST).get()?.['last'] ?? 0));
  }

  /** Waits for the appends under way. The file is then complete by itself, and a digest beside it vouches for each byte. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    this.#wake();
    this.#recent.clear();
    this.#reader.close();
    if (await this.#writer.close()) await writeFileDigest(this.#file);
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#reader.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  /** May hold what whoever wrote it does not yet know to be written. */
  #logged(after: Position): readonly Recorded[] {
    const rows = this.#log.all(Number(after), PAGE) as unknown as readonly OfLog[];
    return rows.map(([position, stream, revision, body]) => {
      const stored = { position, stream, revision, body };
      this.#recent.add(new DecodedOnce(stored));
      return recordedFrom(stored);
    });
  }

  /** The events of one append lie side by side. */
  #remember(stream: string, after: Revision, bodies: readonly string[], last: number): void {
    for (const [n, body] of bodies.entries()) {
      const position = last - bodies.length + 1 + n;
      const stored = new DecodedOnce({ position, stream, revision: after + 1 + n, body });
      this.#recent.add(stored);
      if (this.#following > 0) this.#tail.add(stored);
    }
  }

  #committed(position: number): Position {
    this.#commits++;
    this.#wake();
    return positionOf(position);
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Waits for the next commit, or for the end of waiting: the store is closed, or the signal aborted. */
  #committedAfter(commits: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (commits !== this.#commits || signal.aborted || this.#closed) wake();
    });
  }
}

const STREAM = `
  SELECT position, revision, body FROM events
  WHERE stream = (SELECT id FROM streams WHERE name = ?) AND revision > ? ORDER BY revision LIMIT ?`;
const LOG = `
  SELECT position, name, revision, body FROM events JOIN streams ON streams.id = stream
  WHERE position > ? ORDER BY position LIMIT ?`;
const LAST = 'SELECT max(position) AS last FROM events';

type OfStream = readonly [position: number, revision: number, body: string];
type OfLog = readonly [position: number, stream: string, revision: number, body: string];

const refusal = (file: string, problems: readonly string[]): string =>
  `${problems.join(' ')} Nothing is served from it. Put back the file as it was; ` +
  `or verify this one and then, to accept it, remove ${digestFileOf(file)}.`;
