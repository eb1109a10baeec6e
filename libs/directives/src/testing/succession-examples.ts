import { instant, type Fact, type Facts } from '@edict/kernel';
import { at, EVENT_ID, person, saga } from '@edict/kernel/testing';

import type { Held } from '../succession/holdings.ts';
import type { Count, Plan, SuccessionCommand, SuccessionEvent, Tally } from '../succession/succession.messages.ts';
import type { Registered, SuccessionNote } from '../unit/unit.decider.ts';
import { registration } from './issued.ts';

/** A merger of two units, and all that is said of it. */

export const NOW = '2025-06-20T02:00:00.000Z';
export const MIDNIGHT = instant('2025-06-30T17:00:00.000Z');
export const registrar = { ...person('party-office'), capacity: 'secretariat' };
export const by = (actor = registrar, now = NOW) => at(now, actor, now, 'succession-s1');
export const bySaga = by({ ...saga });

/** The others are units. */
const KINDS: Readonly<Record<string, Parameters<typeof registration>[1]>> = {
  provinces: { kind: 'group' },
  'to-be': { kind: 'placeholder' },
};

export const known = (id: string, ...notes: readonly SuccessionNote[]): Registered => {
  const filed = registration(id, KINDS[id] ?? {});
  return { ...filed, filed, notes, renamings: [], parents: [] };
};
export const note = (from: string, to: string, rest: Partial<SuccessionNote> = {}): SuccessionNote => ({
  succession: 'other',
  from: [from],
  to,
  kind: 'merge',
  on: '2025-07-01',
  at: MIDNIGHT,
  ...rest,
});
export const NAMES = ['ministry', 'academy', 'new-ministry', 'third', 'provinces', 'to-be'];
export const units = (...others: readonly Registered[]): Facts<Registered | null> =>
  Object.fromEntries(
    [...NAMES.map((id) => known(id)), ...others].map((each) => [
      each.entry.id,
      { value: each, source: `unit-${each.entry.id}@0` },
    ]),
  );
export const withNobody: Facts<Registered | null> = { ...units(), nobody: { value: null, source: 'unit-nobody@-1' } };

export const merger: Plan = {
  from: ['ministry', 'academy'],
  to: 'new-ministry',
  kind: 'merge',
  effectiveOn: '2025-07-01',
  basis: 'Resolution 1',
  zone: 'Asia/Ho_Chi_Minh',
};
export const split: Plan = { ...merger, from: ['ministry'], to: 'third', kind: 'split' };
export const dissolved: Plan = { ...merger, from: ['ministry'], to: null, kind: 'dissolve' };
export const plan = (data: Partial<Plan> = {}, among = withNobody): SuccessionCommand => {
  const { from, to, ...rest } = { ...merger, ...data };
  const named = [...from, ...(to === null ? [] : [to])];
  const beyond = Object.keys(among).filter((id) => id !== 'nobody' && !NAMES.slice(0, 3).includes(id));
  return {
    type: 'PlanSuccession',
    data: { ...rest, from, to, units: Object.fromEntries([...named, ...beyond].map((id) => [id, among[id]!])) },
  };
};
export const planned = (data: Partial<Plan> = {}): SuccessionEvent => ({
  type: 'SuccessionPlanned',
  data: { ...merger, ...data },
});
export const nameSuccessor = (to: string, among = withNobody): SuccessionCommand => ({
  type: 'NameSuccessor',
  data: { to, basis: 'Resolution 2', units: among },
});
export const successorNamed: SuccessionEvent = { type: 'SuccessorNamed', data: { to: 'third', basis: 'Resolution 2' } };
export const fixDay = (on: string): SuccessionCommand => ({
  type: 'FixEffectiveDay',
  data: { on, basis: 'Resolution 3' },
});
export const dayFixed: SuccessionEvent = {
  type: 'EffectiveDayFixed',
  data: { on: '2025-07-08', basis: 'Resolution 3' },
};
export const withdraw: SuccessionCommand = { type: 'WithdrawSuccession', data: { reason: 'Not adopted' } };
export const withdrawn: SuccessionEvent = { type: 'SuccessionWithdrawn', data: { reason: 'Not adopted' } };
export const takeEffect = (effectiveAt = MIDNIGHT): SuccessionCommand => ({
  type: 'TakeEffect',
  data: { effectiveAt },
});
export const tookEffect = ({ from, to, kind }: Plan = merger): SuccessionEvent => ({
  type: 'SuccessionTookEffect',
  data: { from, to, kind, effectiveOn: '2025-07-01', effectiveAt: MIDNIGHT },
});
export const manifest = { count: 2, byCategory: { task: 2 }, hash: 'a'.repeat(64) };
export const listed: SuccessionEvent = { type: 'HoldingsListed', data: manifest };
export const HELD = `task-${EVENT_ID}`;
export const heldBy = (...names: readonly string[]): Fact<Held> => ({
  value: Object.fromEntries(names.map((id) => [id, ['lead']])),
  source: `${HELD}@3`,
});
export const decide = (to: string, held: Fact<Held> | null = heldBy('ministry')): SuccessionCommand => ({
  type: 'DecideHolding',
  data: { holding: HELD, to, reason: 'It lies there', units: withNobody, held },
});
export const decided = (to: string): SuccessionEvent => ({
  type: 'HoldingDecided',
  data: { holding: HELD, to, reason: 'It lies there' },
});
export const tally: Tally = { holdings: 2, late: 1, moved: 2, closedMeanwhile: 1 };
export const waiting: Count = { holdings: 2, late: 2, moved: 2, closedMeanwhile: 1, open: 1 };
export const count = (data: Count = waiting): SuccessionCommand => ({ type: 'CountHoldings', data });
export const counted: SuccessionEvent = { type: 'HoldingsCounted', data: waiting };
export const complete = (data: Tally = tally): SuccessionCommand => ({ type: 'CompleteSuccession', data });
export const completed: SuccessionEvent = { type: 'SuccessionCompleted', data: { ...tally, balanced: true } };
