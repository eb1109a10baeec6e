import type { Migrations } from './migrate.ts';

/** What may be forgotten (`kept`), and what must not be changed (`seen`). Nothing of it can be built again from the events. */
const FIRST = `
  CREATE TABLE kept (
    kind TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C" NOT NULL, account TEXT COLLATE "C", until TEXT COLLATE "C",
    value TEXT NOT NULL, PRIMARY KEY (kind, key)
  );
  CREATE INDEX kept_by_account ON kept (account, kind, key);

  CREATE TABLE seen (
    n BIGINT PRIMARY KEY, at TEXT COLLATE "C" NOT NULL, who TEXT COLLATE "C" NOT NULL, capacity TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL, act TEXT COLLATE "C" NOT NULL, about TEXT COLLATE "C", rank INTEGER NOT NULL,
    "from" TEXT COLLATE "C" NOT NULL, hash TEXT COLLATE "C" NOT NULL
  );
  CREATE INDEX seen_at ON seen (at);
  CREATE INDEX seen_by ON seen (who, n);
  CREATE INDEX seen_of ON seen (about, n);
  CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append only'; END $$;
  CREATE TRIGGER seen_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON seen FOR EACH STATEMENT EXECUTE FUNCTION append_only();`;

export const ACCESS: Migrations = { what: 'secrets and the access log', steps: [FIRST] };
