import type { Hash } from './hash.ts';

/** The largest power of two below `size` (which is at least 2): where a tree parts into left and right. */
export const splitOf = (size: number): number => {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
};

export const isIndex = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && index >= 0 && index < size;

/** What a node is joined with on the way to the root, and on which side that stands. */
export type Step = Readonly<{ beside: Hash; isLeft: boolean }>;

export type Place = Readonly<{ index: number; size: number }>;

/** From a leaf to the root, as RFC 9162 orders a proof. Hashes nothing. `undefined`: the proof is longer or shorter than the way. */
export const wayUp = ({ index, size }: Place, proof: readonly Hash[]): readonly Step[] | undefined => {
  if (!isIndex(index, size)) return undefined;
  if (size === 1) return proof.length === 0 ? [] : undefined;
  const split = splitOf(size);
  const isLeft = index >= split;
  const within = isLeft ? { index: index - split, size: size - split } : { index, size: split };
  const beside = proof.at(-1);
  const below = wayUp(within, proof.slice(0, -1));
  return below && beside !== undefined ? [...below, { beside, isLeft }] : undefined;
};
