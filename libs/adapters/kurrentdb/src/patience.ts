import { setTimeout as sleep } from 'node:timers/promises';

import { NoAnswer } from './failures.ts';

/** Rejects with `NoAnswer` when the time is over. What the work comes to after that is nobody's concern. */
export const within = async <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NoAnswer(`No answer to ${what} in ${ms} ms.`)), ms);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const FIRST_MS = 50;
const LONGEST_MS = 5_000;

/** Ever longer, and never the same for two who began together. */
export const backOff = async (failures: number, signal?: AbortSignal): Promise<void> => {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  const ms = longest / 2 + (Math.random() * longest) / 2;
  await sleep(ms, undefined, signal && { signal }).catch(() => undefined);
};

/** Lets in so many at a time: beyond 100 calls a connection carries no more, and says nothing of it. */
export class Gate {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}

/** Waits for it, but no longer than that. */
export const orLate = async (work: Promise<void>, ms: number): Promise<'late' | undefined> => {
  const { promise, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), ms);
  try {
    return await Promise.race([work.then(() => undefined), promise]);
  } finally {
    clearTimeout(timer);
  }
};
