import { later, refuse, type Context, type Fact, type Instant } from '@edict/kernel';

import { secretariatOf, standingUnitOf, type Office } from '../office.ts';
import { cannotAnswer, type Registration } from '../unit/unit.decider.ts';
import { termOf, type Rules, type Term } from './deadline.ts';
import type { AssignmentRules, EscalationRule, Given } from './task.commands.ts';
import type { Decision } from './task.decider.ts';
import type { Escalation, TaskEvent } from './task.events.ts';
import type { Task, Unassigned } from './task.state.ts';
import type { Terms } from './task.terms.ts';

export const assign = (data: Given<'AssignTask'>, state: Task): Decision => {
  if (state.status !== 'unknown') return [];
  const { task, watchFrom, committee } = data;
  return [
    {
      type: 'TaskAssigned',
      data: { assignment: 1, task, escalation: escalationOf(data.escalation, task, committee), watchFrom },
    },
  ];
};

export const leaveUnassigned = (data: Given<'LeaveTaskUnassigned'>, state: Task): Decision =>
  state.status === 'unknown' ? [{ type: 'TaskLeftUnassigned', data }] : [];

/** The issuer names who is to do what the text left to nobody. For that unit time begins with its assignment. */
export const assignTo = ({ unit, committee }: Given<'AssignTaskTo'>, state: Task, context: Context): Decision => {
  if (state.status === 'unknown') return refuse('task/unknown', 'There is no such task.');
  if (state.status !== 'unassigned') return refuse('task/assigned', 'It has been assigned.');
  if (state.cancelled) return refuse('task/cancelled', 'It has been cancelled.');
  if (!state.task.issuers.includes(context.actor.unit))
    return refuse('task/not-the-issuer', `${state.task.issuers.join(', ')} assigns it.`);
  const no = cannotAnswer('unit', unit, committee.value);
  return no ?? [{ type: 'TaskAssigned', data: assignmentTo(unit, committee, state, context) }];
};

const assignmentTo = (
  unit: string,
  committee: Fact<Registration | null>,
  { task: terms, rules, watchFrom }: Unassigned,
  { now, occurredAt }: Context,
): Extract<TaskEvent, { type: 'TaskAssigned' }>['data'] => {
  const acknowledgeBy = acknowledgementTerm(rules, terms, occurredAt);
  const accountable = terms.accountable.length > 0 ? terms.accountable : [unit];
  const task = { ...terms, unit, accountable, lead: [unit], acknowledgeBy };
  const escalation = escalationOf({ ...rules.escalation, committee: unit }, task, committee);
  return { assignment: 1, task, escalation, watchFrom: watchFrom && later(watchFrom, now) };
};

/** The term that the policy of the directive sets whoever it is assigned to later. */
export const acknowledgementBy = ({ policy, calendar, sources }: Rules, since: Instant): Term | null => {
  const days = policy.acknowledgementWorkingDays;
  return days === null ? null : termOf(since, days, { policy, calendar, sources });
};

const acknowledgementTerm = ({ acknowledgement }: AssignmentRules, { quiet }: Terms, since: Instant): Term | null =>
  acknowledgement && termOf(since, acknowledgement.workingDays, { ...acknowledgement, policy: { zone: quiet.zone } });

/** Whom to turn to, in the order of the policy. That an overdue task goes to a standing unit is this project's reading of 155-KL/TW. */
export const escalationOf = (
  rule: EscalationRule,
  { directiveId, issuers }: Pick<Terms, 'directiveId' | 'issuers'>,
  committee: Fact<Registration | null>,
): Escalation => {
  const parent = committee.value?.entry.parent;
  const offices: Readonly<Record<EscalationRule['route'][number], Office | null>> = {
    'own-standing-unit': standingUnitOf(directiveId, rule.committee),
    'superior-standing-unit': parent ? standingUnitOf(directiveId, parent) : null,
    issuer: secretariatOf(issuers[0]!),
  };
  const path = rule.route.map((step) => offices[step]).filter((office) => office !== null);
  return { path, opens: rule.opens, committeeSource: committee.source };
};
