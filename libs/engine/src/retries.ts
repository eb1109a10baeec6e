const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

type Next = Readonly<{ at: number; pauseMs: number }>;

/** When what failed may be tried again: twice as late each time, up to a minute. */
export class Retries {
  readonly #next = new Map<number, Next>();
  readonly #elapsed: () => number;

  /** `elapsed`: milliseconds, which never go back. */
  constructor(elapsed = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  isDue(number: number): boolean {
    return (this.#next.get(number)?.at ?? 0) <= this.#elapsed();
  }

  failed(number: number): void {
    const pauseMs = Math.min(2 * (this.#next.get(number)?.pauseMs ?? FIRST_MS / 2), LONGEST_MS);
    this.#next.set(number, { at: this.#elapsed() + pauseMs, pauseMs });
  }

  forget(number: number): void {
    this.#next.delete(number);
  }
}
