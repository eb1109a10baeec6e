import {
  canonical,
  categoryOf,
  lookup,
  refuse,
  unreachable,
  type Context,
  type Decider,
  type Evolver,
  type Instant,
  type Lookup,
  type Lookups,
  type Message,
  type Refused,
  type Sent,
} from '@edict/kernel';

import { isRegistrar } from '../capacity.ts';
import { following } from '../unit/heirs.ts';
import { cannotAnswer, unitNamed } from '../unit/unit.decider.ts';
import { HOLDABLE, isHoldable, isObligation, type Holdable } from './holdings.ts';
import type { Count, Given, Manifest, Plan, SuccessionCommand, SuccessionEvent, Tally } from './succession.messages.ts';
import { circleOf, isCircular, objection, plan, type Decision } from './succession.plan.ts';
import { followed, heirsBefore } from './succession.line.ts';
import { alarms, effectOf, endingIn, evolve, initialState, type Succession } from './succession.state.ts';

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
  const { successor: _, ...known } = plan!;
  const no =
    cannotAnswer('to', to, units[to]?.value ?? null) ??
    objection({ ...known, to }) ??
    isCircular({ ...known, to }, units);
  return no ?? [{ type: 'SuccessorNamed', data: { to, basis } }];
};

const fixDay = (data: Given<'FixEffectiveDay'>, state: Succession, { now }: Context): Decision => {
  if (state.plan?.effectiveOn === data.on) return [];
  return tookEffect(state, now) ?? [{ type: 'EffectiveDayFixed', data }];
};

const withdraw = (data: Given<'WithdrawSuccession'>, state: Succession, { now }: Context): Decision =>
  tookEffect(state, now) ?? [{ type: 'SuccessionWithdrawn', data }];

/** Of several that were planned in one moment none could know of the others: on its day the last of those that would go round is called off. */
const takeEffect = (data: Given<'TakeEffect'>, state: Succession, { now, stream }: Context): Decision => {
  const { effectiveAt, line = {} } = data;
  if (state.effectiveAt || effectOf(state) !== effectiveAt || now < effectiveAt) return [];
  const circle = circleOf(state.plan!, heirsBefore({ stream, effectiveAt }, line));
  if (circle) return [{ type: 'SuccessionWithdrawn', data: { reason: circle.rejection.message } }];
  const { from, to, kind, effectiveOn } = state.plan!;
  return [{ type: 'SuccessionTookEffect', data: { from, to, kind, effectiveOn: effectiveOn!, effectiveAt } }];
};

/** Once: whoever had it in hand may have acted on the first word. */
const decideHolding = (data: Given<'DecideHolding'>, { plan, effectiveAt, decided }: Succession): Decision => {
  const { holding, to, reason } = data;
  if (!effectiveAt) return refuse('succession/not-yet', 'It has not taken effect.');
  if (plan!.kind === 'split' && to !== plan!.to)
    return refuse('succession/other-successor', `This part of the split goes to ${plan!.to ?? ''}.`);
  const before = decided[holding];
  if (before === to) return [];
  if (before) return refuse('succession/decided', `It was decided: ${before}.`);
  return cannotGo(data, plan!) ?? [{ type: 'HoldingDecided', data: { holding, to, reason } }];
};

/** Also what was held and is no more, for it has gone over or is done, is nothing to decide on. */
const notHeld = ({ holding, held }: Given<'DecideHolding'>, plan: Plan): Refused<never> | undefined => {
  const predecessors = endingIn(plan);
  const isHeld = held !== null && predecessors.some((unit) => held.value[unit] !== undefined);
  return isHeld
    ? undefined
    : refuse('succession/not-held', `holding: ${holding} is not, or no longer, with ${predecessors.join(', ')}.`);
};

const cannotGo = (data: Given<'DecideHolding'>, plan: Plan): Refused<never> | undefined => {
  const { to, units } = data;
  const no = notHeld(data, plan);
  if (no) return no;
  if (plan.from.includes(to)) return refuse('succession/predecessor', `${to} no longer answers.`);
  return cannotAnswer('to', to, units[to]?.value ?? null);
};

const list = (data: Manifest, { effectiveAt, manifest }: Succession): Decision =>
  effectiveAt && !manifest ? [{ type: 'HoldingsListed', data }] : [];

const wasSaid = (data: Tally | Count, { effectiveAt, tally }: Succession): boolean =>
  !effectiveAt || (tally !== null && canonical(tally) === canonical(data));

const count = (data: Count, state: Succession): Decision =>
  wasSaid(data, state) ? [] : [{ type: 'HoldingsCounted', data }];

const complete = (data: Tally, state: Succession): Decision => {
  if (wasSaid(data, state)) return [];
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
  if (command.type === 'CountHoldings') return count(command.data, state);
  return onPlanned(command, state, context);
};

const onPlanned = (
  command: Exclude<SuccessionCommand, { type: 'PlanSuccession' | 'CountHoldings' }>,
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

const ofHolding = ({ holding, to }: Pick<Given<'DecideHolding'>, 'holding' | 'to'>): Lookups => {
  const category = categoryOf(holding);
  const isDecidedOn = isHoldable(category) && isObligation(category);
  return { units: { [to]: unitNamed(to) }, held: isDecidedOn ? heldIn(holding, category) : null };
};

const heldIn = (stream: string, category: Holdable): Lookup => {
  const { of, held } = HOLDABLE[category];
  return lookup(stream, of as Evolver<unknown, Message>, held);
};

const facts = (command: Sent<SuccessionCommand>, { plan }: Succession): Lookups => {
  if (command.type === 'TakeEffect') return { line: plan?.to ? followed(plan.to) : {} };
  if (command.type === 'DecideHolding') return ofHolding(command.data);
  if (command.type === 'NameSuccessor') return { units: { [command.data.to]: following(command.data.to) } };
  if (command.type !== 'PlanSuccession') return {};
  const { from, to } = command.data;
  const predecessors = Object.fromEntries(from.map((id) => [id, unitNamed(id)]));
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
    CountHoldings: ['saga'],
    CompleteSuccession: ['saga'],
  },
  initialState,
  decide,
  evolve,
  alarms,
  facts,
};
