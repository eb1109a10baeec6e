import { isHash, type Hash } from './hash.ts';
import { EMPTY_ROOT, leafHash, nodeHash, rootOf } from './merkle.ts';
import { isIndex, splitOf, wayUp } from './way-up.ts';

/** What somebody holds of a tree without its leaves. */
export type TreeHead = Readonly<{ size: number; root: Hash }>;

/** Hashes from the leaf upwards, as RFC 9162 orders them. */
export type Proof = readonly Hash[];

/** RFC 9162, 2.1.3: that the leaf is at this place. Throws a `RangeError` if there is no such place. */
export const inclusionProof = (leaves: readonly string[], index: number): Proof => {
  if (!isIndex(index, leaves.length)) throw new RangeError(`There is no leaf ${index} among ${leaves.length}.`);
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - split), rootOf(left)];
};

export type Inclusion = Readonly<{ leaf: string; index: number; head: TreeHead; proof: Proof }>;

export const verifyInclusion = ({ leaf, index, head: { size, root }, proof }: Inclusion): boolean => {
  const steps = proof.every(isHash) ? wayUp({ index, size }, proof) : undefined;
  const reached = steps?.reduce(
    (below, { beside, isLeft }) => (isLeft ? nodeHash(beside, below) : nodeHash(below, beside)),
    leafHash(leaf),
  );
  return reached === root;
};

/** RFC 9162, 2.1.4: that the tree of the first `size` leaves became this one by appending. Throws a `RangeError` if it never was. */
export const consistencyProof = (leaves: readonly string[], size: number): Proof => {
  if (!isIndex(size, leaves.length + 1))
    throw new RangeError(`There is no tree of ${size} in ${leaves.length} leaves.`);
  return size === 0 ? [] : subproof(leaves, size, true);
};

/** `known`: the verifier holds the root of these very leaves already. */
const subproof = (leaves: readonly string[], size: number, known: boolean): Proof => {
  if (size === leaves.length) return known ? [] : [rootOf(leaves)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return size <= split
    ? [...subproof(left, size, known), rootOf(right)]
    : [...subproof(right, size - split, false), rootOf(left)];
};

export const verifyConsistency = (first: TreeHead, second: TreeHead, proof: Proof): boolean => {
  if (!isIndex(first.size, second.size + 1) || !proof.every(isHash)) return false;
  if (first.size === 0) return proof.length === 0 && first.root === EMPTY_ROOT;
  const [before, after] = rootsAbove({ size: first.size, of: second.size, known: first.root }, proof);
  return before === first.root && after === second.root;
};

type Growth = Readonly<{ size: number; of: number; known?: Hash }>;
type Roots = readonly [before: Hash | undefined, after: Hash | undefined];

/** The roots that the proof leads to, of the first `size` leaves and of all. */
const rootsAbove = ({ size, of, known }: Growth, proof: Proof): Roots => {
  if (size === of) return same(known === undefined ? only(proof) : only([known, ...proof]));
  const split = splitOf(of);
  const [below, beside] = [proof.slice(0, -1), proof.at(-1)];
  if (size <= split) {
    const [before, after] = rootsAbove({ size, of: split, ...(known !== undefined && { known }) }, below);
    return [before, join(after, beside)];
  }
  const [before, after] = rootsAbove({ size: size - split, of: of - split }, below);
  return [join(beside, before), join(beside, after)];
};

const same = (root: Hash | undefined): Roots => [root, root];

const only = (hashes: Proof): Hash | undefined => (hashes.length === 1 ? hashes[0] : undefined);

const join = (left: Hash | undefined, right: Hash | undefined): Hash | undefined =>
  left === undefined || right === undefined ? undefined : nodeHash(left, right);
