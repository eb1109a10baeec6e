import { isHash, type Hash } from './hash.ts';

/** The last event under a seal. The position is as its store writes it. */
export type Head = Readonly<{ position: string; stream: string; revision: number; hash: Hash }>;

/** A checkpoint as it is written, nothing of it hashed. `text` is what `sum` is the SHA-256 of; `root` is in base64. */
export type CheckpointLines = Readonly<{
  text: string;
  sum: Hash;
  origin: string;
  size: number;
  root: string;
  head: Head | undefined;
  frontier: readonly Hash[];
}>;

const CHECKED = /^(?<text>.*\n)sha256 (?<sum>[0-9a-f]{64})\n$/s;
const LINES =
  /^(?<origin>edict\/\S+)\n(?<count>\d+)\n(?<root>[A-Za-z\d+/]{43}=)\n(?:head (?<position>\S+) (?<stream>\S+) (?<revision>\d+) (?<hash>[0-9a-f]{64})\nfrontier (?<frontier>[0-9a-f,]+)\n)?$/;

/** The text that has a checksum, and the checksum. `undefined`: it is torn. */
export const checkedPart = (checkpoint: string): Readonly<{ text: string; sum: Hash }> | undefined => {
  const { text, sum } = CHECKED.exec(checkpoint)?.groups ?? {};
  return text !== undefined && sum !== undefined ? { text, sum } : undefined;
};

/** `undefined`: it is no checkpoint. */
export const checkpointLines = (checkpoint: string): CheckpointLines | undefined => {
  const checked = checkedPart(checkpoint);
  const lines = checked && LINES.exec(checked.text)?.groups;
  if (!lines) return undefined;
  const { origin, root, position, stream, revision, hash } = lines;
  const size = Number(lines['count']);
  const frontier = lines['frontier']?.split(',') ?? [];
  if (!isFrontier(size, frontier)) return undefined;
  const head = position ? { position, stream: stream!, revision: Number(revision), hash: hash! } : undefined;
  return { ...checked, origin: origin!, size, root: root!, head, frontier };
};

/** Whether a tree of this size has so many full subtrees: one for each binary one in its size. */
export const isFrontier = (size: number, hashes: readonly string[]): boolean =>
  Number.isSafeInteger(size) && size >= 0 && hashes.length === onesIn(size) && hashes.every(isHash);

const onesIn = (size: number): number => size.toString(2).replaceAll('0', '').length;
