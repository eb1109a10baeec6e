import {
  linked,
  StoreUnavailable,
  type AccessLog,
  type AccessRecord,
  type AccessWhere,
  type KeptAccess,
} from '@edict/runtime';

import type { Database, Found, Query, Value } from './database.ts';
import { failureOf } from './failure.ts';
import { fromStored, toStored } from './text.ts';

/** Who read what, in one chain for all processes: one at a time appends, and the database itself guards what is there against change. */
export class PostgresAccessLog implements AccessLog {
  readonly #database: Database;
  readonly #genesis: string;

  constructor(database: Database, genesis: string) {
    this.#database = database;
    this.#genesis = genesis;
  }

  /** What was recorded on a clock that is behind comes after what is there, and not before it. */
  async append(records: readonly AccessRecord[]): Promise<readonly KeptAccess[]> {
    if (records.length === 0) return [];
    return this.#asked(() =>
      this.#database.transaction(async (query) => {
        await query('LOCK TABLE seen IN EXCLUSIVE MODE');
        const last = await lastIn(query);
        const kept = linked(
          this.#genesis,
          last,
          records.map((record) => notBefore(last, record)),
        );
        await query(INSERT, [JSON.stringify(kept.map(stored))]);
        return kept;
      }),
    );
  }

  async read(where: AccessWhere, limit: number): Promise<readonly KeptAccess[]> {
    const { after, rank, who, about, since, until } = where;
    const texts = [who, about].map((each) => (each === undefined ? null : toStored(each)));
    const values: readonly Value[] = [after ?? -1, rank ?? null, ...texts, since ?? null, until ?? null, limit];
    return this.#asked(async () => (await this.#database.query(READ, values)).map(keptIn));
  }

  async last(): Promise<KeptAccess | undefined> {
    return this.#asked(() => lastIn(this.#database.query));
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      const { reason, message } = failureOf(error);
      throw new StoreUnavailable(reason, `The access log: ${message}`);
    }
  }
}

const lastIn = async (query: Query): Promise<KeptAccess | undefined> =>
  (await query(`SELECT * FROM seen ORDER BY n DESC LIMIT 1`)).map(keptIn)[0];

const notBefore = (last: KeptAccess | undefined, record: AccessRecord): AccessRecord =>
  last && record.at < last.at ? { ...record, at: last.at } : record;

const COLUMNS = 'n, at, who, capacity, unit, act, about, rank, "from", hash';
const INSERT = `
  INSERT INTO seen (${COLUMNS}) SELECT ${COLUMNS} FROM json_to_recordset($1) AS r (
    n BIGINT, at TEXT, who TEXT, capacity TEXT, unit TEXT, act TEXT, about TEXT, rank INTEGER, "from" TEXT, hash TEXT)`;
const READ = `
  SELECT ${COLUMNS} FROM seen WHERE n > $1 AND ($2::integer IS NULL OR rank <= $2) AND ($3::text IS NULL OR who = $3)
  AND ($4::text IS NULL OR about = $4) AND ($5::text IS NULL OR at >= $5) AND ($6::text IS NULL OR at < $6) ORDER BY n LIMIT $7`;

const mapped = (change: (text: string) => string, record: Found): Found =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, typeof value === 'string' ? change(value) : value]),
  );

const stored = (kept: KeptAccess): Found => mapped(toStored, kept);
const keptIn = (row: Found): KeptAccess => mapped(fromStored, row) as unknown as KeptAccess;
