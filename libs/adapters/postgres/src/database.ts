import { Pool, types, type ClientBase, type PoolClient } from 'pg';

import { connecting, type Url } from './connecting.ts';
import { awayOr } from './failure.ts';
import { Listener, type Heard } from './listener.ts';
import { migrate, type Migrations } from './migrate.ts';

export type Value = string | number | boolean | null | Buffer;
export type Found = Readonly<Record<string, unknown>>;
export type Query = (sql: string, values?: readonly Value[]) => Promise<readonly Found[]>;

export type Place = Readonly<{
  /** `postgres://user:password@host:port/database`. Never printed. A function is asked whenever a connection is made. */
  url: Url;
  /** Everything of ours is in this schema of the database. */
  schema: string;
  /** Connections at most, beside one that listens. */
  connections?: number;
  /** More settings of each connection. */
  planning?: string;
}>;

const INT8: number = types.builtins.INT8;
const NAME = /^[a-z_][a-z0-9_]{0,40}$/;

/** What waits longer has gone wrong: a command is refused then, and its sender may try again. */
const STATEMENT_MS = 30_000;
const SILENCE_MS = STATEMENT_MS + 10_000;

/** One schema of a PostgreSQL database, made ready by its migrations. */
export class Database {
  readonly schema: string;
  readonly #pool: Pool;
  readonly #listener: Listener;

  private constructor({ url, schema, connections = 8, planning = '' }: Place) {
    const connect = connecting(url);
    this.schema = schema;
    this.#pool = new Pool({
      Client: connect,
      max: connections,
      connectionTimeoutMillis: 10_000,
      query_timeout: SILENCE_MS,
      types: { getTypeParser: parserOf },
      onConnect: (client) => settle(client, settings(schema) + planning),
    });
    this.#pool.on('error', () => undefined); // of a connection that is not in use: the next query opens another
    this.#pool.on('connect', (client) => client.on('error', () => undefined)); // of one in use: its query is told
    this.#listener = new Listener(connect);
  }

  /** For who only looks: nothing is made, and nothing can be changed. */
  static openToRead(place: Place): Database {
    return new Database({ ...place, planning: `${place.planning ?? ''} SET default_transaction_read_only TO on;` });
  }

  /** Throws if the database is not fit to hold what must not be lost, or cannot be reached. */
  static async open(place: Place, migrations: Migrations): Promise<Database> {
    if (!NAME.test(place.schema)) throw new TypeError(`Not a name for a schema: ${JSON.stringify(place.schema)}.`);
    const database = new Database(place);
    try {
      await assertFit(database);
      await database.transaction((query) => migrate(query, place.schema, migrations));
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** Statements are prepared once on each connection, under a name that stands for their text. Throws `StoreUnavailable` or `OutcomeUnknown` where the server is away. */
  query: Query = async (sql, values = []) => {
    try {
      return (await this.#pool.query(prepared(sql, values))).rows as readonly Found[];
    } catch (error) {
      throw awayOr(error);
    }
  };

  /** All of it or nothing. */
  async transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    try {
      return await this.#allOf(work);
    } catch (error) {
      throw awayOr(error);
    }
  }

  async #allOf<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken = false;
    try {
      const query = queryOn(client);
      await client.query('BEGIN');
      const result = await work(query);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** `heard` is told what others announce, and `undefined` whenever something may have been missed. */
  listen(channel: string, heard: Heard): void {
    this.#listener.listen(this.channel(channel), heard);
  }

  /** Schemas of one database do not hear each other. */
  channel(name: string): string {
    return `${this.schema}:${name}`;
  }

  async close(): Promise<void> {
    await this.#listener.close();
    if (!this.#pool.ended) await this.#pool.end();
  }
}

const settings = (schema: string): string => `
  SET search_path TO "${schema}"; SET default_transaction_isolation TO 'read committed';
  SET statement_timeout TO ${STATEMENT_MS}; SET idle_in_transaction_session_timeout TO ${2 * STATEMENT_MS};`;

/** What the pool does before it hands out a new connection. It waits for this, though its types do not say so. */
const settle = (client: ClientBase, sql: string): void => client.query(sql) as unknown as undefined;

const queryOn =
  (client: PoolClient): Query =>
  async (sql, values = []) =>
    (await client.query(prepared(sql, values))).rows as readonly Found[];

const names = new Map<string, string>();

const prepared = (text: string, values: readonly Value[]) => {
  if (values.length === 0) return { text };
  const name = names.get(text) ?? `edict${names.size}`;
  names.set(text, name);
  return { name, text, values: [...values] };
};

const standardParser = types.getTypeParser as (type: number, format?: string) => unknown;
const parserOf = ((type: number, format?: string): unknown =>
  type === INT8 ? Number : standardParser(type, format)) as typeof types.getTypeParser;

const FIT = `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
  current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages, current_setting('synchronous_commit') AS commit`;

const OLDEST = 130_000;

/** An acknowledged event has to outlive a power cut, and every text has to come back. */
const assertFit = async (database: Database): Promise<void> => {
  const [found] = await database.query(FIT);
  const { version, encoding, fsync, pages, commit } = found as Record<string, string | number>;
  const wrong = [
    Number(version) < OLDEST && 'it is older than PostgreSQL 13',
    encoding !== 'UTF8' && `its encoding is ${encoding}, not UTF8`,
    fsync !== 'on' && 'fsync is off',
    pages !== 'on' && 'full_page_writes is off',
    commit === 'off' && 'synchronous_commit is off',
  ].filter(Boolean);
  if (wrong.length > 0) throw new Error(`This PostgreSQL cannot hold what must not be lost: ${wrong.join(', ')}.`);
};
