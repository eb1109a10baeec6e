import type { Position } from './event-store.ts';

type Waiter = Readonly<{ group: string; position: Position; arrived: () => void }>;

/** Readers who wait for a group to get somewhere: what `Views.waitFor` rests on. */
export class Waiters {
  readonly #waiting = new Set<Waiter>();

  /** `false` once `ms` have passed. */
  wait(group: string, position: Position, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (arrived: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve(arrived);
      };
      const timer = setTimeout(end, ms, false);
      const waiter = { group, position, arrived: () => end(true) };
      this.#waiting.add(waiter);
    });
  }

  reached(group: string, position: Position): void {
    for (const waiter of this.#waiting) if (waiter.group === group && waiter.position <= position) waiter.arrived();
  }
}
