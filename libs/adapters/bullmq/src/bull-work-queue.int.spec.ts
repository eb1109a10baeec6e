import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { workQueueContract } from '@edict/contracts';
import { instant } from '@edict/kernel';
import { QueueUnavailable, skewOf } from '@edict/runtime';
import { startRedis, type RedisServer } from '@edict/test-servers';

import { BullWorkQueue, QueueUnsafe, type BullOptions } from './bull-work-queue.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const AWAY = 'Redis: it cannot be reached. Every process does its work by itself.';
const BACK = 'Redis: work is shared out.';

let runs = 0;
const openAt = (options: Partial<BullOptions> = {}) =>
  BullWorkQueue.open({ url: () => redis.url }, { prefix: `edict-${runs}`, ...options });

workQueueContract('BullMQ', async () => {
  runs += 1;
  const queues = [await openAt()];
  const another = async () => {
    const more = await openAt();
    queues.push(more);
    return more;
  };
  return {
    queue: queues[0]!,
    another,
    close: async () => {
      for (const queue of queues) await queue.close();
    },
  };
});

const until = async (isSo: () => boolean): Promise<void> => {
  for (let left = 500; left > 0 && !isSo(); left--) await pause(20);
  expect(isSo()).toBe(true);
};

describe('A queue on Redis', () => {
  const opened: BullWorkQueue[] = [];
  const open = async (options: Partial<BullOptions> = {}): Promise<BullWorkQueue> => {
    runs += 1;
    const queue = await openAt(options);
    opened.push(queue);
    return queue;
  };
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close();
    redis.say('config', 'set', 'maxmemory-policy', 'noeviction');
    redis.say('config', 'set', 'maxmemory', '0');
  });

  it('holds ids and nothing else, and nothing of what is done', async () => {
    redis.say('flushall');
    const queue = await open();
    await queue.hand('ring', ['task-4711']);
    const key = `edict-${runs}:ring:task-4711`;
    const held = redis.say('hgetall', key).split('\n');
    expect(held).toContain('{}');
    expect(held.join(' ')).toMatch(/^[\w {}":,./-]*$/);
    const stop = new AbortController();
    const done = Promise.withResolvers<void>();
    const worker = queue.work('ring', async () => done.resolve(), stop.signal);
    await done.promise;
    stop.abort();
    await worker;
    expect(redis.say('exists', key)).toBe('0');
  });

  it('does not start on a Redis that may throw away what it holds', async () => {
    redis.say('config', 'set', 'maxmemory-policy', 'allkeys-lru');
    await expect(open()).rejects.toThrow(QueueUnsafe);
  });

  it('hands nothing on from when its policy is found to have changed, and again once that is mended', async () => {
    const said: string[] = [];
    const queue = await open({ checkMs: 50, notice: (text) => said.push(text) });
    redis.say('config', 'set', 'maxmemory-policy', 'volatile-lru');
    await until(() => queue.trouble() === 'evicts');
    await expect(queue.hand('ring', ['task-1'])).rejects.toThrow(QueueUnavailable);
    redis.say('config', 'set', 'maxmemory-policy', 'noeviction');
    await until(() => queue.trouble() === null);
    await queue.hand('ring', ['task-1']);
    expect(said.map((text) => text.slice(0, 20))).toStrictEqual([
      'Redis: work is share',
      'Redis: its maxmemory',
      'Redis: work is share',
    ]);
  });

  it('says at once that it is full, and takes work again when it is not', async () => {
    const queue = await open();
    redis.say('config', 'set', 'maxmemory', '1mb');
    await expect(queue.hand('ring', ['task-1'])).rejects.toThrow(QueueUnavailable);
    redis.say('config', 'set', 'maxmemory', '0');
    await queue.hand('ring', ['task-1']);
    expect(queue.trouble()).toBeNull();
  });

  it('opens where Redis is away, and works once it is there', async () => {
    await redis.kill();
    const queue = await open();
    expect(queue.trouble()).toBe('unreachable');
    await expect(queue.hand('ring', ['task-1'])).rejects.toThrow(QueueUnavailable);
    await expect(skewOf(queue.clock, () => instant('2025-01-01T00:00Z'))).resolves.toBeNull();
    const stop = new AbortController();
    const handled = Promise.withResolvers<string>();
    const worker = queue.work('ring', async ([id = '']) => handled.resolve(id), stop.signal);
    await redis.start();
    await until(() => queue.trouble() === null);
    await queue.hand('ring', ['task-2']);
    expect(await handled.promise).toBe('task-2');
    stop.abort();
    await worker;
  });

  it('says once when Redis is away, also at the start, once when it is back, and nothing where it is left on purpose', async () => {
    const said: string[] = [];
    await redis.kill();
    const queue = await open({ checkMs: 50, notice: (text) => said.push(text) });
    await expect(queue.hand('ring', ['task-1'])).rejects.toThrow(QueueUnavailable);
    await expect(queue.hand('ring', ['task-2'])).rejects.toThrow(QueueUnavailable);
    expect(said).toStrictEqual([AWAY]);
    await redis.start();
    await until(() => queue.trouble() === null);
    expect(said).toStrictEqual([AWAY, BACK]);
    await redis.kill();
    await until(() => queue.trouble() !== null);
    await redis.start();
    await until(() => queue.trouble() === null);
    await queue.close();
    expect(queue.trouble()).toBe('unreachable');
    expect(said).toStrictEqual([AWAY, BACK, AWAY, BACK]);
  });

  it('says within two seconds or so that Redis hangs, and goes on when it does', async () => {
    const queue = await open();
    await queue.hand('ring', ['task-1']);
    redis.hang();
    const before = performance.now();
    await expect(queue.hand('ring', ['task-2'])).rejects.toThrow(QueueUnavailable);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(queue.trouble()).toBe('unreachable');
    redis.goOn();
    await until(() => queue.trouble() === null);
    await queue.hand('ring', ['task-3']);
  });

  it('R11: gives work whose worker was killed in the middle of it to another, also the sixth time', async () => {
    const queue = await open({ lockMs: 500 });
    await queue.hand('ring', ['task-1']);
    for (let kill = 0; kill < 5; kill++) expect(await killedAtWork()).toBe('SIGKILL');
    const stop = new AbortController();
    const handled = Promise.withResolvers<string>();
    const worker = queue.work('ring', async ([id = '']) => handled.resolve(id), stop.signal);
    expect(await handled.promise).toBe('task-1');
    stop.abort();
    await worker;
  });

  /** A process that takes work and dies of it. */
  const killedAtWork = async (): Promise<string | null> => {
    const program = new URL('testing/dying-worker.ts', import.meta.url).pathname;
    const flags = ['--conditions=@edict/source', '--disable-warning=ExperimentalWarning'];
    const child = spawn(process.execPath, [...flags, program, redis.url, `edict-${runs}`], { stdio: 'inherit' });
    await once(child, 'close');
    return child.signalCode;
  };

  it('comes back with the password that its address has by then, for whoever hands on and whoever works', async () => {
    const own = await startRedis();
    own.say('config', 'set', 'requirepass', 'first');
    let password = 'first';
    const url = () => `redis://:${password}@127.0.0.1:${own.port}`;
    const queue = await BullWorkQueue.open({ url }, { prefix: 'edict-renewed', checkMs: 50 });
    const handled: string[] = [];
    const stop = new AbortController();
    const working = queue.work('ring', async (ids) => void handled.push(...ids), stop.signal);
    await queue.hand('ring', ['task-1']);
    await until(() => handled.includes('task-1'));
    const asOperator = ['-a', 'first', '--no-auth-warning'];
    expect(own.say(...asOperator, 'config', 'set', 'requirepass', 'second')).toBe('OK');
    password = 'second';
    own.say('-a', 'second', '--no-auth-warning', 'client', 'kill', 'type', 'normal');
    await until(() => queue.trouble() !== null);
    await until(() => queue.trouble() === null);
    await queue.hand('ring', ['task-2']);
    await until(() => handled.includes('task-2'));
    stop.abort();
    await working;
    await queue.close();
    await own.stop();
  });

  it('tells what time it is there', async () => {
    const queue = await open();
    const clock = () => instant(new Date(Date.now() + 3_600_000).toISOString());
    const skew = await skewOf(queue.clock, clock);
    expect(skew).toMatchObject({ name: 'redis' });
    expect(Math.abs(skew!.aheadMs + 3_600_000)).toBeLessThan(1_000);
  });
});
