import type { UpkeepEvent } from '@edict/directives';
import { categoryOf, idOf, Rejection, type Command } from '@edict/kernel';
import type { EventStore, Recorded, Release, Views } from '@edict/runtime';

/** What is said of one who follows the log, for that one alone. */
export const releasing = (store: EventStore, name: string) => ({
  store,
  said: ({ stream, type, data }: Recorded): Release | undefined =>
    type === 'StreamReleased' && stream === `upkeep-${name}` ? (data as unknown as UpkeepEvent['data']) : undefined,
});

/** What is not parked is not released: the log does not know it, so it is asked of whoever keeps how far they got. */
export const assertParked = async (views: Pick<Views, 'progress'>, { stream, type, data }: Command): Promise<void> => {
  if (type !== 'ReleaseStream' || categoryOf(stream) !== 'upkeep') return;
  const { parked } = await views.progress(idOf(stream));
  if (!parked.some((each) => each.stream === (data as UpkeepEvent['data']).stream))
    throw new Rejection('upkeep/not-parked', 'That stream is not parked there, or not any more.');
};
