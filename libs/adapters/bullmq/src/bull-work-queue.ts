import { setTimeout as pause } from 'node:timers/promises';

import { idFrom } from '@edict/kernel';
import { NotYet, piecesOf, QueueUnavailable, type OtherClock, type QueueTrouble, type WorkQueue } from '@edict/runtime';
import { Queue, Worker } from 'bullmq';
import type { Redis, RedisOptions } from 'ioredis';

import { Guard, type Notice } from './guard.ts';
import { RenewingRedis } from './renewing-redis.ts';
import type { RedisSettings } from './settings.ts';

/** Redis may throw away what it holds: then nothing is to start on it. */
export class QueueUnsafe extends Error {
  override readonly name = 'QueueUnsafe';
}

export type BullOptions = Readonly<{
  /** What all keys begin with: the queue of one installation. */
  prefix: string;
  notice?: Notice;
  /** Work whose worker has not been heard of for so long is given to another. */
  lockMs?: number;
  /** How often the policy is looked at. */
  checkMs?: number;
}>;

const SIDE_BY_SIDE = 16;
const ANSWER_MS = 1_000;
const CONNECT_MS = 2_000;
const DRAIN_MS = 5_000;
const again = (times: number): number => Math.min(100 * times, 2_000);

/** Whoever hands on is told soon that it did not work; whoever works waits for as long as it takes. */
const HANDING = {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: ANSWER_MS,
  connectTimeout: CONNECT_MS,
  retryStrategy: again,
} satisfies RedisOptions;
const WORKING = {
  maxRetriesPerRequest: null,
  connectTimeout: CONNECT_MS,
  retryStrategy: again,
} satisfies RedisOptions;

/** Nothing stays: what is done or failed is forgotten, so that the same may be handed on again. No delays: when it is time, the log knows. */
const KEEP_NOTHING = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

/** BullMQ on Redis. It holds ids of work that is due now, and nothing that the log does not say too. */
export class BullWorkQueue implements WorkQueue {
  readonly #url: () => string;
  readonly #options: BullOptions;
  readonly #redis: Redis;
  readonly #guard: Guard;
  readonly #queues = new Map<string, Queue>();

  private constructor({ url }: RedisSettings, options: BullOptions) {
    this.#url = url;
    this.#options = options;
    this.#redis = new RenewingRedis(url, HANDING);
    this.#guard = new Guard(this.#redis, options.notice ?? (() => undefined), options.checkMs);
  }

  /** Throws `QueueUnsafe` where Redis may evict. One that cannot be reached is tried again for ever, and meanwhile nothing is handed on. */
  static async open(settings: RedisSettings, options: BullOptions): Promise<BullWorkQueue> {
    const queue = new BullWorkQueue(settings, options);
    await queue.#redis.connect().catch(() => undefined);
    if ((await queue.#guard.look()) !== 'evicts') return queue;
    await queue.close();
    throw new QueueUnsafe(
      'The maxmemory-policy of Redis is not noeviction: it could throw away what waits there. Set it, and start again.',
    );
  }

  async hand(kind: string, ids: readonly string[], each?: number): Promise<void> {
    const pieces = piecesOf(ids, each);
    if (pieces.length === 0) return;
    const trouble = this.#guard.trouble;
    if (trouble) throw new QueueUnavailable(`Nothing is handed on: ${trouble}.`);
    const jobs = pieces.map(jobOf).map((job) => ({ name: kind, ...job }));
    try {
      await inTime(this.#queueOf(kind).addBulk(jobs), 2 * ANSWER_MS);
    } catch (cause) {
      this.#queues.delete(kind); // it may have failed to begin: the next one is a new one
      await this.#guard.look();
      throw new QueueUnavailable('It was not handed on, or nobody knows.', { cause });
    }
  }

  async work(kind: string, handle: (ids: readonly string[]) => Promise<void>, signal: AbortSignal): Promise<void> {
    const { prefix, lockMs = 30_000 } = this.#options;
    const connection = new RenewingRedis(this.#url, WORKING);
    const rest = (error: unknown): never => {
      if (error instanceof NotYet) resting(worker, error.ms, signal);
      throw error;
    };
    const worker = new Worker<Several>(kind, ({ id = '', data }) => handle(data.ids ?? [id]).catch(rest), {
      ...{ connection, prefix, concurrency: SIDE_BY_SIDE, lockDuration: lockMs, stalledInterval: lockMs },
      ...{ maxStalledCount: Number.MAX_SAFE_INTEGER, drainDelay: 1, runRetryDelay: 1_000 },
      ...{ removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
    });
    worker.on('error', () => undefined); // that Redis is away, the guard says
    await aborted(signal);
    await inTime(worker.close(), DRAIN_MS).catch(() => void worker.close(true).catch(() => undefined));
    connection.disconnect();
  }

  trouble(): QueueTrouble | null {
    return this.#guard.trouble;
  }

  /** For measuring how far apart the clocks are. */
  get clock(): OtherClock {
    const nowMs = async (): Promise<number> => {
      const [seconds, micros] = await this.#redis.time();
      return Number(seconds) * 1_000 + Number(micros) / 1_000;
    };
    return { name: 'redis', nowMs };
  }

  async close(): Promise<void> {
    this.#guard.stop();
    this.#redis.disconnect();
  }

  #queueOf(kind: string): Queue {
    const known = this.#queues.get(kind);
    if (known) return known;
    const queue = new Queue(kind, {
      ...{ connection: this.#redis, prefix: this.#options.prefix, defaultJobOptions: KEEP_NOTHING },
      streams: { events: { maxLen: 100 } },
    });
    queue.on('error', () => undefined);
    this.#queues.set(kind, queue);
    return queue;
  }
}

type Several = Readonly<{ ids?: readonly string[] }>;

/** The same piece of work has the same name. */
const jobOf = (piece: readonly string[]): Readonly<{ data: Several; opts: { jobId: string } }> =>
  piece.length === 1
    ? { data: {}, opts: { jobId: piece[0]! } }
    : { data: { ids: piece }, opts: { jobId: `together-${idFrom(...piece)}` } };

/** Nothing more for so long; what was being fetched still comes. */
const resting = (worker: Worker, ms: number, signal: AbortSignal): void => {
  void worker.pause(true);
  setTimeout(() => void (signal.aborted || worker.resume()), ms).unref();
};

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const inTime = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  const late = new AbortController();
  const over = pause(ms, undefined, { signal: late.signal }).then(() => {
    throw new QueueUnavailable('No answer in time.');
  });
  over.catch(() => undefined);
  try {
    return await Promise.race([work, over]);
  } finally {
    late.abort();
  }
};
