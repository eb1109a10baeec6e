import { endOf, refuse, type Context, type Instant } from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import { orNull } from '../or-null.ts';
import { cannotAnswer } from '../unit/unit.decider.ts';
import { movedTo } from './deadline-moves.ts';
import type { AddresseeCommand, AddresseeEvent } from './task.addressee.messages.ts';
import { acknowledgementBy, escalationOf } from './task.assignment.ts';
import type { Deciders } from './task.chapters.ts';
import type { Given } from './task.commands.ts';
import type { Decision } from './task.decider.ts';
import { openChildren } from './task.family.ts';
import { firstNo, issuerOnly, notOver, notSubmitted, notSuspended, type No } from './task.guards.ts';
import type { Assigned } from './task.state.ts';

/**
 * It is not theirs to do. Within the term for acknowledging it: law gives no figure for Viet Nam, and that reading is this project's.
 * Until somebody decides, it lies where it lay, and its time runs on.
 */
const refuseTask = (data: Given<'RefuseTask'>, state: Assigned, context: Context): Decision => {
  const { assignment, reason } = data;
  const suggests = orNull(data.suggests);
  const evidence = orNull(data.evidence);
  const { unit } = context.actor;
  if (state.assignment !== assignment)
    return refuse('task/no-such-assignment', `Assignment ${state.assignment} is in force.`);
  if (state.task.unit !== unit) return refuse('task/not-the-lead', `${state.task.unit} answers for this task.`);
  if (state.status === 'refused') return [];
  return (
    firstNo(
      () => notOver(state),
      () => notSubmitted(state),
      () => notSuspended(state),
      () => lacksEvidence(data, context),
      () => mayStillRefuse(state, context),
      () => suggestsSomebody(data),
    ) ?? [{ type: 'TaskRefused', data: { assignment, unit, reason, suggests, evidence } }]
  );
};

const suggestsSomebody = ({ suggests, suggested }: Given<'RefuseTask'>): No =>
  suggested ? cannotAnswer('suggests', suggests ?? '', suggested.value) : undefined;

const mayStillRefuse = (state: Assigned, { occurredAt }: Context): No => {
  if (state.addressee.upheld) return refuse('task/refusal-overruled', 'It has been decided that it stays there.');
  if (state.status !== 'assigned' && state.status !== 'acknowledged')
    return refuse('task/begun', 'What has been begun is no longer refused: ask for it to be reassigned.');
  const ends = state.task.acknowledgeBy?.endsAt;
  return ends && occurredAt >= ends ? refuse('task/refusal-late', `It could be refused until ${ends}.`) : undefined;
};

const uphold = (data: Given<'UpholdAssignment'>, state: Assigned, context: Context): Decision => {
  const { assignment, reason } = data;
  const evidence = orNull(data.evidence);
  const no = issuerOnly(data, state, context);
  if (no) return no;
  if (state.assignment === assignment && state.addressee.upheld) return [];
  if (state.assignment !== assignment || state.status !== 'refused')
    return refuse('task/not-refused', 'Nobody has said that it is not theirs.');
  return [{ type: 'AssignmentUpheld', data: { assignment, reason, evidence } }];
};

/** Neither its deadline nor what was called moves with it: who has it next is told, and counted. */
const reassign = (data: Given<'ReassignTask'>, state: Assigned, context: Context): Decision => {
  const { assignment, unit, reason } = data;
  const evidence = orNull(data.evidence);
  const { task } = state;
  const no = firstNo(
    () => issuerOnly(data, state, context),
    () => notOver(state),
    () => notSubmitted(state),
    () => notSuspended(state),
    () => mayHave(data, state),
  );
  if (no) return no;
  const passed = { assignment: assignment + 1, from: task.unit, unit, reason, evidence };
  return [{ type: 'TaskReassigned', data: { ...passed, ...termsFor(data, state, context.occurredAt) } }];
};

/** The term to acknowledge it, and the way up from there. Where the rules of the directive are not known, the way stays as it was. */
const termsFor = (
  { unit, committee, rules }: Given<'ReassignTask'>,
  { task, escalation }: Assigned,
  since: Instant,
): Pick<Reassigned, 'coordinating' | 'acknowledgeBy' | 'escalation'> => {
  const coordinating = task.coordinating.filter((each) => each !== unit);
  if (!rules?.value) return { coordinating, acknowledgeBy: null, escalation };
  const { escalationRoute: route, escalationOpens: opens } = rules.value.policy;
  return {
    coordinating,
    acknowledgeBy: acknowledgementBy(rules.value, since),
    escalation: escalationOf({ route, opens, committee: unit }, task, committee),
  };
};

type Reassigned = Extract<AddresseeEvent, { type: 'TaskReassigned' }>['data'];

const mayHave = ({ assignment, unit, committee }: Given<'ReassignTask'>, state: Assigned): No => {
  if (state.assignment !== assignment)
    return refuse('task/no-such-assignment', `Assignment ${state.assignment} is in force.`);
  const no = cannotAnswer('unit', unit, committee.value);
  if (no) return no;
  if (state.task.unit === unit) return refuse('task/assigned', `${unit} has it.`);
  if (state.task.issuers.includes(unit))
    return refuse('task/performer-does-not-accept', 'Who performs a task does not accept it.');
  return openChildren(state).length > 0
    ? refuse('task/children-open', 'It has been passed on: first decide on each part.')
    : undefined;
};

/** Nobody is called while it is suspended. Its day stands, unless it is resumed with another. */
const suspend = (data: Given<'SuspendTask'>, state: Assigned, context: Context): Decision => {
  const { reason } = data;
  const order = orNull(data.order);
  const evidence = orNull(data.evidence);
  const no = issuerOnly(data, state, context);
  if (no) return no;
  if (state.status === 'suspended') return [];
  return (
    notOver(state) ??
    notSubmitted(state) ?? [{ type: 'TaskSuspended', data: { reason, order, at: context.now, evidence } }]
  );
};

const resume = (data: Given<'ResumeTask'>, state: Assigned, context: Context): Decision => {
  const { reason } = data;
  const evidence = orNull(data.evidence);
  const no = firstNo(
    () => issuerOnly(data, state, context),
    () => notOver(state),
    () => mayResumeUntil(data.toOn, state, context),
  );
  if (no) return no;
  return [{ type: 'TaskResumed', data: { reason, at: context.now, ...newDay(data, state), evidence } }];
};

const mayResumeUntil = (toOn: string | undefined, { status, task }: Assigned, { now }: Context): No => {
  if (status !== 'suspended') return refuse('task/not-suspended', 'It is not suspended.');
  if (toOn === undefined) return undefined;
  if (!task.deadline) return refuse('task/no-deadline', 'It has no deadline that could be moved.');
  return endOf(toOn, task.quiet.zone) <= now ? refuse('task/not-later', `${toOn} is over.`) : undefined;
};

const newDay = ({ toOn, calendar }: Given<'ResumeTask'>, { task: { deadline: old } }: Assigned) =>
  toOn !== undefined && old
    ? { from: old.dueAt, deadline: movedTo(old, toOn, calendar) }
    : { from: null, deadline: null };

const cancel = (data: Given<'CancelTask'>, state: Assigned, context: Context): Decision => {
  const { reason } = data;
  const order = orNull(data.order);
  const evidence = orNull(data.evidence);
  const no = issuerOnly(data, state, context);
  if (no) return no;
  if (state.status === 'cancelled') return [];
  return notOver(state) ?? [{ type: 'TaskCancelled', data: { reason, order, because: null, evidence } }];
};

const cancelWith = ({ because, reason }: Given<'CancelWith'>, state: Assigned): Decision =>
  notOver(state) ? [] : [{ type: 'TaskCancelled', data: { reason, order: null, because, evidence: null } }];

export const addresseeActs: Deciders<AddresseeCommand> = {
  RefuseTask: refuseTask,
  UpholdAssignment: uphold,
  ReassignTask: reassign,
  SuspendTask: suspend,
  ResumeTask: resume,
  CancelTask: cancel,
  CancelWith: cancelWith,
};
