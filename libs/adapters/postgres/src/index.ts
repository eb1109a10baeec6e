export { PostgresLeases } from './postgres-leases.ts';
export { PostgresTimers } from './postgres-timers.ts';
export { PostgresViews } from './postgres-views.ts';
export { swapIn } from './swap.ts';
export { PostgresEventStore } from './postgres-event-store.ts';
export { InvalidPostgresSetting, postgresSettings, type PostgresSettings } from './settings.ts';
export { openPostgresViews } from './open-views.ts';
export { openPostgresAccess, openPostgresAccessLog } from './open-access.ts';
