type Bucket = { left: number; at: number };

/** Names that come and go must not fill the memory: the one that was quiet for longest is forgotten, and it is full again by then. */
const MOST_NAMES = 10_000;

/** So many in so many milliseconds for each name, as many at once, and refilled steadily. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #size: number;
  readonly #perMs: number;
  readonly #now: () => number;

  constructor(size: number, ms: number, now: () => number = () => performance.now()) {
    this.#size = size;
    this.#perMs = size / ms;
    this.#now = now;
  }

  /** Takes one. 0: it was there; else after how many seconds the next one will be. */
  take(name: string): number {
    const bucket = this.#refilled(name);
    if (bucket.left < 1) return this.#seconds(bucket);
    bucket.left -= 1;
    return 0;
  }

  /** The same question, and nothing is taken. */
  waitFor(name: string): number {
    if (!this.#buckets.has(name)) return 0;
    const bucket = this.#refilled(name);
    return bucket.left < 1 ? this.#seconds(bucket) : 0;
  }

  #seconds({ left }: Bucket): number {
    return Math.max(1, Math.ceil((1 - left) / this.#perMs / 1000));
  }

  #refilled(name: string): Bucket {
    const now = this.#now();
    const { left, at } = this.#buckets.get(name) ?? { left: this.#size, at: now };
    const bucket = { left: Math.min(this.#size, left + (now - at) * this.#perMs), at: now };
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    if (this.#buckets.size > MOST_NAMES) this.#buckets.delete(this.#buckets.keys().next().value!);
    return bucket;
  }
}
