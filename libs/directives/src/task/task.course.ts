import { canonical, dayOf, endOf, refuse, type Context, type Instant } from '@edict/kernel';

import { WHOLE } from '../directive/plan.ts';
import { lacksEvidence } from '../evidence.ts';
import { orNull } from '../or-null.ts';
import { mayAs } from '../permission/permissions.ts';
import { cannotAnswer } from '../unit/unit.decider.ts';
import { dueOn, movedTo, type Deadline } from './deadline-moves.ts';
import type { Deciders } from './task.chapters.ts';
import type { Given } from './task.commands.ts';
import type { Correction, CourseCommand, Ruling } from './task.course.messages.ts';
import type { Decision } from './task.decider.ts';
import { firstNo, issuerOnly, notOver, notSubmitted, notSuspended, performs, type No } from './task.guards.ts';
import { canRule, isFound, isLeadOpen, ruledOn } from './task.rulings.ts';
import { callOccurrence, followInterval, openOccurrence } from './task.occurrences.ts';
import type { Assigned, Unassigned } from './task.state.ts';

const decideFinding = (data: Given<'DecideFinding'>, state: Assigned, context: Context): Decision => {
  const { finding, ruling, reason } = data;
  const evidence = orNull(data.evidence);
  const no = firstNo(
    () => rulesOn(data, state, context),
    () => notOver(state),
    () => notSubmitted(state),
    () => notSuspended(state),
    () => fits(data, state),
  );
  if (no) return no;
  const isNew = ruling.lead !== undefined && ruling.lead !== state.task.unit;
  const assignment = state.assignment + (isNew ? 1 : 0);
  const { zone } = state.task.quiet;
  const since = dayOf(context.occurredAt, zone);
  const decided = withOthersBeside(data, state);
  const said = { finding, ruling: decided, by: context.actor.unit, assignment, reason, evidence, zone, since };
  const members = ruling.each && data.members?.value;
  if (!members) return [{ type: 'FindingDecided', data: said }];
  return [
    { type: 'FindingDecided', data: { ...said, divided: { members, at: context.occurredAt } } },
    { type: 'TaskCancelled', data: { reason, order: null, because: null, evidence } },
  ];
};

/** The issuer that decides may be one of those that the text names. */
const rulesOn = (data: Given<'DecideFinding'>, { task }: Assigned, context: Context): No =>
  task.issuers.includes(context.actor.unit)
    ? lacksEvidence(data, context)
    : refuse('task/not-the-issuer', `${task.issuers.join(', ')} decides on it.`);

const fits = (data: Given<'DecideFinding'>, state: Assigned): No => {
  const { finding, ruling, units } = data;
  const { task } = state;
  if (!canRule(ruling, finding))
    return refuse(
      'task/no-ruling',
      `That rules nothing on ${finding}: ${ruledOn(finding).join(', ') || 'it is not of a task'}.`,
    );
  const no = firstNo(
    () => isFound(data),
    () => isLeadOpen(data, state),
    () => isSettled(ruling, state),
    ...Object.keys(units).map((id) => () => cannotAnswer('ruling', id, units[id]!.value)),
  );
  if (no) return no;
  if (ruling.every && task.kind !== 'periodic')
    return refuse('task/no-ruling', `A task of kind ${task.kind} does not come round.`);
  return ruling.each ? canBeDivided(data, state) : undefined;
};

const isSettled = ({ common }: Ruling, { task }: Assigned): No =>
  common && task.member !== WHOLE
    ? refuse('task/no-ruling', 'Each member has its own already: that is settled.')
    : undefined;

/** Each gets the whole of it: with a lead for all together, or as a part of what somebody passed on, it is no longer theirs alone. */
const canBeDivided = ({ ruling, members }: Given<'DecideFinding'>, { task }: Assigned): No => {
  if (ruling.common || ruling.lead !== undefined)
    return refuse('task/no-ruling', 'Either they have it together, or each has its own.');
  return task.parent === undefined && task.member === WHOLE && members?.value
    ? undefined
    : refuse('task/no-members', 'Its text gives it to no group of several units together.');
};

/** Of several leads one chairs; the others go on beside it. A placeholder among them is filled, and is no other. */
const withOthersBeside = ({ ruling, leads }: Given<'DecideFinding'>, { task }: Assigned): Ruling => {
  if (ruling.lead === undefined || ruling.coordinating) return ruling;
  const others = task.lead.filter((each) => leads[each]?.value?.entry.kind !== 'placeholder');
  const beside = [...task.coordinating, ...others.filter((each) => !task.coordinating.includes(each))];
  return { ...ruling, coordinating: beside.filter((each) => each !== ruling.lead) };
};

const namesSomebody = (units: Given<'CorrectRegistration'>['units']): No => {
  const unknown = Object.keys(units).find((id) => !units[id]!.value);
  return unknown === undefined ? undefined : refuse('unit/unknown', `No unit ${unknown} is registered.`);
};

/** Put right, from what to what and why; the order of the fields is that of the change. */
const correct = (data: Given<'CorrectRegistration'>, state: Assigned, context: Context): Decision => {
  const { changes, reason, units } = data;
  const evidence = orNull(data.evidence);
  const no = firstNo(
    () => issuerOnly(data, state, context),
    () => notOver(state),
    () => notSubmitted(state),
    () => namesSomebody(units),
  );
  if (no) return no;
  const from = Object.fromEntries(
    Object.keys(changes).map((key) => [key, state.task[key as keyof Correction]]),
  ) as Correction;
  if (Object.keys(changes).length === 0 || canonical(from) === canonical(changes)) return [];
  return [{ type: 'RegistrationCorrected', data: { from, to: changes, reason, evidence } }];
};

/** What the text makes hang on an event begins when somebody says that it has come about. */
const start = (data: Given<'StartTask'>, state: Assigned, context: Context): Decision => {
  const { event, toOn } = data;
  const evidence = orNull(data.evidence);
  const { actor } = context;
  const may =
    state.task.issuers.includes(actor.unit) || (performs(state, actor.unit) && mayAs('StartTask', actor, 'performer'));
  const no = firstNo(
    () => (may ? lacksEvidence(data, context) : refuse('task/not-the-issuer', 'Its issuer or its lead says so.')),
    () => notOver(state),
    () => notSuspended(state),
    () => (state.task.kind === 'conditional' ? undefined : refuse('task/not-conditional', 'It waits for no event.')),
    () => dayAhead(toOn, state, context),
  );
  if (no) return no;
  if (state.course.started) return [];
  const deadline = toOn === undefined ? null : movedOr(toOn, state, data);
  return [{ type: 'TaskStarted', data: { event, deadline, at: context.now, evidence } }];
};

const dayAhead = (toOn: string | undefined, { task }: Assigned, { occurredAt }: Context): No =>
  toOn !== undefined && endOf(toOn, task.quiet.zone) <= occurredAt
    ? refuse('task/not-later', `${toOn} is over.`)
    : undefined;

const movedOr = (
  toOn: string,
  { task }: Assigned,
  { calendar = null, rules }: Partial<Pick<Given<'StartTask'>, 'calendar'>> & Pick<Given<'StartTask'>, 'rules'>,
): Deadline | null => (task.deadline ? movedTo(task.deadline, toOn, calendar) : dueOn(toOn, rules));

const startBecause = ({ event }: Given<'StartBecause'>, state: Assigned, { now }: Context): Decision => {
  if (isDeaf(state) || state.task.kind !== 'conditional' || state.course.started) return [];
  return [{ type: 'TaskStarted', data: { event, deadline: null, at: now, evidence: null } }];
};

/** What was divided hears of it in the place of those that have it now. */
const notePredecessor = ({ ref, task }: Given<'NotePredecessor'>, state: Assigned): Decision =>
  isDeaf(state) || state.course.predecessors.some((each) => each.task === task)
    ? []
    : [{ type: 'PredecessorDone', data: { ref, task } }];

/** Also of what is over: who waits for it is told then at once, if it is done. */
export const awaitTask = ({ task: waiting }: Given<'AwaitTask'>, { task }: Pick<Unassigned, 'task'>): Decision =>
  task.awaitedBy?.includes(waiting) ? [] : [{ type: 'TaskAwaited', data: { ref: task.ref, task: waiting } }];

const isDeaf = (state: Assigned): boolean => notOver(state) !== undefined && state.course.divided === null;

/** A further document says of each open task what becomes of it. */
const applyChange = (data: Given<'ApplyChange'>, state: Assigned, { now }: Context): Decision => {
  const { by, effect, toOn, reason, replacedBy, rules } = data;
  if (notOver(state)) return [];
  const deadline = effect === 'changed' && toOn !== undefined ? movedOr(toOn, state, { rules }) : null;
  const from: Instant | null = deadline ? (state.task.deadline?.dueAt ?? null) : null;
  return [
    {
      type: 'DirectiveChangeApplied',
      data: { by, effect, from, deadline, movedAt: now, reason, ...(replacedBy ? { replacedBy } : {}) },
    },
  ];
};

export const courseActs: Deciders<CourseCommand> = {
  DecideFinding: decideFinding,
  CorrectRegistration: correct,
  StartTask: start,
  StartBecause: startBecause,
  NotePredecessor: notePredecessor,
  AwaitTask: awaitTask,
  FollowInterval: followInterval,
  OpenOccurrence: openOccurrence,
  CallOccurrence: callOccurrence,
  ApplyChange: applyChange,
};
