import type { Batch, EventStore, Recorded, Subscriber } from '@edict/runtime';
import { compareWithLog, originOf, parseCheckpoint, sealer, type Checkpoint, type Head } from '@edict/seal';

import type { Ports } from './engine.ts';

/** The log is not the one that was sealed. Nothing is served from it until a person has looked. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** A checkpoint costs as much for one event as for a hundred. What was written since the last one is sealed at the next start, if need be. */
const REST_MS = 100;

/** Checks the log against the last checkpoint, and then seals it as it grows. Throws `SealBroken`. */
export const openSeal = async ({ store, anchor, installation }: Omit<Ports, 'views'>): Promise<Subscriber> => {
  let seal = sealer.begin(await lastCheckpoint(await anchor.read(), store), originOf(installation));
  if (seal.head === undefined) await anchor.write(sealer.text(seal));
  return {
    name: 'seal',
    restMs: REST_MS,
    reached: async () => seal.head?.position ?? '',
    async handle({ events }: Batch) {
      const next = sealer.append(seal, events.map(headOf));
      if (next.frontier.size === seal.frontier.size) return;
      await anchor.write(sealer.text(next));
      seal = next;
    },
  };
};

const headOf = ({ position, stream, revision, meta }: Recorded): Head => ({
  position,
  stream,
  revision,
  hash: meta['hash'] ?? '',
});

const lastCheckpoint = async (text: string | undefined, store: EventStore): Promise<Checkpoint | undefined> => {
  if (text === undefined) {
    if ((await store.head()) === '') return undefined;
    throw new SealBroken(
      'The checkpoint is missing: nothing shows that this log is whole. It was written before the first event.',
    );
  }
  const parsed = parseCheckpoint(text);
  if ('reason' in parsed) throw new SealBroken(parsed.reason);
  const { head } = parsed.checkpoint;
  const [found] = head ? await store.read(head.stream, head.revision - 1, 1) : [];
  const reason = compareWithLog(parsed.checkpoint, found && { hash: found.meta['hash'] ?? '' }, await store.head());
  if (reason) throw new SealBroken(reason);
  return parsed.checkpoint;
};
