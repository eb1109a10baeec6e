import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type Proof,
  type TreeHead,
} from './index.ts';
import { KNOWN_LEAVES, KNOWN_ROOTS, manyLeaves } from './testing/known-tree.ts';

const headOf = (leaves: readonly string[]): TreeHead => ({ size: leaves.length, root: rootOf(leaves) });

const [SECOND, THIRD_FOURTH, FIFTH_SIXTH, SEVENTH_EIGHTH] = [
  leafHash('00'),
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
] as const;
const [LAST_FOUR, FIFTH] = [
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
] as const;

/** Everything that is nearly this proof. */
const spoilt = (proof: Proof): readonly Proof[] => [
  [...proof, leafHash('ff')],
  ...proof.flatMap((hash, n) => [
    proof.toSpliced(n, 1),
    proof.with(n, leafHash('ff')),
    proof.with(n, hash.toUpperCase()),
  ]),
];

describe('A proof of inclusion', () => {
  it.each([
    [0, 8, [SECOND, THIRD_FOURTH, LAST_FOUR]],
    [5, 8, [FIFTH, SEVENTH_EIGHTH, KNOWN_ROOTS[4]]],
    [2, 3, [KNOWN_ROOTS[2]]],
    [1, 5, [KNOWN_ROOTS[1], THIRD_FOURTH, FIFTH]],
  ])('of leaf %i of %i is what Certificate Transparency has', (index, size, proof) =>
    expect(inclusionProof(KNOWN_LEAVES.slice(0, size), index)).toStrictEqual(proof),
  );

  it('convinces, and nothing like it does', () =>
    fc.assert(
      fc.property(manyLeaves(1), fc.nat(), (leaves, n) => {
        const index = n % leaves.length;
        const proof = inclusionProof(leaves, index);
        const claim = { leaf: leaves[index]!, index, head: headOf(leaves), proof };
        expect(verifyInclusion(claim)).toBe(true);
        for (const wrong of spoilt(proof)) expect(verifyInclusion({ ...claim, proof: wrong })).toBe(false);
        expect(verifyInclusion({ ...claim, leaf: 'ff' })).toBe(false);
        expect(verifyInclusion({ ...claim, head: { ...claim.head, root: EMPTY_ROOT } })).toBe(false);
        for (const other of [-1, index + 0.5, index + 1, index - 1, leaves.length])
          expect(verifyInclusion({ ...claim, index: other })).toBe(false);
      }),
    ));

  it.each([-1, 3, 0.5])('cannot be had for leaf %d of 3', (index) =>
    expect(() => inclusionProof(KNOWN_LEAVES.slice(0, 3), index)).toThrow(RangeError),
  );
});

describe('A proof of consistency', () => {
  it.each([
    [1, 8, [SECOND, THIRD_FOURTH, LAST_FOUR]],
    [6, 8, [FIFTH_SIXTH, SEVENTH_EIGHTH, KNOWN_ROOTS[4]]],
    [2, 5, [THIRD_FOURTH, FIFTH]],
    [4, 4, []],
    [0, 3, []],
  ])('from %i to %i leaves is what Certificate Transparency has', (first, second, proof) =>
    expect(consistencyProof(KNOWN_LEAVES.slice(0, second), first)).toStrictEqual(proof),
  );

  it('convinces, and nothing like it does', () =>
    fc.assert(
      fc.property(manyLeaves(1), fc.nat(), (leaves, n) => {
        const size = n % (leaves.length + 1);
        const [first, second] = [headOf(leaves.slice(0, size)), headOf(leaves)];
        const proof = consistencyProof(leaves, size);
        expect(verifyConsistency(first, second, proof)).toBe(true);
        for (const wrong of spoilt(proof)) expect(verifyConsistency(first, second, wrong)).toBe(false);
        expect(verifyConsistency({ ...first, root: leafHash('ff') }, second, proof)).toBe(false);
      }),
    ));

  it('does not convince that another history is a continuation', () =>
    fc.assert(
      fc.property(manyLeaves(2), fc.nat(), (leaves, n) => {
        const size = 1 + (n % (leaves.length - 1));
        const other = leaves.with(n % size, 'ff');
        const first = headOf(leaves.slice(0, size));
        expect(verifyConsistency(first, headOf(other), consistencyProof(other, size))).toBe(false);
        expect(verifyConsistency(first, headOf(other), consistencyProof(leaves, size))).toBe(false);
      }),
    ));

  it.each([-1, 0.5, 4])('does not lead from %d leaves to 3', (size) =>
    expect(verifyConsistency({ size, root: KNOWN_ROOTS[3]! }, headOf(KNOWN_LEAVES.slice(0, 3)), [])).toBe(false),
  );

  it('of nothing needs the root of nothing', () => {
    expect(verifyConsistency({ size: 0, root: leafHash('') }, headOf(KNOWN_LEAVES), [])).toBe(false);
    expect(verifyConsistency(headOf([]), headOf(KNOWN_LEAVES), [])).toBe(true);
  });

  it.each([-1, 4, 0.5])('cannot be had from %d leaves to 3', (size) =>
    expect(() => consistencyProof(KNOWN_LEAVES.slice(0, 3), size)).toThrow(RangeError),
  );
});
