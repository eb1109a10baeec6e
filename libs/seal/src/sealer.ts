import { writeCheckpoint, type Checkpoint, type Head } from './checkpoint.ts';
import { appendLeaf, emptyFrontier, rootOfFrontier } from './frontier.ts';
import { isHash } from './hash.ts';
import { EMPTY_ROOT } from './merkle.ts';

/** A seal that has been begun is the checkpoint it would write. Pure: who seals keeps it, and writes its text outside the database. */
export const sealer = {
  /** Goes on from the last checkpoint. Throws a `RangeError` if that is of another log. */
  begin(checkpoint: Checkpoint | undefined, origin: string): Checkpoint {
    if (!/^edict\/\S+$/.test(origin)) throw new TypeError(`Not the origin of a log: ${origin}`);
    if (!checkpoint) return { origin, frontier: emptyFrontier, root: EMPTY_ROOT, head: undefined };
    if (checkpoint.origin !== origin)
      throw new RangeError(`The checkpoint is of ${checkpoint.origin}, the log of ${origin}.`);
    return checkpoint;
  },

  /** Seals what comes next in the log. What is sealed already is passed over: a batch may come twice. */
  append(seal: Checkpoint, events: readonly Head[]): Checkpoint {
    const fresh = events.filter(({ position }) => position > (seal.head?.position ?? ''));
    const odd = fresh.find((event) => !isSealable(event));
    if (odd) throw new TypeError(`Not an event to be sealed: ${odd.stream}@${odd.revision}, position ${odd.position}`);
    const frontier = fresh.reduce((tree, { hash }) => appendLeaf(tree, hash), seal.frontier);
    return { ...seal, frontier, root: rootOfFrontier(frontier), head: fresh.at(-1) ?? seal.head };
  },

  text: writeCheckpoint,
} as const;

/** What the checkpoint's lines can hold, and give back. */
const isSealable = ({ position, stream, hash }: Head): boolean => isHash(hash) && !/\s/.test(position + stream);
