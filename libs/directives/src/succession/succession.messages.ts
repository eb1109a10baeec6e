import type { Fact, Facts, Instant, LocalDate, Message } from '@edict/kernel';

import type { Succession as Filed } from '../document/index.ts';
import type { Prose } from '../prose.ts';
import type { Registered } from '../unit/unit.decider.ts';
import type { Held } from './holdings.ts';
import type { Succession } from './succession.state.ts';

/** Which units follow which. `to` or `effectiveOn` is `null` until somebody knows; nobody ever succeeds what is dissolved without a successor. */
export type Plan = Omit<Filed, 'id' | 'notes'> & Readonly<{ zone: string }>;

/** By stream: units that follow one another, and how far each succession by which they do has come. */
export type Line = Facts<Registered | Succession | null>;

/** What took effect: from `effectiveAt` on, where the day begins in the zone, the successor answers. */
export type Handover = Readonly<{
  succession: string;
  from: readonly string[];
  to: string;
  effectiveOn: LocalDate;
  effectiveAt: Instant;
}>;

/** What each transferred thing keeps of the succession. `from`: those of its predecessors that it was with. */
export type HandedOver = Handover;

/** holdings ∪ late = moved ⊎ closed meanwhile; counted in streams. */
export type Tally = Readonly<{ holdings: number; late: number; moved: number; closedMeanwhile: number }>;

/** As long as something waits there: `open` is what is still with the predecessors. */
export type Count = Tally & Readonly<{ open: number }>;

/** What the predecessors held when the succession took effect: `hash` is over the list in its order, see `manifestHash`. */
export type Manifest = Readonly<{ count: number; byCategory: Readonly<Record<string, number>>; hash: string }>;

export type SuccessionCommand =
  | Message<'PlanSuccession', Plan & { units: Facts<Registered | null> }>
  | Message<'NameSuccessor', { to: string; basis: string; units: Facts<Registered | null> }>
  | Message<'FixEffectiveDay', { on: LocalDate; basis: string }>
  | Message<'WithdrawSuccession', { reason: Prose }>
  /** `line`: whoever follows the successor, looked up when it rings. */
  | Message<'TakeEffect', { effectiveAt: Instant; line?: Line }>
  | Message<'ListHoldings', Manifest>
  /** `held`: by whom it is held now; `null`: it is nothing that is decided on. */
  | Message<
      'DecideHolding',
      { holding: string; to: string; reason: Prose; units: Facts<Registered | null>; held: Fact<Held> | null }
    >
  | Message<'CountHoldings', Count>
  | Message<'CompleteSuccession', Tally>;

export type SuccessionEvent =
  | Message<'SuccessionPlanned', Plan>
  | Message<'SuccessorNamed', { to: string; basis: string }>
  | Message<'EffectiveDayFixed', { on: LocalDate; basis: string }>
  | Message<'SuccessionWithdrawn', { reason: Prose }>
  /** Its own place in the log is the cut: what is held before it is what is to be moved. */
  | Message<
      'SuccessionTookEffect',
      { from: readonly string[]; to: string | null; kind: Plan['kind']; effectiveOn: LocalDate; effectiveAt: Instant }
    >
  | Message<'HoldingsListed', Manifest>
  | Message<'HoldingDecided', { holding: string; to: string; reason: Prose }>
  /** Nothing goes on until somebody decides, or until what cannot be read is mended: of what is split, and of what came late after all. */
  | Message<'HoldingsCounted', Count>
  /** Nothing is left with the predecessors. Again, with other figures, after something came late. */
  | Message<'SuccessionCompleted', Tally & { balanced: boolean }>;

export type Given<Type extends SuccessionCommand['type']> = Extract<SuccessionCommand, { type: Type }>['data'];
