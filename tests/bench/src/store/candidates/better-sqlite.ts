import { join } from 'node:path';

import type { Candidate } from '../candidate.ts';
import { naiveOn } from './naive.ts';
import { peer } from './peers.ts';

type BetterSqlite = Readonly<{ default: new (file: string) => Parameters<typeof naiveOn>[0] }>;

/** The naive store on the other binding. */
export const betterSqlite = async (dir: string): Promise<Candidate> => {
  const { default: Database } = await peer<BetterSqlite>('better-sqlite3');
  const file = join(dir, 'events.db');
  return naiveOn(new Database(file), file);
};
