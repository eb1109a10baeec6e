import { categoryOf, type Decider, type Happened, type Message } from '@edict/kernel';

import { HOLDABLE, isHoldable, isObligation, manifestHash, type Held, type Holding } from './holdings.ts';
import { succession } from './succession.decider.ts';
import type { Count, SuccessionEvent } from './succession.messages.ts';
import { endingIn, initialState, type Succession } from './succession.state.ts';

/** `at`: the event by which it went, as `stream@revision`. */
export type Item = Readonly<{
  holding: string;
  held: Held;
  arrival: 'cut' | 'late';
  outcome: Outcome;
  at: string | null;
}>;
type Outcome = 'open' | 'moved' | 'closedMeanwhile';

/** What anybody can make of the log for himself: every thing that the predecessors held, and where it went. */
export type Conservation = Readonly<{
  succession: string;
  from: readonly string[];
  to: string | null;
  effectiveOn: string | null;
  /** The event that is the cut; `null`: it has not taken effect. */
  cut: string | null;
  manifestHash: string | null;
  /** Whether the list that was made when it happened is this one. */
  manifestAgrees: boolean | null;
  items: readonly Item[];
  tally: Count;
  /** holdings ∪ late = moved ⊎ closed meanwhile, and nothing is left open. */
  balanced: boolean;
}>;

/** An event with its place in its stream: the first is 0. */
export type Placed = Readonly<{ event: Happened<Message>; revision: number }>;

/**
 * Recomputes what became of a succession from the log alone, event by event in its order. It shares with the machine that did the moving
 * only what the deciders say, none of its tables.
 */
export const conservation = (id: string) => {
  const stream = `succession-${id}`;
  const states = new Map<string, unknown>();
  const held = new Map<string, Held>();
  const items = new Map<string, Item>();
  let state: Succession = initialState;
  let cut: string | null = null;

  const ending = (): readonly string[] => (cut === null || !state.plan ? [] : endingIn(state.plan));

  const ofSuccession = ({ event, revision }: Placed): void => {
    state = succession.evolve(state, event as SuccessionEvent);
    if (event.type !== 'SuccessionTookEffect') return;
    cut = `${stream}@${revision}`;
    for (const [holding, of] of held) {
      const own = part(of, ending());
      if (own) items.set(holding, { holding, held: own, arrival: 'cut', outcome: 'open', at: null });
    }
  };

  const ofHoldable = (placed: Placed): void => {
    const { event } = placed;
    const { of, held: heldIn } = HOLDABLE[categoryOf(event.stream) as keyof typeof HOLDABLE];
    const decider = of as unknown as Decider<unknown, Message, Message>;
    const next = decider.evolve(states.get(event.stream) ?? decider.initialState, event);
    states.set(event.stream, next);
    const now = heldIn(next);
    held.set(event.stream, now);
    const item = itemAfter(items.get(event.stream), placed, part(now, ending()), id);
    if (item) items.set(event.stream, item);
  };

  return {
    add(placed: Placed): void {
      const { stream: of } = placed.event;
      if (of === stream) ofSuccession(placed);
      else if (isHoldable(categoryOf(of)) && isObligation(categoryOf(of))) ofHoldable(placed);
    },
    proof: (): Conservation => proofOf(id, state, cut, [...items.values()]),
  };
};

/** What of it is with these units; `undefined`: nothing. */
const part = (held: Held, units: readonly string[]): Held | undefined => {
  const own = units.filter((unit) => held[unit] !== undefined);
  return own.length === 0 ? undefined : Object.fromEntries(own.map((unit) => [unit, held[unit]!]));
};

const itemAfter = (
  item: Item | undefined,
  { event, revision }: Placed,
  own: Held | undefined,
  id: string,
): Item | undefined => {
  if (own) return arrived(event.stream, own, item);
  if (item?.outcome !== 'open') return undefined;
  const isMoved = (event.data as Readonly<Record<string, unknown>>)['succession'] === id;
  return { ...item, outcome: isMoved ? 'moved' : 'closedMeanwhile', at: `${event.stream}@${revision}` };
};

/** What comes back keeps the roles in which it was found first: the list of the cut is made of them. */
const arrived = (holding: string, held: Held, before: Item | undefined): Item => ({
  holding,
  held: before?.held ?? held,
  arrival: before?.arrival ?? 'late',
  outcome: 'open',
  at: null,
});

const saidIn = ({ plan }: Succession) => ({
  from: plan?.from ?? [],
  to: plan?.to ?? null,
  effectiveOn: plan?.effectiveOn ?? null,
});

const proofOf = (id: string, state: Succession, cut: string | null, items: readonly Item[]): Conservation => {
  const cutItems: readonly Holding[] = items
    .filter(({ arrival }) => arrival === 'cut')
    .map(({ holding, held }) => ({ stream: holding, held }));
  const hash = cut === null ? null : manifestHash(cutItems);
  return {
    succession: id,
    ...saidIn(state),
    cut,
    manifestHash: hash,
    manifestAgrees: state.manifest && state.manifest.hash === hash,
    items: items.toSorted((a, b) => (a.holding < b.holding ? -1 : 1)),
    ...talliedFrom(items),
  };
};

/** How many of these went where, and whether that adds up. */
export const talliedFrom = (items: readonly Item[]): Pick<Conservation, 'tally' | 'balanced'> => {
  const count = (is: (item: Item) => boolean) => items.filter(is).length;
  const tally = {
    holdings: count(({ arrival }) => arrival === 'cut'),
    late: count(({ arrival }) => arrival === 'late'),
    moved: count(({ outcome }) => outcome === 'moved'),
    closedMeanwhile: count(({ outcome }) => outcome === 'closedMeanwhile'),
    open: count(({ outcome }) => outcome === 'open'),
  };
  const balanced = tally.open === 0 && tally.holdings + tally.late === tally.moved + tally.closedMeanwhile;
  return { tally, balanced };
};
