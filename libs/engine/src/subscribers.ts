import {
  activate,
  alarmKeeper,
  laned,
  projector,
  sagaRunner,
  tableOf,
  type Execute,
  type Lease,
  type Leases,
  type Subscriber,
} from '@edict/runtime';

import { DECIDERS, PROJECTIONS, SAGAS } from './catalogue.ts';
import type { Ports } from './engine.ts';

const LEASE_MS = 30_000;

/** Everything that follows the log, each under a lease of its own. */
export const subscribersOf = async (
  { store, views, leases, window = 32 }: Ports,
  execute: Execute,
): Promise<Readonly<{ subscribers: readonly Subscriber[]; renew(): Promise<void> }>> => {
  const held: Lease[] = [];
  const lease = async (name: string): Promise<Lease> => {
    const taken = await acquired(leases, name);
    held.push(taken);
    return taken;
  };

  const subscribers = [alarmKeeper(DECIDERS, store, views, await lease('alarm'))];
  for (const view of PROJECTIONS) subscribers.push(projector(view, views, await lease(tableOf(view))));
  for (const [saga, of] of SAGAS) {
    const since = await activate(saga.name, { store, execute });
    const handle = sagaRunner(saga, of, since, { store, execute, window });
    subscribers.push(laned({ views, lease: await lease(saga.name) }, handle, window));
  }

  /** A lease that was lost fences its holder's commits; nothing else is needed here. */
  const renew = async () => {
    for (const each of held) await leases.renew(each, LEASE_MS);
  };
  return { subscribers, renew };
};

const acquired = async (leases: Leases, name: string): Promise<Lease> => {
  const lease = await leases.acquire(name, LEASE_MS);
  if (!lease) throw new Error(`Another process runs ${name}.`);
  return lease;
};
