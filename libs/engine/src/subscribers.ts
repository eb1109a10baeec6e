import {
  activate,
  alarmKeeper,
  Histories,
  laned,
  projector,
  sagaRunner,
  tableOf,
  type Execute,
  type Subscriber,
} from '@edict/runtime';

import { DECIDERS, PROJECTIONS, SAGAS } from './catalogue.ts';
import type { Ports } from './engine.ts';
import { crewOf, type Crew } from './led.ts';
import { mover } from './succession/mover.ts';

/** Everything that follows the log, each under a lease of its own. */
export const subscribersOf = async (
  { store, views, leases, window = 32 }: Ports,
  execute: Execute,
): Promise<Readonly<{ subscribers: readonly Subscriber[]; crew: Crew }>> => {
  const crew = crewOf(leases, store);
  const { lease, led } = crew;

  const subscribers = [led(alarmKeeper(DECIDERS, store, views, await lease('alarm')))];
  for (const view of PROJECTIONS) subscribers.push(led(projector(view, views, await lease(tableOf(view)))));
  const histories = new Histories(store);
  for (const [saga, of] of SAGAS) {
    const since = await activate(saga.name, { store, execute });
    const handle = sagaRunner(saga, of, since, { store, execute, window, histories });
    subscribers.push(led(laned({ views, lease: await lease(saga.name) }, handle, window)));
  }
  subscribers.push(led(mover({ store, views, lease: await lease('succession'), execute, window })));
  return { subscribers, crew };
};
