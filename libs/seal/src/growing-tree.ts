import { HashList } from './hash-list.ts';
import type { Hash } from './hash.ts';
import { leafHash, nodeHash } from './merkle.ts';
import type { Proof } from './proof.ts';
import { isIndex, splitOf } from './way-up.ts';

/** A tree that grows and keeps the root of every full subtree, so that a proof takes few hashes however large it is. 64 bytes a leaf. */
export class GrowingTree {
  /** By height: the leaves, the pairs, the fours. */
  readonly #levels: HashList[] = [];

  get size(): number {
    return this.#levels[0]?.size ?? 0;
  }

  append(leaf: string): void {
    this.#put(0, leafHash(leaf));
  }

  #put(height: number, hash: Hash): void {
    const level = (this.#levels[height] ??= new HashList());
    level.push(hash);
    if (level.size % 2 === 0) this.#put(height + 1, nodeHash(level.at(level.size - 2), level.at(level.size - 1)));
  }

  /** That the leaf at `index` is in the tree of the first `size` leaves (RFC 9162, 2.1.3). Throws a `RangeError` if it is not. */
  prove(index: number, size: number): Proof {
    if (!isIndex(index, size) || size > this.size)
      throw new RangeError(`There is no leaf ${index} among ${Math.min(size, this.size)}.`);
    return this.#above(index, 0, size);
  }

  /** Of the subtree of `size` leaves that begins at `from`. */
  #above(index: number, from: number, size: number): Proof {
    if (size === 1) return [];
    const split = splitOf(size);
    return index < split
      ? [...this.#above(index, from, split), this.#rootOf(from + split, size - split)]
      : [...this.#above(index - split, from + split, size - split), this.#rootOf(from, split)];
  }

  #rootOf(from: number, size: number): Hash {
    const height = Math.log2(size);
    if (Number.isInteger(height)) return this.#levels[height]!.at(from / size);
    const split = splitOf(size);
    return nodeHash(this.#rootOf(from, split), this.#rootOf(from + split, size - split));
  }
}
