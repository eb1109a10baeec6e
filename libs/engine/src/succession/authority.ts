import {
  endedBy,
  HOLDABLE,
  isHoldable,
  isObligation,
  unit,
  type Handover,
  type Registered,
  type SuccessionNote,
} from '@edict/directives';
import { categoryOf, fold, idFrom, Rejection, type Actor, type Command, type Instant } from '@edict/kernel';
import { happened, type AnyDecider, type EventStore, type Execute } from '@edict/runtime';

import { byMover } from './work.ts';

type Ports = Readonly<{ store: EventStore; clock: () => Instant }>;

/**
 * Authority goes over with the moment that the registry names, whether or not what the predecessors held has been moved by then: who has
 * been succeeded acts no more; and what a successor takes in hand is moved to it first.
 */
export const authority =
  ({ store, clock }: Ports, run: Execute) =>
  async (command: Command, { unit: id, origin }: Actor): Promise<void> => {
    if (origin !== 'person') return;
    const now = clock();
    const known = await registered(store, id);
    if (!known) return;
    const ended = endedBy(known, now);
    if (ended) throw new Rejection('unit/succeeded', succeededBy(id, ended));
    const category = categoryOf(command.stream);
    if (!isHoldable(category) || !isObligation(category)) return;
    for (const handover of await handoversTo(known, now, store)) {
      const caller = byMover(idFrom(handover.succession, command.stream), 'in hand', now);
      await run({ stream: command.stream, type: HOLDABLE[category].transfer, data: handover }, caller);
    }
  };

const succeededBy = (id: string, { to, kind, on }: SuccessionNote): string => {
  if (to === null) return `${id} was dissolved on ${on ?? ''}.`;
  return kind === 'split'
    ? `${id} was split on ${on ?? ''}: who gets what it held is decided one by one.`
    : `${id} is succeeded by ${to} since ${on ?? ''}: it acts.`;
};

/** In the order in which they followed each other: a predecessor's predecessor first. */
const handoversTo = async (
  { entry, notes }: Registered,
  now: Instant,
  store: EventStore,
  seen: readonly string[] = [],
): Promise<readonly Handover[]> => {
  const all: Handover[] = [];
  for (const { succession, from, to, on, at } of notes.filter(takesAll(entry.id, now))) {
    const others = from.filter((each) => each !== to && !seen.includes(each));
    for (const each of others) {
      const before = await registered(store, each);
      if (before) all.push(...(await handoversTo(before, now, store, [...seen, entry.id])));
    }
    all.push({ succession, from: others, to: entry.id, effectiveOn: on!, effectiveAt: at! });
  }
  return all;
};

const takesAll =
  (id: string, now: Instant) =>
  ({ to, kind, at }: SuccessionNote): boolean =>
    to === id && kind !== 'split' && at !== null && at <= now;

const registered = async (store: EventStore, id: string): Promise<Registered | null> =>
  fold(unit as unknown as AnyDecider, (await store.read(`unit-${id}`)).map(happened)) as Registered | null;
