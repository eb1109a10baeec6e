import type { AccessLog, AccessStore } from '@edict/runtime';

import { ACCESS } from './access-schema.ts';
import { Database, type Place } from './database.ts';
import { PostgresAccessLog } from './postgres-access-log.ts';
import { PostgresAccessStore } from './postgres-access-store.ts';

const SCHEMA = { schema: 'edict_access' } as const;

type Access = Readonly<{ access: AccessStore; accessLog: AccessLog; close(): Promise<void> }>;

/** By what people are known, and who read what, in a schema of its own that all processes of an installation share. */
export const openPostgresAccess = async (
  place: Omit<Place, 'schema'> & { schema?: string },
  genesis: string,
): Promise<Access> => {
  const database = await Database.open({ ...SCHEMA, connections: 4, ...place }, ACCESS);
  return {
    access: new PostgresAccessStore(database),
    accessLog: new PostgresAccessLog(database, genesis),
    close: () => database.close(),
  };
};

/** Who read what, for whoever checks it and changes nothing. */
export const openPostgresAccessLog = (place: Omit<Place, 'schema'> & { schema?: string }, genesis: string): AccessLog =>
  new PostgresAccessLog(Database.openToRead({ ...SCHEMA, connections: 1, ...place }), genesis);
