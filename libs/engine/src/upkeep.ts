import type { UpkeepEvent } from '@edict/directives';
import { categoryOf, idOf, Rejection, type Command } from '@edict/kernel';
import type { EventStore, Recorded, Release, Views } from '@edict/runtime';

import { SAGAS } from './catalogue.ts';
import { DELIVERIES } from './deliveries.ts';

/** What is said of one who follows the log, for that one alone. */
export const releasing = (store: EventStore, name: string) => ({
  store,
  said: ({ stream, type, data }: Recorded): Release | undefined =>
    type === 'StreamReleased' && stream === `upkeep-${name}` ? (data as unknown as UpkeepEvent['data']) : undefined,
});

/** Who may pass over an event: each only adds to the log. Of what is made of the log nothing is left out, whoever says so. */
const PASSING: readonly string[] = [...SAGAS.map(([{ name }]) => name), DELIVERIES];

/** What is not parked is not released: the log does not know it, so it is asked of whoever keeps how far they got. */
export const assertParked = async (views: Pick<Views, 'progress'>, { stream, type, data }: Command): Promise<void> => {
  if (type !== 'ReleaseStream' || categoryOf(stream) !== 'upkeep') return;
  const [said, name] = [data as UpkeepEvent['data'], idOf(stream)];
  const { parked } = await views.progress(name);
  if (!parked.some((each) => each.stream === said.stream))
    throw new Rejection('upkeep/not-parked', 'That stream is not parked there, or not any more.');
  if (said.how === 'skip' && !PASSING.includes(name))
    throw new Rejection('upkeep/not-skipped', 'What is made of the log passes over nothing: have it tried again.');
};
