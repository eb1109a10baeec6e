import { lookup, type Evolver, type Instant, type Lookup } from '@edict/kernel';

import { notesOn } from '../unit/heirs.ts';
import { unitNamed } from '../unit/unit.decider.ts';
import type { Registered } from '../unit/unit.state.ts';
import type { Line, SuccessionEvent } from './succession.messages.ts';
import { effectOf, evolve, initialState, type Succession } from './succession.state.ts';

const SUCCESSION: Evolver<Succession, SuccessionEvent> = { initialState, evolve };

type Lookups = Readonly<Record<string, Lookup>>;

/** A unit as it is registered, whoever follows it in its turn, and how far that has come. By their streams. */
export const followed = (id: string): Lookups => ({
  [`unit-${id}`]: {
    ...unitNamed(id),
    leads: (found) =>
      Object.assign(
        {},
        ...notesOn(found as Registered | null).flatMap(({ to, succession }) => [comingFrom(succession), followed(to!)]),
      ) as Lookups,
  },
});

const comingFrom = (id: string): Lookups => ({
  [`succession-${id}`]: lookup(`succession-${id}`, SUCCESSION, (state) => state),
});

/** When it is to take effect; in one moment their names decide, so that whoever asks is told the same. */
type Turn = Readonly<{ stream: string; effectiveAt: Instant }>;

/**
 * Who follows a unit by what has taken effect, or comes before: it is asked of the one that comes last whether it goes round, and those
 * before it need not give way to it.
 */
export const heirsBefore =
  (turn: Turn, line: Line) =>
  (id: string): readonly string[] =>
    notesOn((line[`unit-${id}`]?.value ?? null) as Registered | null).flatMap(({ to, succession }) => {
      const stream = `succession-${succession}`;
      const state = (line[stream]?.value ?? initialState) as Succession;
      return comesBefore({ stream, state }, turn) ? [to!] : [];
    });

const comesBefore = ({ stream, state }: Readonly<{ stream: string; state: Succession }>, turn: Turn): boolean => {
  if (state.effectiveAt) return true;
  const at = effectOf(state);
  return at !== null && (at < turn.effectiveAt || (at === turn.effectiveAt && stream < turn.stream));
};
