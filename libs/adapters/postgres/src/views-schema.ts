import type { Migrations } from './migrate.ts';

/** What begins with `#` is ours: no declared table or column may be called so. Times of leases are milliseconds of the epoch. */
const FIRST = `
  CREATE TABLE "#group" (
    name TEXT COLLATE "C" PRIMARY KEY, reached TEXT COLLATE "C" NOT NULL DEFAULT '',
    epoch BIGINT NOT NULL DEFAULT 0, until DOUBLE PRECISION NOT NULL DEFAULT 0
  );
  CREATE TABLE "#parked" (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name TEXT COLLATE "C" NOT NULL,
    stream TEXT COLLATE "C" NOT NULL, revision INTEGER NOT NULL, reason TEXT NOT NULL
  );
  CREATE INDEX "#parked#name" ON "#parked" (name, n);
  CREATE TABLE "#ring" (
    stream TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL, until TEXT COLLATE "C" NOT NULL DEFAULT '',
    "ringAt" TEXT COLLATE "C" GENERATED ALWAYS AS (greatest(at, until)) STORED, PRIMARY KEY (stream, key)
  );
  CREATE INDEX "#ring#ringAt" ON "#ring" ("ringAt", stream, key);`;

/** For operators: nothing hangs on it. */
const HOLDER = `ALTER TABLE "#group" ADD COLUMN holder TEXT NOT NULL DEFAULT ''`;

export const VIEWS: Migrations = { what: 'views', steps: [FIRST, HOLDER] };
