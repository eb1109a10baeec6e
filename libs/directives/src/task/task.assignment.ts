import { refuse, type Context, type Fact } from '@edict/kernel';

import { secretariatOf, standingUnitOf, type Office } from '../office.ts';
import type { Registration } from '../unit/unit.decider.ts';
import type { EscalationRule, Given } from './task.commands.ts';
import type { Decision } from './task.decider.ts';
import type { Escalation } from './task.events.ts';
import type { Task } from './task.state.ts';
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

/** The issuer names who is to do what the text left to nobody. The term for acknowledging is not reckoned: it began with the issue. */
export const assignTo = (
  { unit, committee }: Given<'AssignTaskTo'>,
  state: Task,
  { actor, now }: Context,
): Decision => {
  if (state.status === 'unknown') return refuse('task/unknown', 'There is no such task.');
  if (state.status !== 'unassigned') return refuse('task/assigned', 'It has been assigned.');
  if (!state.task.issuers.includes(actor.unit))
    return refuse('task/not-the-issuer', `${state.task.issuers.join(', ')} assigns it.`);
  if (committee.value?.entry.kind !== 'unit') return refuse('unit/unknown', `No unit ${unit} is registered.`);
  const task = { ...state.task, unit, accountable: [unit], lead: [unit], acknowledgeBy: null };
  const escalation = escalationOf(
    { committee: unit, route: ['own-standing-unit', 'issuer'], opens: 'matter' },
    task,
    committee,
  );
  return [{ type: 'TaskAssigned', data: { assignment: 1, task, escalation, watchFrom: now } }];
};

/** Whom to turn to, in the order of the policy. That an overdue task goes to a standing unit is this project's reading of 155-KL/TW. */
const escalationOf = (
  rule: EscalationRule,
  { directiveId, issuers }: Terms,
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
