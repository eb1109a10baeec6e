import type { Migrations } from './migrate.ts';

/**
 * `body` is the canonical JSON of {data, id, meta, type}, the very text that was hashed. Nothing is stored twice.
 *
 * `append` takes a group of commands, each for another stream: for each its stream, the revision that must be its last and how many events it has;
 * then for each event the number of its command (from 1), its place in it (from 1) and its body. It answers with the position of each command's
 * last event, or with -2 - the revision at which its stream is. One group at a time, in all processes: the lock is held until the commit is on disk
 * and visible, so that positions have no gaps, and nobody sees one before all those below it. Each statement sees what was committed before it.
 */
const FIRST = `
  CREATE TABLE event (
    position BIGINT PRIMARY KEY, stream TEXT COLLATE "C" NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL,
    UNIQUE (stream, revision)
  );
  ALTER TABLE event ALTER COLUMN body SET STORAGE EXTERNAL;
  CREATE TABLE installation (sole BOOLEAN PRIMARY KEY DEFAULT true CHECK (sole), id UUID NOT NULL);

  CREATE FUNCTION are_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% are for ever', TG_ARGV[0]; END $$;
  CREATE TRIGGER for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION are_for_ever('events');
  CREATE TRIGGER for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON installation FOR EACH STATEMENT EXECUTE FUNCTION are_for_ever('installations');

  CREATE FUNCTION append(streams TEXT[], afters INTEGER[], counts INTEGER[], ofs INTEGER[], places INTEGER[], bodies TEXT[])
  RETURNS BIGINT[] LANGUAGE plpgsql AS $$
    DECLARE
      base BIGINT;
      answer BIGINT[];
    BEGIN
      PERFORM pg_advisory_xact_lock('event'::regclass::oid::bigint);
      SELECT coalesce(max(position), 0) INTO base FROM event;
      WITH command AS MATERIALIZED (
        SELECT n, stream, after, size,
          coalesce((SELECT max(revision) FROM event WHERE event.stream = c.stream), -1) AS revision
        FROM unnest(streams, afters, counts) WITH ORDINALITY AS c (stream, after, size, n)
      ), accepted AS MATERIALIZED (
        SELECT n, stream, after, base + sum(size) OVER (ORDER BY n)::bigint AS last, size FROM command WHERE revision = after
      ), inserted AS (
        INSERT INTO event (position, stream, revision, body)
        SELECT last - size + place, stream, after + place, body
        FROM unnest(ofs, places, bodies) AS e (n, place, body) JOIN accepted USING (n) ORDER BY 1
      )
      SELECT array_agg(coalesce(accepted.last, -2 - revision) ORDER BY n) INTO answer FROM command LEFT JOIN accepted USING (n);
      RETURN answer;
    END $$;`;

export const EVENTS: Migrations = { what: 'events', steps: [FIRST] };
