import { canonical, refuse, startOf, type Refused } from '@edict/kernel';

import { heirsOf } from '../unit/heirs.ts';
import { cannotAnswer, isCalledOff } from '../unit/unit.decider.ts';
import type { SuccessionNote } from '../unit/unit.messages.ts';
import type { Given, Plan, SuccessionEvent } from './succession.messages.ts';
import type { Succession } from './succession.state.ts';

export type Decision = readonly SuccessionEvent[] | Refused<SuccessionEvent>;

export const plan = ({ units, ...data }: Given<'PlanSuccession'>, { plan: known }: Succession): Decision => {
  if (known)
    return canonical(known) === canonical(data) ? [] : refuse('succession/exists', 'Another one bears this name.');
  const unknown = Object.keys(units).find((id) => units[id]!.value === null);
  if (unknown) return refuse('unit/unknown', `No unit ${unknown} is registered.`);
  const noUnit = data.from.find((id) => units[id]!.value!.entry.kind !== 'unit');
  if (noUnit)
    return refuse('succession/no-unit', `${noUnit} is a class of units, or a place kept for some: each is named.`);
  const no = objection(data) ?? cannotFollow(data, units) ?? isTaken(data, units);
  return no ?? [{ type: 'SuccessionPlanned', data }];
};

/** A successor may be a place kept for a unit that is not there yet. */
const cannotFollow = (plan: Plan, units: Units): Refused<never> | undefined => {
  const { to } = plan;
  if (to === null) return undefined;
  const unit = units[to]?.value ?? null;
  const isKept = unit?.entry.kind === 'placeholder';
  return (isKept ? undefined : cannotAnswer('to', to, unit)) ?? isCircular(plan, units);
};

export const objection = (plan: Plan): Refused<never> | undefined => {
  const { from, to, kind, zone } = plan;
  if (!isZone(zone)) return refuse('succession/zone', `${zone} is no time zone.`);
  const no = predecessorsOf(plan) ?? nobody(plan);
  if (no) return no;
  if (from.length === 1 && from[0] === to) return refuse('succession/itself', 'No unit succeeds itself alone.');
  return kind === 'split' && to === null
    ? refuse('succession/split', 'Each part of a split is a succession of its own, and names its successor.')
    : undefined;
};

/** What is created follows nobody; everything else follows somebody. */
const predecessorsOf = ({ from, kind }: Plan): Refused<never> | undefined => {
  if (kind === 'create')
    return from.length === 0 ? undefined : refuse('succession/predecessors', 'What is created has no predecessor.');
  return from.length === 0 || new Set(from).size < from.length
    ? refuse('succession/predecessors', 'It names at least one predecessor, and each once.')
    : undefined;
};

const nobody = ({ to, successor }: Plan): Refused<never> | undefined =>
  successor !== undefined && to !== null
    ? refuse('succession/successor', `It names ${to}, and says that there is none.`)
    : undefined;

type Units = Given<'PlanSuccession'>['units'];

/** It, and whoever is to follow it, one after the other. */
const lineOf = (first: string, heirs: (unit: string) => readonly string[]): readonly string[] => {
  const line = [first];
  for (const id of line) for (const heir of heirs(id)) if (!line.includes(heir)) line.push(heir);
  return line;
};

/** Or units would hand everything to one another without end, however many stand between them. */
export const isCircular = (plan: Plan, units: Units): Refused<never> | undefined =>
  circleOf(plan, (id) => heirsOf(units[id]?.value ?? null));

export const circleOf = (
  { from, to }: Plan,
  heirs: (unit: string) => readonly string[],
): Refused<never> | undefined => {
  const back = to === null ? undefined : lineOf(to, heirs).find((id) => id !== to && from.includes(id));
  return back === undefined
    ? undefined
    : refuse('succession/circle', `${to ?? ''} is itself succeeded by ${back}, at once or further on.`);
};

/** What goes to two successors is a split, and each part says so. */
const takes = (id: string, note: SuccessionNote): boolean =>
  note.from.includes(id) && note.to !== id && note.on !== null && !isCalledOff(note);

const isTaken = ({ from, to, kind }: Plan, units: Units): Refused<never> | undefined => {
  for (const id of from.filter((each) => each !== to)) {
    const other = units[id]!.value!.notes.find((note) => takes(id, note));
    if (other && (kind !== 'split' || other.kind !== 'split'))
      return refuse('succession/taken', `${id} is succeeded already: ${other.succession}.`);
  }
  return undefined;
};

const isZone = (zone: string): boolean => {
  try {
    return startOf('2025-07-01', zone) !== '';
  } catch {
    return false;
  }
};
