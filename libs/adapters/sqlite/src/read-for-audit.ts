import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

import { assertOurs, changesOfSchema } from './schema.ts';
import type { StoredEvent } from '@edict/runtime';

/** What SQLite says is wrong with the file, and from which event on, if it says so. */
export type FileProblem = Readonly<{ position: number | null; problem: string }>;

/** `problems` is complete when `events` has been read to its end. */
export type Audit = Readonly<{ events: Iterable<StoredEvent>; problems: readonly FileProblem[] }>;

const PAGE = 1_000;

/** The whole log of a store that nobody has open, in its order. Damage is reported and passed over, never thrown; nothing is written. */
export const readForAudit = (file: string): Audit => {
  const problems: FileProblem[] = [];
  return { problems, events: audited(file, problems) };
};

function* audited(file: string, problems: FileProblem[]): Generator<StoredEvent> {
  const db = withProblem(problems, () => openUntouched(file));
  if (!db) return;
  try {
    for (const problem of withProblem(problems, () => fileProblems(db)) ?? [])
      problems.push({ position: null, problem });
    const log = withProblem(problems, () => preparedLog(db));
    if (log) yield* eventsOf(log, problems);
  } finally {
    db.close();
  }
}

/** Without a write-ahead log the file can be read as it lies there, and SQLite makes no files beside it. */
const openUntouched = (file: string): DatabaseSync => {
  const url = pathToFileURL(file);
  const log = `${file}-wal`;
  if (!existsSync(log) || statSync(log).size === 0) url.searchParams.set('immutable', '1');
  const db = new DatabaseSync(url, { readOnly: true });
  try {
    assertOurs(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const fileProblems = (db: DatabaseSync): readonly string[] => {
  const rows = db
    .prepare('PRAGMA integrity_check(100)')
    .all()
    .map((row) => String(row['integrity_check']));
  return [...changesOfSchema(db), ...rows.filter((row) => row !== 'ok')];
};

type Log = Readonly<{ last: number; from: StatementSync; at: StatementSync }>;

const preparedLog = (db: DatabaseSync): Log => {
  const columns = 'position, name, revision, body FROM events LEFT JOIN streams ON streams.id = stream';
  const from = db.prepare(`SELECT ${columns} WHERE position > ? AND position <= ? ORDER BY position`);
  const at = db.prepare(`SELECT ${columns} WHERE position = ?`);
  for (const statement of [from, at]) statement.setReturnArrays(true);
  return { last: lastOf(db), from, at };
};

/** Where even that cannot be read, the end is where nothing more can. */
const lastOf = (db: DatabaseSync): number => {
  try {
    return Number(db.prepare('SELECT max(position) AS last FROM events').get()?.['last'] ?? 0);
  } catch {
    return Infinity;
  }
};

/** As SQLite found it: in a damaged record, a column may be of any type. */
type Row = readonly [position: number, name: unknown, revision: unknown, body: unknown];
type Page = Readonly<{ rows: readonly Row[]; trouble: string }>;

function* eventsOf(log: Log, problems: FileProblem[]): Generator<StoredEvent> {
  for (let after = 0; after < log.last; after += PAGE) {
    const until = Math.min(after + PAGE, log.last);
    const { rows, trouble } = pageOf(log, after, until);
    problems.push(...gaps(rows, after, until, trouble), ...rows.filter(([, name]) => name === null).map(strayed));
    for (const [position, name, revision, body] of rows)
      yield { position, stream: String(name ?? ''), revision: Number(revision), body: String(body) };
    if (rows.length === 0 && log.last === Infinity) return;
  }
}

/** A page that cannot be read as a whole is read event by event, so that only the damaged ones are missed. */
const pageOf = ({ from, at }: Log, after: number, until: number): Page => {
  try {
    return { rows: from.all(after, until) as unknown as Row[], trouble: 'not there' };
  } catch (error) {
    const rows: (Row | undefined)[] = [];
    for (let position = after + 1; position <= until; position++) rows.push(readAlone(at, position));
    return { rows: rows.filter((row) => row !== undefined), trouble: `unreadable: ${reasonOf(error)}` };
  }
};

const readAlone = (at: StatementSync, position: number): Row | undefined => {
  try {
    return at.get(position) as unknown as Row | undefined;
  } catch {
    return undefined;
  }
};

/** Positions run without gaps: what is not there was there. */
const gaps = (rows: readonly Row[], after: number, until: number, trouble: string): readonly FileProblem[] => {
  const found = [...rows.map(([position]) => position), until + 1];
  return found.flatMap((position, n) => {
    const expected = (found[n - 1] ?? after) + 1;
    const range = position - 1 === expected ? `event ${expected} is` : `events ${expected} to ${position - 1} are`;
    return position === expected ? [] : [{ position: expected, problem: `${range} ${trouble}` }];
  });
};

const strayed = ([position]: Row): FileProblem => ({ position, problem: `event ${position} belongs to no stream` });

const withProblem = <T>(problems: FileProblem[], read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    problems.push({ position: null, problem: reasonOf(error) });
    return undefined;
  }
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
