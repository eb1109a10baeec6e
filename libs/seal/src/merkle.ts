// The tree is over bytes, and Web Crypto would make all of it asynchronous.
import { hash } from 'node:crypto';

import type { Hash } from './hash.ts';
import { splitOf } from './way-up.ts';

/** RFC 9162, 2.1.1: the head of a tree with nothing in it. */
export const EMPTY_ROOT: Hash = hash('sha256', '');

const sha256 = (hex: string): Hash => hash('sha256', Buffer.from(hex, 'hex'));

/** Throws a `TypeError` on what is not lower-case hex: it would be cut off there, and its hash be that of something else. */
export const leafHash = (leaf: string): Hash => {
  if (!/^(?:[0-9a-f]{2})*$/.test(leaf)) throw new TypeError(`Not hexadecimal: ${leaf}`);
  return sha256(`00${leaf}`);
};

export const nodeHash = (left: Hash, right: Hash): Hash => sha256(`01${left}${right}`);

/** RFC 9162, 2.1.1, word for word. For a log that grows there is `Frontier`. */
export const rootOf = (leaves: readonly string[]): Hash => {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leafHash(leaves[0]!);
  const left = splitOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
};
