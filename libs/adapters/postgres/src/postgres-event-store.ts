import { randomUUID } from 'node:crypto';

import {
  bodyOf,
  Conflict,
  positionOf,
  recordedFrom,
  StoreUnavailable,
  type Batch,
  type EventStore,
  type NewEvent,
  type Position,
  type Recorded,
  type Revision,
} from '@edict/runtime';

import { Database, type Found, type Place, type Value } from './database.ts';
import { EVENTS } from './events-schema.ts';
import { failureOf } from './failure.ts';
import { GroupWriter } from './group-writer.ts';
import { streamReader, type Row } from './streams.ts';
import { fromStored } from './text.ts';
import { Wake } from './wake.ts';

const PAGE = 512;
const CHANNEL = 'events';

/** A plan made while the log is short is kept when it is long: let none read the whole table. */
const PLANNING = 'SET enable_seqscan TO off; SET jit TO off;';

/**
 * The log in one table of PostgreSQL, for any number of processes. An append is on disk when it resolves; what waits shares a transaction.
 * The order of the log is the order of the commits, without gaps.
 */
export class PostgresEventStore implements EventStore {
  /** The id that this log has had since it was made: where its hash chains begin. */
  readonly installation: string;
  readonly #database: Database;
  readonly #streams = streamReader((sql, values) => this.#query(sql, values));
  readonly #writer: GroupWriter;
  readonly #wake: Wake;
  #closed: Promise<void> | undefined;

  private constructor(database: Database, installation: string) {
    this.installation = installation;
    this.#database = database;
    this.#writer = new GroupWriter(database, CHANNEL);
    this.#wake = new Wake(database, CHANNEL);
  }

  /** Who comes first says which `installation` it is. Throws what is wrong with the database. */
  static async open(
    place: Omit<Place, 'schema'> & { schema?: string },
    installation: string = randomUUID(),
  ): Promise<PostgresEventStore> {
    const database = await Database.open({ schema: 'edict', planning: PLANNING, ...place }, EVENTS);
    await database.query('INSERT INTO installation (id) VALUES ($1) ON CONFLICT DO NOTHING', [installation]);
    const [found] = await database.query('SELECT id::text AS id FROM installation');
    return new PostgresEventStore(database, found!['id'] as string);
  }

  async read(stream: string, after: Revision = -1, limit = Infinity): Promise<readonly Recorded[]> {
    return (await this.#streams.ask({ stream, after, limit })).map(recordedFrom);
  }

  async append(stream: string, after: Revision, events: readonly NewEvent[]): Promise<Position> {
    if (events.length === 0) throw new TypeError('Nothing to append.');
    const ids = events.map(({ id }) => id);
    try {
      const position = await this.#writer.append(stream, after, events.map(bodyOf));
      this.#wake.now();
      return positionOf(position);
    } catch (error) {
      if (!(error instanceof Conflict) || error.actual < after + ids.length) throw error;
      return await this.#repeated(error, ids);
    }
  }

  /** A server that is away is asked again until it is there: following the log goes on. */
  async *follow(after: Position, signal: AbortSignal): AsyncIterable<Batch> {
    for (let position = after; !signal.aborted && !this.#closed;) {
      const seen = this.#wake.count;
      const events = await this.#events(LOG, [Number(position), PAGE]).catch(unlessAway);
      if (!events) {
        await this.#wake.after(this.#wake.count, signal);
        continue;
      }
      const live = events.length < PAGE;
      position = events.at(-1)?.position ?? position;
      yield { events, position, live };
      if (live) await this.#wake.after(seen, signal);
    }
  }

  async head(): Promise<Position> {
    const [found] = await this.#query(LAST, []);
    return positionOf(found!['last'] as number);
  }

  /** Waits for the appends under way. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    await this.#writer.close();
    this.#wake.end();
    await this.#database.close();
  }

  /** The old position if exactly these events are there already. What is there never changes, so it can be asked afterwards. */
  async #repeated(conflict: Conflict, ids: readonly string[]): Promise<Position> {
    const there = await this.read(conflict.stream, conflict.expected, ids.length);
    if (there.length < ids.length || there.some(({ id }, n) => id !== ids[n])) throw conflict;
    return there.at(-1)!.position;
  }

  async #events(sql: string, values: readonly Value[]): Promise<Recorded[]> {
    const rows = (await this.#query(sql, values)) as unknown as readonly Row[];
    return rows.map((row) => recordedFrom({ ...row, stream: fromStored(row.stream) }));
  }

  async #query(sql: string, values: readonly Value[] = []): Promise<readonly Found[]> {
    if (this.#closed) throw new StoreUnavailable('closed', 'The store is closed.');
    try {
      return await this.#database.query(sql, values);
    } catch (error) {
      const { reason, message } = failureOf(error);
      throw new StoreUnavailable(reason, message);
    }
  }
}

const unlessAway = (error: unknown): undefined => {
  if (!(error instanceof StoreUnavailable) || error.reason === 'corrupt') throw error;
};

const LOG = 'SELECT position, stream, revision, body FROM event WHERE position > $1 ORDER BY position LIMIT $2';
const LAST = 'SELECT coalesce(max(position), 0) AS last FROM event';
