import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';

import { crash } from './crash.ts';
import { makeOwn } from './own-file.ts';

// Local modules and node's own only: the writer thread loads this file too.

export type WriterOptions = Readonly<{
  /** The most that the database may grow to, in pages of 8 KiB; for tests of a full disk. */
  maxPages?: number;
}>;

const APPLICATION = 0x45444354; // "EDCT"
const VERSION = 1;
const FULL = 2;
const BUSY_MS = 5_000;

/** Earlier ones can lose commits when two connections meet at the reset of the write-ahead log (fixed in 3.51.3). */
const OLDEST_SQLITE = '3.51.3';

/** `body` is the canonical JSON of {data, id, meta, type}, the very text that was hashed. Nothing is stored twice. */
const SCHEMA = `
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are for ever'); END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are for ever'); END;
  CREATE TRIGGER streams_are_not_changed BEFORE UPDATE ON streams BEGIN SELECT RAISE(ABORT, 'streams are for ever'); END;
  CREATE TRIGGER streams_are_not_deleted BEFORE DELETE ON streams BEGIN SELECT RAISE(ABORT, 'streams are for ever'); END;
`;

/** The one connection that writes. A file that is not there, or is empty, becomes a store; any other must be one. */
export const openForWriting = (file: string, { maxPages }: WriterOptions = {}): DatabaseSync => {
  makeOwn(file);
  return opened(new DatabaseSync(file, { timeout: BUSY_MS }), (db) => {
    const isNew = isEmpty(db);
    if (isNew) db.exec('PRAGMA page_size = 8192');
    else assertOurs(db, file);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
    db.exec('PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -65536');
    if (maxPages) db.exec(`PRAGMA max_page_count = ${maxPages}`);
    if (isNew) createSchema(db);
    assertDurable(db, file);
  });
};

/** Sees every commit of the writer, blocks none, and cannot write. */
export const openForReading = (file: string): DatabaseSync =>
  opened(new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS }), (db) => {
    assertOurs(db, file);
    db.exec('PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA query_only = ON');
    db.exec('PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -65536');
    assertDurable(db, file);
  });

const opened = (db: DatabaseSync, configure: (db: DatabaseSync) => void): DatabaseSync => {
  try {
    assertVersion();
    configure(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** One transaction: a crash leaves an empty file or a whole store. */
const createSchema = (db: DatabaseSync): void => {
  const header = `PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${VERSION};`;
  crash('before-schema');
  db.exec(`BEGIN IMMEDIATE; ${header} ${SCHEMA} COMMIT`);
};

/** What of the schema is not as this version makes it: a trigger that is gone, for one. */
export const changesOfSchema = (db: DatabaseSync): readonly string[] => {
  const fresh = new DatabaseSync(':memory:');
  fresh.exec(SCHEMA);
  const [wanted, found] = [fresh, db].map(schemaOf) as [Set<string>, Set<string>];
  fresh.close();
  const missing = [...wanted].filter((sql) => !found.has(sql)).map((sql) => `The schema has lost: ${sql}`);
  return [
    ...missing,
    ...[...found].filter((sql) => !wanted.has(sql)).map((sql) => `The schema has something else: ${sql}`),
  ];
};

const schemaOf = (db: DatabaseSync): Set<string> =>
  new Set(
    db
      .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')
      .all()
      .map(({ sql }) => String(sql)),
  );

const isEmpty = (db: DatabaseSync): boolean => {
  try {
    return pragma(db, 'application_id') === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  } catch {
    return false;
  }
};

export const assertOurs = (db: DatabaseSync, file: string): void => {
  const application = attempt(() => pragma(db, 'application_id'));
  if (application !== APPLICATION) throw new Error(`${file} is not an Edict event store, and is left as it is.`);
  const version = pragma(db, 'user_version');
  if (version !== VERSION)
    throw new Error(`${file} has schema ${String(version)}; this Edict knows ${VERSION}. Use the Edict that wrote it.`);
};

/** Some builds fall back to NORMAL without a word, and then a power cut takes acknowledged events. */
const assertDurable = (db: DatabaseSync, file: string): void => {
  const [mode, synchronous] = [pragma(db, 'journal_mode'), pragma(db, 'synchronous')];
  if (mode !== 'wal' || synchronous !== FULL)
    throw new Error(
      `${file} cannot be made durable: journal_mode is ${String(mode)}, synchronous is ${String(synchronous)}.`,
    );
};

const assertVersion = (): void => {
  const version = process.versions['sqlite'] ?? '0';
  if (version.localeCompare(OLDEST_SQLITE, 'en', { numeric: true }) < 0)
    throw new Error(`SQLite ${version} can lose commits; Edict needs ${OLDEST_SQLITE} or later.`);
};

const pragma = (db: DatabaseSync, name: string): SQLOutputValue =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0] ?? null;

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
