/** A binary heap: the least item is at hand, adding one or taking the least costs the logarithm of how many there are. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#items.length;
  }

  get least(): T | undefined {
    return this.#items[0];
  }

  add(item: T): void {
    let n = this.#items.push(item) - 1;
    for (let parent = (n - 1) >> 1; n > 0 && this.#before(n, parent); parent = (n - 1) >> 1) {
      this.#swap(n, parent);
      n = parent;
    }
  }

  take(): T | undefined {
    const least = this.#items[0];
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return least;
    this.#items[0] = last;
    this.#sink(0);
    return least;
  }

  #sink(from: number): void {
    for (let n = from, child = this.#lesserChild(n); this.#before(child, n); child = this.#lesserChild(n)) {
      this.#swap(n, child);
      n = child;
    }
  }

  #lesserChild(n: number): number {
    const left = 2 * n + 1;
    return this.#before(left + 1, left) ? left + 1 : left;
  }

  /** Also whether `a` is there at all. */
  #before(a: number, b: number): boolean {
    return a < this.#items.length && this.#compare(this.#items[a]!, this.#items[b]!) < 0;
  }

  #swap(a: number, b: number): void {
    [this.#items[a], this.#items[b]] = [this.#items[b]!, this.#items[a]!];
  }
}
