export { BullWorkQueue, QueueUnsafe } from './bull-work-queue.ts';
export { InvalidRedisSetting, redisSettings, type RedisSettings } from './settings.ts';
