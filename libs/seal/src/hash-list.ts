import type { Hash } from './hash.ts';

const BYTES = 32;

/** Hashes one after the other, as bytes: a million of them as texts would take five times the room. */
export class HashList {
  #bytes = Buffer.alloc(BYTES * 16);
  size = 0;

  push(hash: Hash): void {
    if (this.size * BYTES === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    this.#bytes.write(hash, this.size * BYTES, BYTES, 'hex');
    this.size++;
  }

  at(index: number): Hash {
    return this.#bytes.toString('hex', index * BYTES, (index + 1) * BYTES);
  }
}
