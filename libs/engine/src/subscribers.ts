import { categoryOf } from '@edict/kernel';
import {
  activate,
  ALARM,
  alarmKeeper,
  Histories,
  laned,
  projector,
  QueueUnavailable,
  sagaRunner,
  tableOf,
  type Execute,
  type Recorded,
  type Subscriber,
  type WorkQueue,
} from '@edict/runtime';

import { DECIDERS, PROJECTIONS, SAGAS } from './catalogue.ts';
import { deliverer, DELIVERIES, sender } from './deliveries.ts';
import type { Ports } from './engine.ts';
import { crewOf, type Crew } from './led.ts';
import { mover } from './succession/mover.ts';
import { releasing } from './upkeep.ts';

export type Working = Readonly<{
  subscribers: readonly Subscriber[];
  /** Who works in other processes: how far they are, is asked all the same. */
  others: readonly Followed[];
  crew: Crew;
}>;

/** Somebody who follows the log, wherever that is. */
export type Followed = Pick<Subscriber, 'name' | 'reached'>;

/** Who moves what is held when units follow one another. */
const MOVER = 'succession';

/** Streams that are worked on side by side, unless somebody wants the same order every time. */
export const WINDOW = 128;
/** Deliveries at once: whoever receives them has limits too. */
const OUTSIDE = 32;

/** What others do while this process only answers, or works for them. */
export const othersOf = ({ store, views, leases, channels }: Ports): Working => {
  const names = [ALARM.name, ...PROJECTIONS.map(tableOf), ...SAGAS.map(([{ name }]) => name), MOVER];
  const all = channels ? [...names, DELIVERIES] : names;
  const others = all.map((name) => ({ name, reached: async () => (await views.progress(name)).reached }));
  return { subscribers: [], others, crew: crewOf(leases, store) };
};

/** Everything that follows the log, each under a lease of its own. */
export const subscribersOf = async (
  { store, views, leases, window = WINDOW, channels, queue }: Ports,
  execute: Execute,
): Promise<Working> => {
  const crew = crewOf(leases, store);
  const { lease, led } = crew;

  const said = (name: string) => releasing(store, name);
  const alarm = { views, lease: await lease(ALARM.name) };
  const histories = new Histories(store);
  const subscribers = [led(alarmKeeper(DECIDERS, histories, alarm, said(ALARM.name)))];
  for (const view of PROJECTIONS)
    subscribers.push(led(projector(view, views, await lease(tableOf(view)), said(tableOf(view)))));
  for (const [saga, of] of SAGAS) {
    const since = await activate(saga.name, { store, execute });
    const handle = sagaRunner(saga, of, since, { store, execute, window, histories });
    const concerns = ({ stream }: Recorded) => categoryOf(stream) === of.category;
    const lanes = { window, releasing: said(saga.name), concerns };
    subscribers.push(led(laned({ views, lease: await lease(saga.name) }, handle, lanes)));
  }
  subscribers.push(
    led(mover({ store, histories, views, lease: await lease(MOVER), execute, window, releasing: said(MOVER) })),
  );
  if (!channels) return { subscribers, others: [], crew };
  const since = await activate(DELIVERIES, { store, execute });
  const handle = deliverer({ store, execute, channels, since, handOn: handerOn(queue) });
  const lanes = { window: Math.min(window, OUTSIDE), releasing: said(DELIVERIES) };
  subscribers.push(led(laned({ views, lease: await lease(DELIVERIES) }, handle, lanes)));
  return { subscribers, others: [], crew };
};

/** What of the work of others this process does, where the queue hands it on. */
export const worksOf = ({ store, channels }: Ports, execute: Execute): Works =>
  channels ? { [DELIVERIES]: sender({ store, execute, channels }) } : {};

/** What is done with what the queue hands to this process, by the kind of work; it is told when the process is to end. */
export type Works = Readonly<Record<string, (id: string, signal: AbortSignal) => Promise<void>>>;

/** What the queue loses is missed after a while, and tried again. */
const handerOn =
  (queue: WorkQueue | undefined) =>
  async (stream: string): Promise<boolean> => {
    if (!queue || queue.trouble()) return false;
    try {
      await queue.hand(DELIVERIES, [stream]);
      return true;
    } catch (error) {
      if (error instanceof QueueUnavailable) return false;
      throw error;
    }
  };
