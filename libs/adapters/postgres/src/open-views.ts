import type { Leases, OtherClock, Timers, Views } from '@edict/runtime';

import { PostgresLeases } from './postgres-leases.ts';
import { PostgresTimers } from './postgres-timers.ts';
import { PostgresViews } from './postgres-views.ts';

/** Everything but the log, on one schema that any number of processes share. */
export const openPostgresViews = async (
  place: Parameters<typeof PostgresViews.open>[0],
): Promise<Readonly<{ views: Views; timers: Timers; leases: Leases; clock: OtherClock; close(): Promise<void> }>> => {
  const views = await PostgresViews.open(place);
  return {
    views,
    timers: new PostgresTimers(views),
    leases: new PostgresLeases(views),
    clock: { name: 'postgresql', nowMs: () => nowMs(views) },
    close: () => views.close(),
  };
};

const nowMs = async ({ database }: PostgresViews): Promise<number> => {
  const [row] = await database.query('SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now');
  return Number(row!['now']);
};
