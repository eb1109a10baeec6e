import type { DatabaseSync, StatementSync } from 'node:sqlite';

import { crash } from './crash.ts';

// Local modules and node's own only: the writer thread loads this file.

/** One command of a batch: the stream, the revision it must end at, and how many of the batch's lines are its events. */
export type Head = readonly [stream: string, after: number, count: number];

/** Why a group was not written. `unknown`: it may have been, all the same. */
export type Failure = Readonly<{
  reason: 'full' | 'io' | 'corrupt';
  message: string;
  unknown: boolean;
  passing: boolean;
}>;

type End = { id: number; revision: number };

const LINE_END = 0x0a;
const REMEMBERED = 50_000;

/** Appends groups of commands, each group in one transaction. Assumes no other writer, and notices one. */
export class EventLog {
  readonly #db: DatabaseSync;
  readonly #statements: Record<keyof typeof SQL, StatementSync>;
  readonly #ends = new Map<string, End>();
  #position = 0;
  #version: unknown;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#statements = prepareAll(db);
  }

  /**
   * For each command the position of its last event, or, when it was refused, -2 - the revision its stream is at.
   * A refusal concerns its own command only. A `Failure` concerns the group, and leaves nothing behind, here or in the file.
   */
  write(batches: readonly Uint8Array[]): Float64Array | Failure {
    let committing = false;
    try {
      this.#begin();
      const results = new Float64Array(batches.flatMap((batch) => this.#appendAll(batch)));
      committing = true;
      crash('before-commit');
      this.#statements.commit.run();
      return results;
    } catch (error) {
      this.#rollBack();
      return failureOf(error, committing);
    }
  }

  #begin(): void {
    if (this.#ends.size > REMEMBERED) this.#ends.clear();
    this.#statements.begin.run();
    const version = this.#statements.version.get()?.['data_version'];
    if (version === this.#version) return;
    this.#ends.clear();
    this.#position = Number(this.#statements.last.get()?.['position'] ?? 0);
    this.#version = version;
  }

  /** What is remembered of the file may be wrong now: the next `#begin` reads it anew. */
  #rollBack(): void {
    this.#version = undefined;
    if (this.#db.isTransaction) this.#statements.rollback.run();
  }

  #appendAll(batch: Uint8Array): number[] {
    const [first, ...bodies] = linesOf(batch);
    const heads = JSON.parse(Buffer.from(first!).toString()) as readonly Head[];
    let from = 0;
    return heads.map(([stream, after, count]) => this.#append(stream, after, bodies.slice(from, (from += count))));
  }

  #append(stream: string, after: number, bodies: readonly Uint8Array[]): number {
    const end = this.#endOf(stream);
    if (after !== end.revision) return repeated(this.#repeated(end, after, bodies)) ?? -2 - end.revision;
    if (end.id === 0) this.#create(stream, end);
    for (const body of bodies) this.#statements.insert.run(++this.#position, end.id, ++end.revision, body);
    return this.#position;
  }

  #endOf(stream: string): End {
    const known = this.#ends.get(stream);
    if (known) return known;
    const row = this.#statements.end.get(stream) as End | undefined;
    if (!row) return { id: 0, revision: -1 };
    const end = { id: row.id, revision: row.revision };
    this.#ends.set(stream, end);
    return end;
  }

  #create(stream: string, end: End): void {
    end.id = Number(this.#statements.create.run(stream).lastInsertRowid);
    this.#ends.set(stream, end);
  }

  /** The old position if exactly these events are there already. */
  #repeated({ id, revision }: End, after: number, bodies: readonly Uint8Array[]): number | undefined {
    if (after + bodies.length > revision) return undefined;
    const rows = this.#statements.stored.all(id, after, after + bodies.length);
    const same = bodies.every((body, n) => idOf(body) === rows[n]?.['id']);
    return same ? Number(rows.at(-1)?.['position']) : undefined;
  }
}

/** What was there already is told apart from what is written now by a half. */
const HALF = 0.5;
const repeated = (position: number | undefined): number | undefined =>
  position === undefined ? undefined : position + HALF;

const SQL = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  version: 'PRAGMA data_version',
  last: 'SELECT max(position) AS position FROM events',
  end: `SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id) AS revision FROM streams WHERE name = ?`,
  create: 'INSERT INTO streams (name) VALUES (?)',
  insert: 'INSERT INTO events (position, stream, revision, body) VALUES (?, ?, ?, CAST(? AS TEXT))',
  stored: `SELECT position, body ->> '$.id' AS id FROM events WHERE stream = ? AND revision > ? AND revision <= ? ORDER BY revision`,
} as const;

const prepareAll = (db: DatabaseSync) =>
  Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)])) as Record<
    keyof typeof SQL,
    StatementSync
  >;

/** JSON has no line ends inside, so that they can keep its texts apart. */
const linesOf = (batch: Uint8Array): Uint8Array[] => {
  const lines: Uint8Array[] = [];
  for (let from = 0; from <= batch.length; from = lines.at(-1)!.length + from + 1) {
    const end = batch.indexOf(LINE_END, from);
    lines.push(batch.subarray(from, end < 0 ? batch.length : end));
  }
  return lines;
};

const idOf = (body: Uint8Array): unknown => (JSON.parse(Buffer.from(body).toString()) as { id: unknown }).id;

const BUSY = 5;
const CORRUPT = 11;
const FULL = 13;
const CONSTRAINT = 19;
const NOT_A_DATABASE = 26;
/** How a full disk shows when it is the index of the write-ahead log that cannot grow. */
const NO_ROOM_FOR_INDEX = 4874;

/** A full disk and a busy file pass; after any other error nothing is written again. A failed sync may be reported only once. */
const failureOf = (error: unknown, committing: boolean): Failure => {
  const code = (error as { errcode?: number }).errcode ?? 0;
  const reason = reasonOf(code);
  const passing = reason === 'full' || (code & 0xff) === BUSY;
  return { reason, message: String(error), unknown: committing && !passing, passing };
};

const reasonOf = (code: number): Failure['reason'] => {
  if (code === NO_ROOM_FOR_INDEX || (code & 0xff) === FULL) return 'full';
  return [CORRUPT, CONSTRAINT, NOT_A_DATABASE].includes(code & 0xff) ? 'corrupt' : 'io';
};
