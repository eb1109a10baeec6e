import { DatabaseSync } from 'node:sqlite';
import { statSync } from 'node:fs';
import { join } from 'node:path';

import { sealed, type Candidate } from '../candidate.ts';

const SCHEMA = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, stream TEXT NOT NULL, revision INTEGER NOT NULL,
    type TEXT NOT NULL, data TEXT NOT NULL, meta TEXT NOT NULL, UNIQUE (stream, revision)
  )`;
const INSERT = 'INSERT INTO events (id, stream, revision, type, data, meta) VALUES (?, ?, ?, ?, ?, ?)';
const STREAM = 'SELECT * FROM events WHERE stream = ? ORDER BY revision';
const LOG = 'SELECT * FROM events WHERE position > ? ORDER BY position LIMIT 1000';

type Row = Readonly<{ position: number; data: string; meta: string }>;

/** What `node:sqlite` and `better-sqlite3` have in common. */
type Statement = Readonly<{ run(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] }>;
type Database = Readonly<{ exec(sql: string): unknown; prepare(sql: string): Statement; close(): unknown }>;

/** What one writes first: a table of texts, one transaction for each append, in the thread that is there. */
export const naive = async (dir: string): Promise<Candidate> => {
  const file = join(dir, 'events.db');
  return naiveOn(new DatabaseSync(file), file);
};

export const naiveOn = (db: Database, file: string): Candidate => {
  db.exec(SCHEMA);
  const [insert, stream, log] = [INSERT, STREAM, LOG].map((sql) => db.prepare(sql)) as [
    Statement,
    Statement,
    Statement,
  ];
  return {
    async append(place, messages, meta) {
      const events = sealed(place, messages, meta);
      db.exec('BEGIN IMMEDIATE');
      for (const { id, type, data, meta } of events)
        insert.run(id, place.stream, ++place.revision, type, JSON.stringify(data), JSON.stringify(meta));
      db.exec('COMMIT');
      place.last = events.at(-1);
    },
    read: async (name) => stream.all(name).map((row) => decoded(row as Row)).length,
    async replay() {
      let count = 0;
      for (let rows: Row[] = [], last = 0; ; last = rows.at(-1)!.position) {
        rows = log.all(last).map((row) => decoded(row as Row)) as unknown as Row[];
        if (rows.length === 0) return count;
        count += rows.length;
      }
    },
    async close() {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
      return statSync(file).size;
    },
  };
};

const decoded = (row: Row) => ({
  ...row,
  data: JSON.parse(row.data) as unknown,
  meta: JSON.parse(row.meta) as unknown,
});
