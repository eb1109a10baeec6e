import type { Instant } from '@edict/kernel';
import type { EventStore, Position, Recorded, Revision } from '@edict/runtime';

/** That something happened, and where: enough to know what to ask for again. `left`: which units had it until then, where it was given to another. */
export type Change = Readonly<{
  position: Position;
  stream: string;
  revision: Revision;
  type: string;
  at: Instant;
  left?: readonly string[];
}>;

/** `position`: how far the log has been read with them. */
export type Changes = Readonly<{ changes: readonly Change[]; position: Position }>;

type From = Readonly<{ store: EventStore; waitFor(position: Position, ms: number): Promise<boolean> }>;

/** A view that stands still holds nobody up for longer. */
const LONGEST_WAIT_MS = 10_000;

/** The log as it goes on, each part of it when it can be read from the views. Who may know of a change, a `Reading` says. */
export const changesOf = ({ store, waitFor }: From) =>
  async function* (after: Position, signal: AbortSignal): AsyncGenerator<Changes> {
    for await (const { events, position } of store.follow(after, signal)) {
      await waitFor(position, LONGEST_WAIT_MS);
      yield { changes: events.map(changeOf), position };
    }
  };

const changeOf = ({ position, stream, revision, type, data, meta }: Recorded): Change => ({
  position,
  stream,
  revision,
  type,
  at: meta['recordedAt'] as Instant,
  ...(Object.hasOwn(PASSING, type) ? { left: PASSING[type]!(data as never) } : {}),
});

/** Whoever has it no more, by its row, is told of this once all the same. */
const PASSING: Readonly<Record<string, (data: never) => readonly string[]>> = {
  TaskReassigned: ({ from }: Readonly<{ from: string }>) => [from],
  TaskTransferred: ({ from }: Readonly<{ from: readonly string[] }>) => from,
  MatterHandedOver: ({ from }: Readonly<{ from: Readonly<{ unit: string }> }>) => [from.unit],
  MatterTransferred: ({ from }: Readonly<{ from: readonly string[] }>) => from,
};
