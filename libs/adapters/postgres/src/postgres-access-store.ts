import { canonical, type Instant } from '@edict/kernel';
import type { AccessEntry, AccessStore } from '@edict/runtime';

import type { Database, Found, Value } from './database.ts';
import { fromStored, toStored } from './text.ts';

type Place = Pick<AccessEntry, 'kind' | 'key'>;

/** Secrets in hashes, names and sessions, for any number of processes: who signed in at one is known to all. */
export class PostgresAccessStore implements AccessStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(kind: string, key: string, now: Instant): Promise<AccessEntry | undefined> {
    const rows = await this.#database.query(`${SELECT} WHERE ${PLACE} AND ${THERE('$3')}`, [
      ...placeOf({ kind, key }),
      now,
    ]);
    return rows.map(entryIn)[0];
  }

  async put(entry: AccessEntry): Promise<void> {
    await this.#database.query(`${INSERT} ON CONFLICT (kind, key) DO UPDATE SET ${REPLACE}`, valuesOf(entry));
  }

  async swap(place: Place, before: AccessEntry | undefined, after: AccessEntry | undefined): Promise<boolean> {
    const changed = await (before ? this.#exchange(place, before, after) : this.#begin(place, after));
    return changed.length > 0;
  }

  async of(kind: string, account: string, now: Instant): Promise<readonly AccessEntry[]> {
    const sql = `${SELECT} WHERE kind = $1 AND account = $2 AND ${THERE('$3')} ORDER BY key`;
    return (await this.#database.query(sql, [toStored(kind), toStored(account), now])).map(entryIn);
  }

  async forget({
    kind,
    account,
    until,
  }: Readonly<{ kind: string; account?: string; until?: Instant }>): Promise<number> {
    const named = account === undefined ? null : toStored(account);
    return (await this.#database.query(FORGET, [toStored(kind), named, until ?? null])).length;
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  /** Of several at once the database lets one. */
  async #begin(place: Place, after: AccessEntry | undefined): Promise<readonly Found[]> {
    if (after)
      return this.#database.query(`${INSERT} ON CONFLICT (kind, key) DO NOTHING RETURNING key`, valuesOf(after));
    return this.#database.query(`SELECT TRUE WHERE NOT EXISTS (${SELECT} WHERE ${PLACE})`, placeOf(place));
  }

  async #exchange(place: Place, before: AccessEntry, after: AccessEntry | undefined): Promise<readonly Found[]> {
    const is = [...placeOf(place), ...restOf(before)];
    if (!after) return this.#database.query(`DELETE FROM kept WHERE ${SAME} RETURNING key`, is);
    return this.#database.query(`UPDATE kept SET ${CHANGE} WHERE ${SAME} RETURNING key`, [...is, ...restOf(after)]);
  }
}

const SELECT = 'SELECT kind, key, account, until, value FROM kept';
const INSERT = 'INSERT INTO kept (kind, key, account, until, value) VALUES ($1, $2, $3, $4, $5)';
const REPLACE = 'account = excluded.account, until = excluded.until, value = excluded.value';
const PLACE = 'kind = $1 AND key = $2';
const THERE = (now: string): string => `(until IS NULL OR until > ${now})`;
const SAME = `${PLACE} AND account IS NOT DISTINCT FROM $3 AND until IS NOT DISTINCT FROM $4 AND value = $5`;
const CHANGE = 'account = $6, until = $7, value = $8';
const FORGET = `
  DELETE FROM kept WHERE kind = $1 AND ($2::text IS NULL OR account = $2) AND ($3::text IS NULL OR until <= $3) RETURNING key`;

const placeOf = ({ kind, key }: Place): readonly Value[] => [toStored(kind), toStored(key)];
const restOf = ({ account, until, value }: AccessEntry): readonly Value[] => [
  account === null ? null : toStored(account),
  until,
  canonical(value),
];
const valuesOf = (entry: AccessEntry): readonly Value[] => [...placeOf(entry), ...restOf(entry)];

const entryIn = ({ kind, key, account, until, value }: Found): AccessEntry => ({
  kind: fromStored(kind as string),
  key: fromStored(key as string),
  account: account === null ? null : fromStored(account as string),
  until: until as Instant | null,
  value: JSON.parse(value as string) as AccessEntry['value'],
});
