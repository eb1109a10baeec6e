import { canonical, sha256 } from '@edict/kernel';

import { matter } from '../matter/matter.decider.ts';
import type { Matter } from '../matter/matter.state.ts';
import { partsIn } from '../matter/matter.transfer.ts';
import { committeeOf } from '../standing-unit/mandate.ts';
import { standingUnit, type StandingUnit } from '../standing-unit/standing-unit.decider.ts';
import { task } from '../task/task.decider.ts';
import type { Task } from '../task/task.state.ts';
import { rolesIn } from '../task/task.transfer.ts';
import { unit, type Registered } from '../unit/unit.decider.ts';

/** By unit: in what roles it has to do with something that is open. */
export type Held = Readonly<Record<string, readonly string[]>>;

const mandateIn = (state: StandingUnit): Held => {
  const committee = committeeOf(state);
  return committee === null ? {} : { [committee]: ['mandate'] };
};

/** Only who is in for as long as is known: whose last day stands has left already. */
const membersIn = (state: Registered | null): Held =>
  Object.fromEntries(
    (state?.membership ?? []).filter(({ until }) => until === null).map((each) => [each.unit, ['member']]),
  );

/** What can be held, who decides on it, and by which command it goes over. Membership of groups goes over too, but nobody answers for it. */
export const HOLDABLE = {
  task: { of: task, held: (state: unknown): Held => rolesIn(state as Task), transfer: 'TransferTask' },
  matter: { of: matter, held: (state: unknown): Held => partsIn(state as Matter), transfer: 'TransferMatter' },
  standingUnit: {
    of: standingUnit,
    held: (state: unknown): Held => mandateIn(state as StandingUnit),
    transfer: 'TransferMandate',
  },
  unit: { of: unit, held: (state: unknown): Held => membersIn(state as Registered | null), transfer: 'MoveMembership' },
} as const;

export type Holdable = keyof typeof HOLDABLE;

export const isHoldable = (category: string): category is Holdable => Object.hasOwn(HOLDABLE, category);

/** Whether somebody answers for it, so that it is listed and counted. */
export const isObligation = (category: string): boolean => category !== 'unit';

/** One thing that predecessors held: its stream, and in what roles each of them. */
export type Holding = Readonly<{ stream: string; held: Held }>;

/** Over the list in the order of the streams: whoever has the log can make it again. */
export const manifestHash = (holdings: readonly Holding[]): string =>
  sha256(
    canonical(holdings.toSorted((a, b) => (a.stream < b.stream ? -1 : 1)).map(({ stream, held }) => [stream, held])),
  );
