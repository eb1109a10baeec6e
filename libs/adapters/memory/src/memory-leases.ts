import { instantAt } from '@edict/kernel';
import { compare, PROCESS_NAME, type Held, type Lease, type Leases } from '@edict/runtime';

import type { MemoryViews } from './memory-views.ts';

/** Leases end by the clock, or when the process does: there is only one. `views` are those whose commits they fence. */
export class MemoryLeases implements Leases {
  readonly #held = new Map<string, { epoch: number; until: number }>();
  readonly #nowMs: () => number;
  readonly #views: MemoryViews | undefined;

  constructor(nowMs: () => number, views?: MemoryViews) {
    this.#nowMs = nowMs;
    this.#views = views;
    views?.onSwap((name) => this.#fenceOff(name));
  }

  async acquire(name: string, ttlMs: number): Promise<Lease | undefined> {
    const held = this.#held.get(name);
    if (held && this.#nowMs() < held.until) return undefined;
    const epoch = (held?.epoch ?? 0) + 1;
    this.#held.set(name, { epoch, until: this.#nowMs() + ttlMs });
    this.#views?.fence({ name, epoch });
    return { name, epoch };
  }

  async renew({ name, epoch }: Lease, ttlMs: number): Promise<boolean> {
    if (this.#held.get(name)?.epoch !== epoch) return false;
    this.#held.set(name, { epoch, until: this.#nowMs() + ttlMs });
    return true;
  }

  async held(): Promise<readonly Held[]> {
    const now = this.#nowMs();
    return [...this.#held]
      .filter(([, { until }]) => until > now)
      .map(([name, { epoch, until }]) => ({ name, epoch, holder: PROCESS_NAME, until: instantAt(Math.round(until)) }))
      .sort((a, b) => compare(a.name, b.name));
  }

  #fenceOff(name: string): void {
    const epoch = (this.#held.get(name)?.epoch ?? 0) + 1;
    this.#held.set(name, { epoch, until: -Infinity });
    this.#views?.fence({ name, epoch });
  }
}
