import { dayOf, idFrom, idOf, refuse, type Context, type Instant, type LocalDate } from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import { orNull } from '../or-null.ts';
import { cannotAnswer } from '../unit/unit.decider.ts';
import type { Rules } from './deadline.ts';
import { dueOn, movedTo } from './deadline-moves.ts';
import { acknowledgementBy } from './task.assignment.ts';
import type { Deciders } from './task.chapters.ts';
import type { Given } from './task.commands.ts';
import { contributionActs } from './task.contribution.ts';
import type { Decision } from './task.decider.ts';
import type { Child, DelegationCommand } from './task.delegation.messages.ts';
import { openChildren } from './task.family.ts';
import { firstNo, notOver, notSubmitted, notSuspended, performerOnly, performs, type No } from './task.guards.ts';
import { isOver, type Assigned } from './task.state.ts';
import { isToBeDone, type Assignment } from './task.terms.ts';

export const childIdOf = (parent: string, n: number): string => idFrom(parent, 'delegated', String(n));

/** Who passes work on stays accountable for it, and is the issuer of what they pass on. */
const delegate = (data: Given<'DelegateTask'>, state: Assigned, context: Context): Decision => {
  const no = firstNo(
    () => performerOnly(state, data.assignment, context),
    () => notOver(state),
    () => notSubmitted(state),
    () => notSuspended(state),
    () => lacksEvidence(data, context),
    () => mayPassTo(data, state),
  );
  const rules = data.rules?.value;
  if (no) return no;
  if (!rules) return refuse('directive/unknown', 'The rules of its directive are not known.');
  const task = childOf(data, rules, state, context);
  const { escalationRoute: route, escalationOpens: opens } = rules.policy;
  const child: Child = {
    id: childIdOf(idOf(context.stream), state.family.children.length + 1),
    task,
    escalation: { committee: data.unit, route, opens },
    exception: orNull(data.exception),
  };
  const { assignment } = data;
  const evidence = orNull(data.evidence);
  return afterParent(child, state) ?? [{ type: 'TaskDelegated', data: { assignment, child, evidence } }];
};

const afterParent = ({ task, exception }: Child, state: Assigned): No => {
  const due = task.deadline?.dueAt;
  const own = state.task.deadline?.dueAt;
  return due && own && due > own && !exception
    ? refuse('task/after-parent', `Its parent ends at ${own}: say why it may end later.`)
    : undefined;
};

const mayPassTo = ({ unit, registered, toOn }: Given<'DelegateTask'>, { task, family }: Assigned): No => {
  const no = cannotAnswer('unit', unit, registered.value);
  if (no) return no;
  if ([task.unit, ...task.issuers, ...(task.ancestors ?? [])].includes(unit))
    return refuse('task/delegated-upward', `${unit} answers for what it would be given.`);
  if (family.children.some((child) => child.unit === unit && child.open))
    return refuse('task/delegated', `A part of it lies with ${unit}.`);
  return toOn !== undefined && !isToBeDone(task)
    ? refuse('task/no-deadline', `A task of kind ${task.kind} has no deadline.`)
    : undefined;
};

const childOf = (
  { unit, statement, toOn, calendar }: Given<'DelegateTask'>,
  rules: Rules,
  state: Assigned,
  { occurredAt, actor, stream }: Context,
): Assignment => {
  const { task, family } = state;
  const { awaitedBy: _, startsOn: __, says: ___, ...terms } = task;
  return {
    ...terms,
    ...roundOf(state, occurredAt),
    ref: `${task.ref}-d${family.children.length + 1}`,
    member: unit,
    parent: idOf(stream),
    ancestors: [...(task.ancestors ?? []), task.unit],
    statement: statement ?? task.statement,
    issuers: [actor.unit],
    accountable: [unit],
    lead: [unit],
    coordinating: [],
    directs: [],
    reportsTo: [actor.unit],
    after: [],
    milestones: [],
    deadline: toOn === undefined ? task.deadline : dayOfChild(toOn, task, rules, calendar),
    unit,
    since: occurredAt,
    acknowledgeBy: acknowledgementBy(rules, occurredAt),
  };
};

/** It comes round as the whole does, from when it is passed on. */
const roundOf = ({ task, rhythm: { every, since } }: Assigned, passedAt: Instant) => {
  if (every === null) return {};
  const on = dayOf(passedAt, task.quiet.zone);
  return { every, begins: since === null || since < on ? on : since };
};

const dayOfChild = (
  on: LocalDate,
  { deadline }: Assignment,
  rules: Rules,
  calendar: Given<'DelegateTask'>['calendar'],
) => (deadline ? movedTo(deadline, on, calendar) : dueOn(on, { value: rules, source: '' }));

/** The child reports back what became of it, that its day was moved, or that another unit has it. */
const noteChild = ({ child, ended, dueAt, unit }: Given<'NoteChild'>, state: Assigned): Decision => {
  const known = state.family.children.find(({ id }) => id === child);
  if (!known?.open) return [];
  const passed = unit === undefined || unit === known.unit ? {} : { unit };
  const isKnown = ended === null && known.dueAt === dueAt && !('unit' in passed);
  return isKnown ? [] : [{ type: 'ChildNoted', data: { child, ended, dueAt, ...passed } }];
};

/** Who has the part stays who has it: that goes over by itself. */
const followWhole = ({ whole, from, to }: Given<'FollowWhole'>, state: Assigned): Decision => {
  const gone = from.filter((unit) => unit !== to && state.task.issuers.includes(unit));
  return isOver(state) || gone.length === 0 ? [] : [{ type: 'WholeTransferred', data: { whole, from: gone, to } }];
};

/** A parent closes with its children, or by a reasoned decision on each that is open. */
const decideOnChild = (data: Given<'DecideOnChild'>, state: Assigned, context: Context): Decision => {
  const { child, decision, reason } = data;
  const evidence = orNull(data.evidence);
  const known = state.family.children.find(({ id }) => id === child);
  const no = firstNo(
    () => (performs(state, context.actor.unit) ? undefined : notTheLead(state)),
    () => notOver(state),
    () => lacksEvidence(data, context),
  );
  if (no) return no;
  if (!known) return refuse('task/no-such-child', 'It has no such part.');
  if (!known.open || known.left) return [];
  return [{ type: 'ChildDecided', data: { child, decision, reason, evidence } }];
};

const notTheLead = ({ task }: Assigned): No => refuse('task/not-the-lead', `${task.unit} answers for this task.`);

export const childrenClosed = (state: Assigned): No => {
  const open = openChildren(state);
  return open.length === 0
    ? undefined
    : refuse(
        'task/children-open',
        `Part of it is still with ${open.map(({ unit }) => unit).join(', ')}: decide on each.`,
      );
};

export const delegationActs: Deciders<DelegationCommand> = {
  DelegateTask: delegate,
  NoteChild: noteChild,
  FollowWhole: followWhole,
  DecideOnChild: decideOnChild,
  ...contributionActs,
};
