import { msBetween, plusMs, type Instant } from '@edict/kernel';
import type { AccessStore } from '@edict/runtime';

import { HttpProblem } from '../http/problem.ts';
import { hashOf } from './secrets.ts';

type Limit = Readonly<{ free: number; firstMs: number; longestMs: number }>;

/** So many may fail at once; then each further one waits twice as long. Policy of this project: no source names figures. */
const LIMITS = {
  login: { free: 5, firstMs: 30_000, longestMs: 15 * 60_000 },
  address: { free: 20, firstMs: 30_000, longestMs: 15 * 60_000 },
} as const satisfies Record<string, Limit>;
const FORGOTTEN_MS = 3_600_000;

const KIND = 'attempts';
type Attempts = Readonly<{ failed: number; at: Instant }>;
type Of = Readonly<{ sort: keyof typeof LIMITS; name: string }>;

/** What holds back who guesses: by the name that is tried and by the place from where. */
export class Throttle {
  readonly #store: AccessStore;
  constructor(store: AccessStore) {
    this.#store = store;
  }

  /** Counts an attempt before it is known how it ends: many at once are as many. Answers how long to wait, in milliseconds; 0: it may be made. */
  async attempt(of: Of, now: Instant): Promise<number> {
    const key = keyOf(of);
    for (;;) {
      const before = await this.#store.get(KIND, key, now);
      const { failed, at } = (before?.value ?? { failed: 0, at: now }) as Attempts;
      const wait = msBetween(now, plusMs(at, pauseAfter(LIMITS[of.sort], failed)));
      if (failed > 0 && wait > 0) return wait;
      const value = { failed: failed + 1, at: now };
      const after = { kind: KIND, key, account: null, until: plusMs(now, FORGOTTEN_MS), value };
      if (await this.#store.swap({ kind: KIND, key }, before, after)) return 0;
      if (!before) await this.#store.forget({ kind: KIND, until: now });
    }
  }

  /** It was right after all: the name is free again; of the place, which others share, one attempt is taken back. */
  async succeeded(of: Of): Promise<void> {
    const kept = await this.#store.get(KIND, keyOf(of), '' as Instant);
    if (!kept) return;
    const { failed, at } = kept.value as Attempts;
    const isOver = of.sort === 'login' || failed <= 1;
    await this.#store.swap(kept, kept, isOver ? undefined : { ...kept, value: { failed: failed - 1, at } });
  }
}

/** `wait`: in milliseconds. */
export const tooMany = (wait: number): HttpProblem =>
  new HttpProblem('access/throttled', 'Too many attempts. Retry-After says when.', {
    retryAfter: Math.ceil(wait / 1000),
  });

/** The name is not kept: what is tried may be a password in the wrong field. */
const keyOf = ({ sort, name }: Of): string => `${sort}:${hashOf(name)}`;

const pauseAfter = ({ free, firstMs, longestMs }: Limit, failed: number): number =>
  failed < free ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(failed - free, 20));
