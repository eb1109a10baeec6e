import type { Query } from './database.ts';

/** What a schema of the database was made by, one after the other. Never changed once it has run anywhere: a change is another one. */
export type Migrations = Readonly<{ what: string; steps: readonly string[] }>;

/** Any number; the second key of the lock is that of the schema. */
const LOCK = 0x45444354;

/** Within a transaction: who comes second waits, and finds it done. Throws if a later Edict has been here. */
export const migrate = async (query: Query, schema: string, { what, steps }: Migrations): Promise<void> => {
  await lock(query, schema);
  const there = await query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  if (there.length === 0) await query(`CREATE SCHEMA "${schema}"`);
  await query(
    'CREATE TABLE IF NOT EXISTS "#migration" (version INTEGER PRIMARY KEY, made TIMESTAMPTZ NOT NULL DEFAULT now())',
  );
  const [last] = await query('SELECT coalesce(max(version), 0) AS version FROM "#migration"');
  const version = Number(last!['version']);
  if (version > steps.length)
    throw new Error(
      `The ${what} have schema ${version}; this Edict knows ${steps.length}. Use the Edict that wrote it.`,
    );
  for (const [n, step] of steps.entries()) {
    if (n < version) continue;
    await query(step);
    await query('INSERT INTO "#migration" (version) VALUES ($1)', [n + 1]);
  }
};

/** One at a time changes what tables a schema has, until the end of its transaction. */
export const lock = async (query: Query, schema: string): Promise<void> => {
  await query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCK, schema]);
};
