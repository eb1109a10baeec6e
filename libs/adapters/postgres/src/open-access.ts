import type { AccessLog, AccessStore } from '@edict/runtime';

import { ACCESS } from './access-schema.ts';
import { Database, type Place } from './database.ts';
import { PostgresAccessLog } from './postgres-access-log.ts';
import { PostgresAccessStore } from './postgres-access-store.ts';

type Access = Readonly<{ access: AccessStore; accessLog: AccessLog; close(): Promise<void> }>;

/** By what people are known, and who read what, in a schema of its own that all processes of an installation share. */
export const openPostgresAccess = async (
  place: Omit<Place, 'schema'> & { schema?: string },
  genesis: string,
): Promise<Access> => {
  const database = await Database.open({ schema: 'edict_access', connections: 4, ...place }, ACCESS);
  return {
    access: new PostgresAccessStore(database),
    accessLog: new PostgresAccessLog(database, genesis),
    close: () => database.close(),
  };
};
