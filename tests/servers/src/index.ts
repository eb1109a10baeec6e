export { freePort } from './free-port.ts';
export { MOVED_CLOCK } from './moved-clock.ts';
export { startPostgres, type PostgresServer } from './postgres.ts';
export { startRedis, type RedisServer } from './redis.ts';
