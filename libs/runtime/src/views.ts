import type { Column, Instant, Message, Row } from '@edict/kernel';

import type { Position, Revision } from './event-store.ts';

/** The right to work as `name`. A later lease has a higher epoch and, from when it is acquired, fences off every commit under an earlier one. */
export type Lease = Readonly<{ name: string; epoch: number }>;

/** A lease that has not run out: of which process it is, and until when if it is not renewed, by the clock that the leases go by. */
export type Held = Readonly<{ name: string; epoch: number; holder: string; until: Instant }>;

export interface Leases {
  /** `undefined`: it is held, and has not run out. */
  acquire(name: string, ttlMs: number): Promise<Lease | undefined>;

  /** Holds it for another `ttlMs` from now. `false`: it ran out and was taken by another. */
  renew(lease: Lease, ttlMs: number): Promise<boolean>;

  /** All that are held now, by name. */
  held(): Promise<readonly Held[]>;
}

/** Names are `[a-z_][a-zA-Z0-9_]*`, and say the version too: under the same name the columns never change. */
export type Table = Readonly<{
  name: string;
  columns: Readonly<Record<string, Column>>;
  indexes: readonly (readonly string[])[];
}>;

/**
 * The rows under this key become these: one for an entity, none to delete it, many for what a stream waits for.
 * A row has all the columns of its table and no other; its values come back exactly. Anything else is a `TypeError`.
 */
export type Replacement = Readonly<{ table: string; key: string; rows: readonly Row[] }>;

/** Events of this stream from this revision on are held back until an operator releases or skips them. */
export type Parked = Readonly<{ stream: string; revision: Revision; reason: string }>;

/** `released`: streams that are parked no more; they may be parked again in the same change. */
export type Change = Readonly<{
  rows?: readonly Replacement[];
  released?: readonly string[];
  parked?: readonly Parked[];
}>;

export type Value = string | number | null;

/**
 * A table that is built anew beside the live one. Whoever builds it holds the lease of its name here, and commits here. It is there until it is
 * swapped in or discarded: who comes after somebody who died goes on where that one ended.
 */
export type Beside = Readonly<{
  views: Views;
  leases: Leases;

  /**
   * Puts it in the place of the live one, in one transaction: a reader sees the old rows or the new. Whoever works on the live one is fenced
   * off, as what he holds is of the old one. `false`: it has not got as far yet. Throws `LeaseLost` if another builds it by now.
   */
  swapIn(lease: Lease): Promise<boolean>;
  discard(): Promise<void>;
  close(): Promise<void>;
}>;

/** At least `from` and less than `below`, in the order that rows come in. */
export type Range = Readonly<{ from?: string | number; below?: string | number }>;

/** Where a row stands in an order: its values in the columns of `orderBy`, and its key. */
export type Place = Readonly<{ values: readonly Value[]; key: string }>;

/** What a row has in itself: its columns equal `where`, lie in the ranges of `within`, contain each text of `containing`. */
export type Condition = Readonly<{
  where?: Readonly<Record<string, Value>>;
  within?: Readonly<Record<string, Range>>;
  containing?: Readonly<Record<string, readonly string[]>>;
  /** The column holds a JSON list of texts, and each of them is among these. Of an empty list, each is. */
  among?: Readonly<Record<string, readonly string[]>>;
}>;

/** `belongsTo`: the row's `column` is a key of another table, and a row under that key meets the condition there. */
export type Filter = Condition &
  Readonly<{ belongsTo?: Readonly<{ column: string; table: string; condition: Condition }> }>;

/**
 * Rows that meet the filter, by `orderBy` and then by key, the first `limit` of them (all by default). Null equals null, lies in no range,
 * contains nothing, is no list, and comes first; text is compared by code points, so that every database has the same order.
 */
export type Query = Filter &
  Readonly<{
    orderBy?: readonly string[];
    /** The same order from its end. */
    backwards?: boolean;
    /** Only what comes after this place, whether or not a row is still there: how the next page is found. */
    after?: Place;
    limit?: number;
  }>;

/** Rows that have these values in the columns that were counted by, and how many they are. */
export type Tally = Readonly<{ values: readonly Value[]; count: number }>;

export interface Views {
  /** Makes the tables that are not there yet. A table is named before anything else is done with it, or it is a `TypeError`. */
  prepare(tables: readonly Table[]): Promise<void>;

  progress(group: string): Promise<Readonly<{ reached: Position; parked: readonly Parked[] }>>;

  /** The rows under these keys that meet the filter, in the order in which they were put there. Keys without such rows are left out. */
  load(table: string, keys: readonly string[], filter?: Filter): Promise<ReadonlyMap<string, readonly Row[]>>;

  find(table: string, query: Query): Promise<readonly Row[]>;

  /** How many rows meet the filter, by what they have in some columns, in their order; an index that has these columns and those of the filter is all that is read. */
  count(table: string, by: readonly string[], filter?: Filter): Promise<readonly Tally[]>;

  /** Rows, parked streams (beside those already parked) and how far the group got, in one transaction. Throws `LeaseLost`. */
  commit(lease: Lease, change: Change, reached: Position): Promise<void>;

  /** Whether the group gets there in time: how a reader sees its own writes. */
  waitFor(group: string, position: Position, ms: number): Promise<boolean>;

  /**
   * Where this table is built anew under this number, by whoever opens it. It has the name of the group that writes it. `undefined`: another
   * builds it now, so that nothing was opened.
   */
  beside(table: Table, rebuild: number): Promise<Beside | undefined>;
}

/** The table that `alarmKeeper` writes and `Timers` reads. The key of its rows is the stream. */
export const ALARM: Table = {
  name: 'alarm',
  columns: { key: 'text', at: 'text', ring: 'text' },
  indexes: [['at']],
};

/** A stream waits for one alarm under one key. */
export type AlarmName = Readonly<{ stream: string; key: string }>;

/** `at` is when it was due, `ringAt` when to ring it: later than `at` if it was deferred. */
export type DueAlarm = AlarmName & Readonly<{ at: Instant; ringAt: Instant; ring: Message }>;

export interface Timers {
  /** What is to be rung by `now`, in the order of `ringAt`, then stream, then key. */
  due(now: Instant, limit: number): Promise<readonly DueAlarm[]>;

  /**
   * Not before `until`, whatever was said last. Forgotten once the alarm is gone; nothing if there is none. What is being replaced at that moment
   * by somebody else may be due sooner.
   */
  defer(alarms: readonly AlarmName[], until: Instant): Promise<void>;
}

export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
