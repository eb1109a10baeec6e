import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { appendLeaf, emptyFrontier, frontierOf, leafHash, rootOf, rootOfFrontier, type Frontier } from './index.ts';
import { KNOWN_LEAVES, KNOWN_ROOTS, manyLeaves } from './testing/known-tree.ts';

const grown = (leaves: readonly string[]): Frontier => leaves.reduce(appendLeaf, emptyFrontier);

describe('A Merkle tree', () => {
  it.each([...KNOWN_ROOTS.entries()])(
    'has the root that Certificate Transparency knows, with %i leaves',
    (size, root) => expect(rootOf(KNOWN_LEAVES.slice(0, size))).toBe(root),
  );

  it('has no leaf that is not hexadecimal to the end', () =>
    ['0', '0g', 'AB', '00\n', 'é'].forEach((leaf) => expect(() => leafHash(leaf)).toThrow(TypeError)));
});

describe('A frontier', () => {
  it.each([...KNOWN_ROOTS.entries()])('leads to that root too, with %i leaves', (size, root) =>
    expect(rootOfFrontier(grown(KNOWN_LEAVES.slice(0, size)))).toBe(root),
  );

  it('leads to the root of all leaves that were appended', () =>
    fc.assert(fc.property(manyLeaves(), (leaves) => expect(rootOfFrontier(grown(leaves))).toBe(rootOf(leaves)))));

  it('remembers one hash for each binary one in the number of leaves', () =>
    expect(grown(KNOWN_LEAVES.slice(0, 7)).hashes).toStrictEqual([
      rootOf(KNOWN_LEAVES.slice(0, 4)),
      rootOf(KNOWN_LEAVES.slice(4, 6)),
      rootOf(KNOWN_LEAVES.slice(6, 7)),
    ]));

  it('goes on after it was written down', () =>
    fc.assert(
      fc.property(manyLeaves(), manyLeaves(), (before, after) => {
        const { size, hashes } = JSON.parse(JSON.stringify(grown(before))) as Frontier;
        expect(after.reduce(appendLeaf, frontierOf(size, hashes)!)).toStrictEqual(grown([...before, ...after]));
      }),
    ));

  it('counts beyond what fits into 32 bits', () => {
    const hashes = Array.from({ length: 33 }, (_, n) => leafHash(n.toString().padStart(2, '0')));
    const { size, hashes: merged } = appendLeaf(frontierOf(2 ** 33 - 1, hashes)!, 'ff');
    expect([size, merged.length]).toStrictEqual([2 ** 33, 1]);
  });

  it.each([
    ['too few hashes', 3, [leafHash('')]],
    ['too many', 1, [leafHash(''), leafHash('')]],
    ['what is shorter than a hash', 1, ['00']],
    ['what is longer', 1, [`${leafHash('')}00`]],
    ['what has other letters', 1, [leafHash('').toUpperCase()]],
    ['no natural number of leaves', 1.5, [leafHash('')]],
    ['a negative one', -1, [leafHash(''), leafHash('')]],
    ['more than can be counted', 2 ** 53, [leafHash('')]],
  ])('is not made of %s', (_, size, hashes) => expect(frontierOf(size, hashes)).toBeUndefined());
});
