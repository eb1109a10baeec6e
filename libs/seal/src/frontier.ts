import { isFrontier } from './checkpoint-lines.ts';
import type { Hash } from './hash.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from './merkle.ts';

/**
 * All that a tree must remember in order to grow: the roots of its full subtrees, the largest first, one for each binary one
 * in its size. A plain value: written down and read back it goes on where it was.
 */
export type Frontier = Readonly<{ size: number; hashes: readonly Hash[] }>;

export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/** The tree with one leaf (hex) more: one hash for the leaf, and on average one for what it completes. */
export const appendLeaf = ({ size, hashes }: Frontier, leaf: string): Frontier => {
  const grown = [...hashes, leafHash(leaf)];
  for (let full = size; full % 2 === 1; full = (full - 1) / 2) {
    const right = grown.pop()!;
    grown.push(nodeHash(grown.pop()!, right));
  }
  return { size: size + 1, hashes: grown };
};

export const rootOfFrontier = ({ hashes }: Frontier): Hash =>
  hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));

/** A frontier that was written down. `undefined`: no tree of this size has such a one. */
export const frontierOf = (size: number, hashes: readonly string[]): Frontier | undefined =>
  isFrontier(size, hashes) ? { size, hashes } : undefined;
