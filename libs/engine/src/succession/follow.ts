import {
  endingIn,
  HOLDABLE,
  isHoldable,
  isObligation,
  isPerItem,
  manifestHash,
  succession,
  type Held,
  type Holdable,
  type Holding,
  type SuccessionEvent,
  type SuccessionPlan,
} from '@edict/directives';
import { canonical, categoryOf, idOf, type Happened, type Message } from '@edict/kernel';
import type { AnyDecider, EventStore, Histories, Recorded } from '@edict/runtime';
import { happened, pure } from '@edict/runtime';

import type { Draft } from './draft.ts';
import type { HoldingRow, ItemRow, RunRow } from './tables.ts';

const REMEMBERED = 20_000;

/** `histories`: as others who follow the log have them at hand. */
type Logged = Readonly<{ store: EventStore; histories: Histories }>;
type Known = Readonly<{ revision: number; state: unknown }>;

/** What each event says of who holds what, event by event in the order of the log. */
export const follower = ({ store, histories }: Logged) => {
  const known = new Map<string, Known>();

  /** The state of the event's stream after it: from the one before if it is at hand, from the stream if not. */
  const stateAfter = async (event: Recorded, of: AnyDecider): Promise<unknown> => {
    const before = known.get(event.stream);
    const follows = event.revision === (before?.revision ?? -1) + 1;
    const missing = follows ? [event] : await histories.upTo(event);
    const last = follows && before ? before.state : of.initialState;
    const said = missing.map(happened);
    const state = pure(() => said.reduce((state, each) => of.evolve(state, each), last));
    if (known.size > REMEMBERED) known.clear();
    known.set(event.stream, { revision: event.revision, state });
    return state;
  };

  return async (event: Recorded, draft: Draft): Promise<void> => {
    const category = categoryOf(event.stream);
    if (category === 'succession') {
      await stateAfter(event, succession); // what nobody can fold is parked before anything follows from it
      return onSuccession(happened(event) as Happened<SuccessionEvent>, draft);
    }
    if (!isHoldable(category)) return;
    const { of, held } = HOLDABLE[category];
    await onHoldable({ store, event }, held(await stateAfter(event, of)), draft);
  };
};

const rowsOf = (stream: string, held: Held): readonly HoldingRow[] =>
  Object.entries(held).map(([unit, roles]) => ({ stream, unit, roles: canonical(roles) }));

type Occasion = Readonly<{ store: EventStore; event: Recorded }>;

const onHoldable = async (occasion: Occasion, held: Held, draft: Draft): Promise<void> => {
  const { stream } = occasion.event;
  const before = await draft.holders(stream);
  const after = rowsOf(stream, held);
  if (canonical(before) !== canonical(after)) draft.setHolders(stream, after);
  const units = new Set([...before, ...after].map(({ unit }) => unit));
  for (const run of draft.runs.values())
    if (endingOf(run).some((unit) => units.has(unit))) await settle(occasion, run, draft, rolesOf(held, run));
};

/** In what roles the predecessors have to do with something. */
const rolesOf = (held: Held, run: RunRow): readonly string[] => endingOf(run).flatMap((unit) => held[unit] ?? []);

/** What a predecessor holds after all is late, and to be moved as well; what none of them holds any more is settled. */
const settle = async (occasion: Occasion, run: RunRow, draft: Draft, roles: readonly string[]): Promise<void> => {
  const { event } = occasion;
  const item = await draft.item(run.succession, event.stream);
  if (item?.outcome === 'open') {
    if (roles.length === 0) draft.setItem({ ...item, outcome: isBy(event, run) ? 'moved' : 'closed' });
  } else if (roles.length > 0) {
    const isBack = item !== undefined && (await comesBack(occasion, run, draft, roles));
    arrive(event, run, draft, { item, isBack });
  }
};

const comesBack = async (occasion: Occasion, run: RunRow, draft: Draft, roles: readonly string[]): Promise<boolean> =>
  isTransfer(occasion.event) && leadsBack(run, draft.runs) && isNothingNew(occasion, run, roles);

/** Whether those that follow one another after it come to its predecessors again: such a circle is refused, unless two were planned at once. */
const leadsBack = (run: RunRow, runs: Draft['runs']): boolean => {
  const line = run.to === null ? [] : [run.to];
  for (const unit of line)
    for (const next of runs.values())
      if (next.to !== null && endingOf(next).includes(unit) && !line.includes(next.to)) line.push(next.to);
  return endingOf(run).some((unit) => line.includes(unit));
};

/** Whether this succession has moved all these roles from its predecessors before. */
const isNothingNew = async ({ store, event }: Occasion, run: RunRow, roles: readonly string[]): Promise<boolean> => {
  const { of, held } = HOLDABLE[categoryOf(event.stream) as Holdable];
  const decider = of as unknown as AnyDecider;
  const moved = new Set<string>();
  let state = decider.initialState;
  for (const each of await store.read(event.stream)) {
    if (each.revision >= event.revision) break;
    if (isBy(each, run)) for (const role of rolesOf(held(state), run)) moved.add(role);
    state = decider.evolve(state, happened(each));
  }
  return roles.every((role) => moved.has(role));
};

type Arrival = Readonly<{ item: ItemRow | undefined; isBack: boolean }>;

/** What a transfer brings back in a circle waits for a decision, or successions would hand it to one another for ever. */
const arrive = (event: Recorded, run: RunRow, draft: Draft, { item, isBack }: Arrival): void => {
  const { succession } = run;
  const { stream } = event;
  const heir = heirOf(stream, run);
  const isDecided = isBack && isObligation(categoryOf(stream));
  // Nobody decides on a membership: the one that ends is ended, the other stays where it was brought.
  if (isBack && !isDecided && heir !== '') return;
  const late = { succession, stream, arrival: 'late', ...item };
  draft.setItem({ ...late, outcome: 'open', to: isDecided ? null : heir, cause: event.id });
};

const isBy = (event: Recorded, { succession }: RunRow): boolean => bySuccession(event) === succession;

const isTransfer = (event: Recorded): boolean => bySuccession(event) !== undefined;

const bySuccession = ({ data }: Recorded): unknown => (data as Readonly<Record<string, unknown>>)['succession'];

/** `''`: nobody. What is split is decided one by one, but every part of a member is a member. */
const heirOf = (stream: string, { kind, to }: RunRow): string | null => {
  if (!isObligation(categoryOf(stream))) return to ?? '';
  return isPerItem({ kind: kind as SuccessionPlan['kind'], to }) ? null : to;
};

export const endingOf = ({ from, to }: RunRow): readonly string[] =>
  endingIn({ from: JSON.parse(from) as string[], to });

const onSuccession = async (event: Happened<SuccessionEvent>, draft: Draft): Promise<void> => {
  const succession = idOf(event.stream);
  if (event.type === 'SuccessionTookEffect') return tookEffect(succession, event, draft);
  const run = draft.runs.get(succession);
  if (run) await inEffect(run, event, draft);
};

const inEffect = async (run: RunRow, event: Happened<SuccessionEvent>, draft: Draft): Promise<void> => {
  if (event.type === 'HoldingsListed') draft.setRun({ ...run, listed: 1 });
  if (event.type === 'HoldingsCounted' || event.type === 'SuccessionCompleted')
    draft.setRun({ ...run, completed: canonical({ ...event.data, by: event.id }) });
  if (event.type === 'HoldingDecided') {
    const item = await draft.item(run.succession, event.data.holding);
    if (item?.outcome === 'open') draft.setItem({ ...item, to: event.data.to, cause: event.id });
  }
};

type TookEffect = Extract<SuccessionEvent, { type: 'SuccessionTookEffect' }>;

/** The cut: what the predecessors hold here, before anything else happens, is what is to be moved. */
const tookEffect = async (
  succession: string,
  { id, data }: Happened<Message> & TookEffect,
  draft: Draft,
): Promise<void> => {
  const { from, to, kind, effectiveOn, effectiveAt } = data;
  const held = new Map<string, Record<string, readonly string[]>>();
  for (const unit of endingIn(data))
    for (const row of await draft.heldBy(unit))
      held.set(row.stream, { ...held.get(row.stream), [unit]: JSON.parse(row.roles) as string[] });
  const holdings: Holding[] = [...held].map(([stream, of]) => ({ stream, held: of }));
  const listed = holdings.filter(({ stream }) => isObligation(categoryOf(stream)));
  const run: RunRow = {
    ...{ succession, from: canonical(from), to, kind, effectiveOn, effectiveAt, cause: id, listed: 0, completed: null },
    manifest: canonical({ count: listed.length, byCategory: byCategory(listed), hash: manifestHash(listed) }),
  };
  draft.setRun(run);
  for (const { stream } of holdings)
    draft.setItem({ succession, stream, arrival: 'cut', outcome: 'open', to: heirOf(stream, run), cause: id });
};

const byCategory = (holdings: readonly Holding[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { stream } of holdings) counts[categoryOf(stream)] = (counts[categoryOf(stream)] ?? 0) + 1;
  return counts;
};
