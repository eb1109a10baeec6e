import { refuse, type Context } from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import { orNull } from '../or-null.ts';
import { assignTo } from './task.assignment.ts';
import { callUnassigned } from './task.calls.ts';
import { awaitTask } from './task.course.ts';
import type { Given, TaskCommand } from './task.commands.ts';
import type { Decision } from './task.decider.ts';
import { isFound } from './task.rulings.ts';
import type { Assigned, Task, Unassigned } from './task.state.ts';

/** What can be done to a task that nobody has: `undefined`, nothing. */
export const onUnassigned = (
  { type, data }: TaskCommand,
  task: Exclude<Task, Assigned>,
  context: Context,
): Decision | undefined => {
  if (task.status !== 'unassigned') return undefined;
  switch (type) {
    case 'CallTime':
      return callUnassigned(task, context);
    case 'CancelTask':
      return cancel(data, task, context);
    case 'CancelWith':
      return cancelled(task, data.reason, data.because);
    case 'ApplyChange':
      return changedBy(data, task);
    case 'AwaitTask':
      return awaitTask(data, task);
    default:
      return type === 'DecideFinding' ? decide(data, task, context) : undefined;
  }
};

const cancel = (data: Given<'CancelTask'>, { task, cancelled: isOver }: Unassigned, context: Context): Decision => {
  const { reason } = data;
  const order = orNull(data.order);
  const evidence = orNull(data.evidence);
  if (!task.issuers.includes(context.actor.unit))
    return refuse('task/not-the-issuer', `${task.issuers.join(', ')} decides on it.`);
  if (isOver) return [];
  return lacksEvidence(data, context) ?? [{ type: 'TaskCancelled', data: { reason, order, because: null, evidence } }];
};

const changedBy = ({ effect, reason, by }: Given<'ApplyChange'>, task: Unassigned): Decision =>
  effect === 'cancelled' ? cancelled(task, reason, by.number) : [];

const cancelled = (task: Unassigned, reason: Given<'CancelWith'>['reason'], because: string): Decision =>
  task.cancelled ? [] : [{ type: 'TaskCancelled', data: { reason, order: null, because, evidence: null } }];

/** Whoever is to lead it has it from then on; that it was decided, on which finding and why, stands beside it. */
const decide = (data: Given<'DecideFinding'>, task: Unassigned, context: Context): Decision | undefined => {
  const { finding, ruling, units, reason } = data;
  const evidence = orNull(data.evidence);
  const { lead } = ruling;
  const committee = lead === undefined ? undefined : units[lead];
  if (lead === undefined || !committee || !['no-lead', 'no-accountable'].includes(finding)) return undefined;
  const given = assignTo({ unit: lead, committee }, task, context);
  if ('rejection' in given) return given;
  const no = isFound(data) ?? lacksEvidence(data, context);
  if (no) return no;
  const { zone } = task.task.quiet;
  const said = { finding, ruling, by: context.actor.unit, assignment: 1, reason, evidence };
  return [...given, { type: 'FindingDecided', data: { ...said, zone, since: context.occurredAt.slice(0, 10) } }];
};
