import {
  canonical,
  lookup,
  refuse,
  unreachable,
  type Context,
  type Decider,
  type Instant,
  type Lookup,
  type Lookups,
  type Refused,
  type Sent,
} from '@edict/kernel';

import { isRegistrar } from '../capacity.ts';
import { following } from '../unit/heirs.ts';
import { unit } from '../unit/unit.decider.ts';
import type { Given, Manifest, Plan, SuccessionCommand, SuccessionEvent, Tally } from './succession.messages.ts';
import { isCircular, objection, plan, type Decision } from './succession.plan.ts';
import { alarms, effectOf, evolve, initialState, type Succession } from './succession.state.ts';

export { effectOf, endingIn, isPerItem, type Succession } from './succession.state.ts';

/** In law it is in effect from its moment on, whether or not that has been noticed yet: what comes after is for another succession. */
const tookEffect = (state: Succession, now: Instant): Refused<never> | undefined => {
  const moment = effectOf(state);
  return state.effectiveAt !== null || (moment !== null && moment <= now)
    ? refuse('succession/took-effect', 'It has taken effect: what follows is another succession.')
    : undefined;
};

const nameSuccessor = ({ to, basis, units }: Given<'NameSuccessor'>, state: Succession, { now }: Context): Decision => {
  const { plan } = state;
  if (plan!.to === to) return [];
  const late = tookEffect(state, now);
  if (late) return late;
  if (!units[to]?.value) return refuse('unit/unknown', `No unit ${to} is registered.`);
  const { successor: _, ...known } = plan!;
  const no = objection({ ...known, to }) ?? isCircular({ ...known, to }, units);
  return no ?? [{ type: 'SuccessorNamed', data: { to, basis } }];
};

const fixDay = (data: Given<'FixEffectiveDay'>, state: Succession, { now }: Context): Decision => {
  if (state.plan?.effectiveOn === data.on) return [];
  return tookEffect(state, now) ?? [{ type: 'EffectiveDayFixed', data }];
};

const withdraw = (data: Given<'WithdrawSuccession'>, state: Succession, { now }: Context): Decision =>
  tookEffect(state, now) ?? [{ type: 'SuccessionWithdrawn', data }];

/**
 * Of two that were planned in one moment neither could know of the other: what would go round is called off on its day. Both may be, where
 * their days come at once: a note does not say whether what it tells of has taken effect, and none may stay that closes a circle.
 */
const takeEffect = (data: Given<'TakeEffect'>, state: Succession, { now }: Context): Decision => {
  const { effectiveAt, units = {} } = data;
  if (state.effectiveAt || effectOf(state) !== effectiveAt || now < effectiveAt) return [];
  const circle = isCircular(state.plan!, units);
  if (circle) return [{ type: 'SuccessionWithdrawn', data: { reason: circle.rejection.message } }];
  const { from, to, kind, effectiveOn } = state.plan!;
  return [{ type: 'SuccessionTookEffect', data: { from, to, kind, effectiveOn: effectiveOn!, effectiveAt } }];
};

/** Once: whoever had it in hand may have acted on the first word. */
const decideHolding = (data: Given<'DecideHolding'>, { plan, effectiveAt, decided }: Succession): Decision => {
  const { holding, to, reason, units } = data;
  if (!effectiveAt) return refuse('succession/not-yet', 'It has not taken effect.');
  if (plan!.kind === 'split' && to !== plan!.to)
    return refuse('succession/other-successor', `This part of the split goes to ${plan!.to ?? ''}.`);
  const before = decided[holding];
  if (before === to) return [];
  if (before) return refuse('succession/decided', `It was decided: ${before}.`);
  return cannotGet(to, plan!, units) ?? [{ type: 'HoldingDecided', data: { holding, to, reason } }];
};

const cannotGet = (to: string, { from }: Plan, units: Given<'DecideHolding'>['units']) => {
  if (from.includes(to)) return refuse('succession/predecessor', `${to} no longer answers.`);
  return units[to]?.value ? undefined : refuse('unit/unknown', `No unit ${to} is registered.`);
};

const list = (data: Manifest, { effectiveAt, manifest }: Succession): Decision =>
  effectiveAt && !manifest ? [{ type: 'HoldingsListed', data }] : [];

const complete = (data: Tally, { effectiveAt, tally }: Succession): Decision => {
  if (!effectiveAt || (tally && canonical(tally) === canonical(data))) return [];
  const balanced = data.holdings + data.late === data.moved + data.closedMeanwhile;
  return [{ type: 'SuccessionCompleted', data: { ...data, balanced } }];
};

const registrarOnly = ({ actor }: Context) =>
  actor.origin === 'person' && !isRegistrar(actor)
    ? refuse('succession/not-the-registrar', 'Successions are registered in the capacity of a secretariat.')
    : undefined;

const decide = (command: SuccessionCommand, state: Succession, context: Context): Decision => {
  const no = registrarOnly(context);
  if (no) return no;
  if (command.type === 'PlanSuccession') return plan(command.data, state);
  if (!state.plan) return refuse('succession/unknown', 'There is no such succession.');
  if (state.withdrawn) return refuse('succession/withdrawn', 'It was withdrawn.');
  return onPlanned(command, state, context);
};

const onPlanned = (
  command: Exclude<SuccessionCommand, { type: 'PlanSuccession' }>,
  state: Succession,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'NameSuccessor':
      return nameSuccessor(command.data, state, context);
    case 'FixEffectiveDay':
      return fixDay(command.data, state, context);
    case 'WithdrawSuccession':
      return withdraw(command.data, state, context);
    case 'TakeEffect':
      return takeEffect(command.data, state, context);
    case 'ListHoldings':
      return list(command.data, state);
    case 'DecideHolding':
      return decideHolding(command.data, state);
    case 'CompleteSuccession':
      return complete(command.data, state);
    default:
      return unreachable(command);
  }
};

const named = (id: string): Lookup => lookup(`unit-${id}`, unit, (known) => known);

const facts = (command: Sent<SuccessionCommand>, { plan }: Succession): Lookups => {
  if (command.type === 'TakeEffect') return { units: plan?.to ? { [plan.to]: following(plan.to) } : {} };
  if (command.type === 'DecideHolding') return { units: { [command.data.to]: named(command.data.to) } };
  if (command.type === 'NameSuccessor') return { units: { [command.data.to]: following(command.data.to) } };
  if (command.type !== 'PlanSuccession') return {};
  const { from, to } = command.data;
  const predecessors = Object.fromEntries(from.map((id) => [id, named(id)]));
  return { units: { ...predecessors, ...(to === null ? {} : { [to]: following(to) }) } };
};

/** One change of units: planned with or without successor and day, in effect from its day on, complete when nothing is left behind. */
export const succession: Decider<Succession, SuccessionCommand, SuccessionEvent> = {
  category: 'succession',
  origins: {
    PlanSuccession: ['person', 'saga'],
    NameSuccessor: ['person'],
    FixEffectiveDay: ['person'],
    WithdrawSuccession: ['person'],
    TakeEffect: ['ring'],
    ListHoldings: ['saga'],
    DecideHolding: ['person'],
    CompleteSuccession: ['saga'],
  },
  initialState,
  decide,
  evolve,
  alarms,
  facts,
};
