import type { QueueTrouble } from '@edict/runtime';
import type { Redis } from 'ioredis';

const WELL_MS = 60_000;
const TROUBLED_MS = 2_000;

/** Told when what is wrong with Redis changes. */
export type Notice = (text: string) => void;

/**
 * What is wrong with Redis now: looked at every minute, more often while something is, and whenever a connection is made. `INFO` tells the
 * policy also where `CONFIG` is forbidden.
 */
export class Guard {
  #trouble: QueueTrouble | null = 'unreachable';
  /** What was told last; nothing yet, at the start. */
  #told: QueueTrouble | null | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  readonly #redis: Redis;
  readonly #notice: Notice;
  readonly #wellMs: number;

  constructor(redis: Redis, notice: Notice, wellMs = WELL_MS) {
    this.#redis = redis;
    this.#notice = notice;
    this.#wellMs = wellMs;
    redis.on('ready', () => void this.look());
    redis.on('close', () => this.note('unreachable'));
  }

  get trouble(): QueueTrouble | null {
    return this.#trouble;
  }

  note(trouble: QueueTrouble | null): void {
    if (this.#isStopped) return;
    this.#trouble = trouble;
    if (trouble === this.#told) return;
    this.#told = trouble;
    this.#notice(SAID[trouble ?? 'well']);
  }

  async look(): Promise<QueueTrouble | null> {
    clearTimeout(this.#timer);
    const info = await this.#redis.info('memory').catch(() => undefined);
    this.note(info === undefined ? 'unreachable' : keepsAll(info) ? null : 'evicts');
    if (!this.#isStopped) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.look(), this.#trouble ? TROUBLED_MS : this.#wellMs).unref();
    }
    return this.#trouble;
  }

  /** Nothing is told any more: whoever leaves on purpose has not lost Redis. */
  stop(): void {
    this.#isStopped = true;
    this.#trouble = 'unreachable';
    clearTimeout(this.#timer);
  }
}

const keepsAll = (info: string): boolean => /^maxmemory_policy:noeviction\s*$/m.test(info);

const SAID = {
  well: 'Redis: work is shared out.',
  unreachable: 'Redis: it cannot be reached. Every process does its work by itself.',
  evicts:
    'Redis: its maxmemory-policy is not noeviction, so that it may throw away what it holds. Every process does its work by itself.',
} as const;
