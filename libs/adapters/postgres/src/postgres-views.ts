import { canonical, type Row } from '@edict/kernel';
import {
  LeaseLost,
  Tables,
  Waiters,
  type Beside,
  type Change,
  type Filter,
  type Lease,
  type Parked,
  type Position,
  type Query,
  type Table,
  type Tally,
  type Views,
} from '@edict/runtime';

import { Announcements } from './announcements.ts';
import { int8Array, textArray } from './arrays.ts';
import { besideOf } from './beside.ts';
import type { Url } from './connecting.ts';
import { Database, type Place, type Query as RunSql } from './database.ts';
import { lock } from './migrate.ts';
import { replaceRows, rowOf, tallyOf } from './rows.ts';
import { fromStored, toStored } from './text.ts';
import { Together } from './together.ts';
import { countBy, select, selectByKeys, sqlFor, type ViewSql } from './view-sql.ts';
import { VIEWS } from './views-schema.ts';

/** How often a reader who waits looks for himself, in case an announcement was lost. */
const LOOK_MS = 500;

/** Views, alarms, checkpoints and leases in a schema of their own, for any number of processes. */
export class PostgresViews implements Views {
  readonly database: Database;
  readonly #tables = new Tables();
  readonly #sql = new Map<string, ViewSql>();
  readonly #waiters = new Waiters();
  readonly #announcements: Announcements;
  readonly #url: Url;
  /** Most of those who follow the log have nothing to change: they say together how far they are. */
  readonly #reached = new Together<Reached, boolean>({ underWay: 1, size: 256 }, (all) =>
    reachedBy(this.database.query, all),
  );

  private constructor(database: Database, url: Url) {
    this.database = database;
    this.#url = url;
    this.#announcements = new Announcements(database, (group, reached) => this.#waiters.reached(group, reached));
  }

  static async open(place: Omit<Place, 'schema'> & { schema?: string }): Promise<PostgresViews> {
    return new PostgresViews(await Database.open({ schema: 'edict_views', ...place }, VIEWS), place.url);
  }

  async prepare(tables: readonly Table[]): Promise<void> {
    for (const table of tables) this.#tables.add(table);
    for (const table of tables) this.#sql.set(table.name, sqlFor(table));
    await this.database.transaction(async (query) => {
      await lock(query, this.database.schema);
      for (const table of tables) await this.#create(query, table);
    });
  }

  async progress(group: string): Promise<Readonly<{ reached: Position; parked: readonly Parked[] }>> {
    const rows = (await this.database.query(PROGRESS, [group])) as unknown as readonly Progress[];
    const parked = rows.filter(({ stream }) => stream !== null) as readonly Parked[];
    const reached = rows[0]?.reached ?? '';
    return { reached, parked: parked.map(({ stream, revision, reason }) => read({ stream, revision, reason })) };
  }

  async load(name: string, keys: readonly string[], filter: Filter = {}): Promise<ReadonlyMap<string, readonly Row[]>> {
    const table = this.#tables.asked(name, filter);
    if (keys.length === 0) return new Map();
    const { sql, values } = selectByKeys(table, keys, filter);
    const byKey = Map.groupBy(await this.database.query(sql, values), (row) => fromStored(row['#key'] as string));
    const there = keys.filter((key) => byKey.has(key));
    return new Map(there.map((key) => [key, byKey.get(key)!.map((row) => rowOf(table, row))]));
  }

  async find(name: string, query: Query): Promise<readonly Row[]> {
    const table = this.#tables.asked(name, query);
    const { sql, values } = select(table, query);
    return (await this.database.query(sql, values)).map((row) => rowOf(table, row));
  }

  async count(name: string, by: readonly string[], filter: Filter = {}): Promise<readonly Tally[]> {
    const { sql, values } = countBy(this.#tables.counted(name, by, filter), by, filter);
    return (await this.database.query(sql, values)).map((row) => tallyOf(by, row));
  }

  async commit(lease: Lease, change: Change, reached: Position): Promise<void> {
    this.#tables.check(change);
    const { name } = lease;
    const reach = { ...lease, reached };
    if (isNothing(change)) assertLed(name, await this.#reached.ask(reach));
    else
      await this.database.transaction(async (query) => {
        assertLed(name, (await reachedBy(query, [reach]))[0]!);
        await this.#change(query, name, change);
      });
    this.#waiters.reached(name, reached);
    this.#announcements.announce(name, reached);
  }

  async #change(query: RunSql, name: string, change: Change): Promise<void> {
    for (const [table, rows] of Map.groupBy(change.rows ?? [], (each) => each.table))
      await replaceRows(query, this.#tables.of(table), this.#sql.get(table)!, rows);
    for (const stream of change.released ?? []) await query(RELEASE, [name, toStored(stream)]);
    for (const { stream, revision, reason } of change.parked ?? [])
      await query(PARK, [name, toStored(stream), revision, toStored(reason)]);
  }

  async waitFor(group: string, position: Position, ms: number): Promise<boolean> {
    const now = await this.progress(group).catch(() => undefined);
    if (now && now.reached >= position) return true;
    const look = async () => this.#waiters.reached(group, (await this.progress(group)).reached);
    const looking = setInterval(() => void look().catch(() => undefined), LOOK_MS);
    const arrived = this.#waiters.wait(group, position, ms).finally(() => clearInterval(looking));
    await Promise.race([look().catch(() => undefined), arrived]);
    return arrived;
  }

  beside(table: Table, rebuild: number): Promise<Beside | undefined> {
    return besideOf(this, this.#url, table, rebuild);
  }

  async close(): Promise<void> {
    await this.#announcements.end();
    await this.database.close();
  }

  async #create(query: RunSql, table: Table): Promise<void> {
    const sql = this.#sql.get(table.name)!;
    const there = await query(COLUMNS, [this.database.schema, table.name]);
    const columns = Object.fromEntries(there.map(({ name, type }) => [name as string, type as string]));
    if (there.length === 0) await query(sql.create);
    else if (canonical(columns) !== canonical(table.columns))
      throw new TypeError(
        `${table.name} has other columns in the schema ${this.database.schema}. Build the views anew.`,
      );
    const indexes = (await query(INDEXES, [this.database.schema, table.name])).map(({ name }) => name);
    for (const [name, create] of sql.indexes) if (!indexes.includes(name)) await query(create);
  }
}

type Reached = Lease & Readonly<{ reached: Position }>;

/** Whether each of them leads, and so has got there. Always in one order, so that two who say it never wait for each other. */
const reachedBy = async (query: RunSql, all: readonly Reached[]): Promise<readonly boolean[]> => {
  const names = all.map(({ name }) => name);
  if (new Set(names).size < all.length) return inTurn(all, (each) => reachedBy(query, [each]));
  const each = all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const rows = await query(REACH, [
    textArray(each.map(({ name }) => name)),
    int8Array(each.map(({ epoch }) => epoch)),
    textArray(each.map(({ reached }) => reached)),
  ]);
  const led = new Set(rows.map(({ name }) => name));
  return names.map((name) => led.has(name));
};

/** A row is changed once by one statement. */
const inTurn = async (all: readonly Reached[], each: (one: Reached) => Promise<readonly boolean[]>) => {
  const answers: boolean[] = [];
  for (const one of all) answers.push(...(await each(one)));
  return answers;
};

const assertLed = (name: string, isLed: boolean): void => {
  if (!isLed) throw new LeaseLost(`${name} is led under a later epoch.`);
};

const isNothing = ({ rows = [], released = [], parked = [] }: Change): boolean =>
  rows.length + released.length + parked.length === 0;

type Progress = Readonly<{ reached: Position }> & (Parked | Readonly<{ stream: null }>);

const read = ({ stream, revision, reason }: Parked): Parked => {
  return { stream: fromStored(stream), revision, reason: fromStored(reason) };
};

const COLUMNS = `
  SELECT attname AS name, CASE atttypid WHEN 'bigint'::regtype THEN 'integer' ELSE 'text' END AS type
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE nspname = $1 AND relname = $2 AND attnum > 0 AND NOT attisdropped AND attname NOT LIKE '#%'`;
const INDEXES = 'SELECT indexname AS name FROM pg_indexes WHERE schemaname = $1 AND tablename = $2';
const PROGRESS = `
  SELECT reached, stream, revision, reason FROM "#group" AS g LEFT JOIN "#parked" AS p ON p.name = g.name
  WHERE g.name = $1 ORDER BY n`;
const RELEASE = 'DELETE FROM "#parked" WHERE name = $1 AND stream = $2';
const PARK = 'INSERT INTO "#parked" (name, stream, revision, reason) VALUES ($1, $2, $3, $4)';
const REACH = `
  INSERT INTO "#group" AS g (name, epoch, reached) SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])
  ON CONFLICT (name) DO UPDATE SET epoch = excluded.epoch, reached = excluded.reached WHERE g.epoch <= excluded.epoch
  RETURNING name`;
