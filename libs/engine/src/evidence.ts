import { Rejection } from '@edict/kernel';
import type { Position, Recorded } from '@edict/runtime';
import { GrowingTree, parseCheckpoint, type Checkpoint, type Evidence, type SealedEvent } from '@edict/seal';

import type { Ports } from './engine.ts';
import { sightOf } from './sight.ts';
import { seesAll, type Viewer } from './viewer.ts';

type EvidencePorts = Pick<Ports, 'store' | 'views' | 'anchor' | 'ceiling'>;

/** `undefined`: there is no such stream, or the viewer may not read it. */
export type Evident = (viewer: Viewer, stream: string) => Promise<Evidence | undefined>;

/**
 * What somebody needs to check a stream by themselves. Only for who may see everything that is held: where an event stands tells how many
 * there are. The whole log is read once, when first asked, and then what has come since.
 */
export const evidence = ({ store, views, anchor, ceiling }: EvidencePorts): Evident => {
  const log = sealedLog(store);
  return async (viewer, stream) => {
    if (!seesAll(viewer, ceiling))
      throw new Rejection('seal/not-cleared', 'Proofs are for who may see everything that is held here.');
    if (!(await sightOf({ store, views, ceiling }, viewer)(stream))) return undefined;
    const history = await store.read(stream);
    if (history.length === 0) return undefined;
    const { text, checkpoint } = await lastOf(anchor);
    await log.reach(checkpoint.head?.position ?? '');
    const events = history.map((event) => log.sealed(event, checkpoint.frontier.size));
    return { checkpoint: text, stream, events };
  };
};

const lastOf = async (anchor: Ports['anchor']): Promise<Readonly<{ text: string; checkpoint: Checkpoint }>> => {
  const text = await anchor.read();
  if (text === undefined) throw new Rejection('seal/not-here', 'The seal is kept by the process that follows the log.');
  const parsed = parseCheckpoint(text);
  if ('reason' in parsed) throw new Error(parsed.reason);
  return { text, checkpoint: parsed.checkpoint };
};

/** The tree over the log, as far as it has been read here, and where each event stands in it. */
const sealedLog = (store: Ports['store']) => {
  const tree = new GrowingTree();
  const positions: Position[] = [];
  let reading: Promise<void> = Promise.resolve();

  const reached = (): Position => positions.at(-1) ?? '';

  const readOn = async (position: Position): Promise<void> => {
    if (reached() >= position) return;
    const stop = new AbortController();
    for await (const { events, live } of store.follow(reached(), stop.signal)) {
      for (const event of events) {
        tree.append(event.meta['hash'] ?? '');
        positions.push(event.position);
      }
      if (live || reached() >= position) stop.abort();
    }
  };

  return {
    /** One after the other, or both would count the same events. */
    reach(position: Position): Promise<void> {
      reading = reading.catch(() => undefined).then(() => readOn(position));
      return reading;
    },
    sealed({ revision, id, type, data, meta, position }: Recorded, size: number): SealedEvent {
      const index = placeOf(positions, position);
      const isSealed = index >= 0 && index < size && size <= tree.size;
      const proof = isSealed ? tree.prove(index, size) : [];
      return { revision, id, type, data, meta, index: isSealed ? index : null, proof };
    },
  };
};

/** Positions only grow. */
const placeOf = (positions: readonly Position[], position: Position): number => {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return positions[low] === position ? low : -1;
};
