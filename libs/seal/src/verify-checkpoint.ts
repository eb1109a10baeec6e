import { originOf, parseCheckpoint, type Checkpoint, type Head } from './checkpoint.ts';
import { appendLeaf, emptyFrontier, rootOfFrontier } from './frontier.ts';
import type { Hash } from './hash.ts';
import type { LogRow } from './stored-event.ts';

/** Compares the beginning of a log, as many events as were sealed, with what was sealed. */
export type CheckpointVerifier = Readonly<{
  head: Head | undefined;
  take(row: LogRow, hash: Hash | undefined): void;

  /** To be asked after the last event. */
  problem(): string | undefined;
}>;

export const checkpointVerifier = (text: string | undefined, installation: string): CheckpointVerifier => {
  if (text === undefined) return saying(undefined);
  const parsed = parseCheckpoint(text);
  if ('reason' in parsed) return saying(parsed.reason);
  const { origin } = parsed.checkpoint;
  return origin === originOf(installation)
    ? comparingWith(parsed.checkpoint)
    : saying(`The checkpoint is of another log: ${origin}, not ${originOf(installation)}.`);
};

const saying = (problem: string | undefined): CheckpointVerifier => ({
  head: undefined,
  take: () => undefined,
  problem: () => problem,
});

const comparingWith = (checkpoint: Checkpoint): CheckpointVerifier => {
  const { head, frontier: sealed } = checkpoint;
  let frontier = emptyFrontier;
  let last: LogRow | undefined;
  return {
    head,
    take(row, hash) {
      if (frontier.size === sealed.size) return;
      frontier = appendLeaf(frontier, hash ?? '');
      last = row;
    },
    problem() {
      if (frontier.size < sealed.size) return tooShort(checkpoint, frontier.size, last);
      if (rootOfFrontier(frontier) !== checkpoint.root)
        return `The first ${sealed.size} events are not those that were sealed.`;
      return head && last && !isAt(head, last) ? elsewhere(head, last) : undefined;
    },
  };
};

const tooShort = ({ frontier, head }: Checkpoint, count: number, last: LogRow | undefined): string =>
  `The log ends after ${count} events${last ? ` at position ${last.position}` : ''}, ` +
  `but ${frontier.size} events up to position ${head?.position} were sealed.`;

/** A position that was counted is compared as a number: it may be written with leading zeros. */
const isAt = (head: Head, { position, stream, revision }: LogRow): boolean =>
  head.stream === stream &&
  head.revision === revision &&
  (typeof position === 'number' ? Number(head.position) === position : head.position === position);

const elsewhere = (head: Head, { position, stream, revision }: LogRow): string =>
  `The last event that was sealed is ${stream}@${revision} at position ${position}, ` +
  `not ${head.stream}@${head.revision} at position ${head.position}.`;
