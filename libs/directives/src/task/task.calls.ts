import type { Context } from '@edict/kernel';

import type { Given } from './task.commands.ts';
import type { Decision } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';
import { awaitsAcknowledgement, isOver, stepsAhead, windowEnds, type Assigned } from './task.state.ts';

/** A ring that comes early, twice, or for a task that is over changes nothing. After a long downtime one reminder goes out, not four. */
export const callTime = ({ assignment }: Given<'CallTime'>, state: Assigned, { now }: Context): Decision => {
  if (state.assignment !== assignment) return [];
  const missed = stepsAhead(state).filter(({ at }) => at <= now);
  return missed.flatMap((step, n): readonly TaskEvent[] => {
    if (step.kind === 'milestone') return [milestoneMissed(assignment, step)];
    if (step.kind === 'overdue') return [{ type: 'TaskBecameOverdue', data: { assignment, dueAt: step.at } }];
    if (step.kind === 'escalation') return escalate(state, 1);
    return n === missed.length - 1
      ? [{ type: 'DeadlineNeared', data: { assignment, rungAt: step.at, dueAt: dueAtOf(state) } }]
      : [];
  });
};

const dueAtOf = ({ task }: Assigned) => task.deadline!.dueAt;

const milestoneMissed = (assignment: number, { at, milestone }: { at: TaskAt; milestone: string }): TaskEvent => ({
  type: 'MilestoneMissed',
  data: { assignment, milestone, dueAt: at },
});

type TaskAt = Extract<TaskEvent, { type: 'MilestoneMissed' }>['data']['dueAt'];

export const callAcknowledgement = (
  { assignment }: Given<'CallAcknowledgement'>,
  state: Assigned,
  { now }: Context,
): Decision => {
  const termEndedAt = awaitsAcknowledgement(state);
  if (state.assignment !== assignment || !termEndedAt || now < termEndedAt) return [];
  return [{ type: 'AcknowledgementMissed', data: { assignment, termEndedAt } }];
};

/** What was in force until a day lapses with it. It was never late: there was nothing to be late with. */
export const endWindow = ({ assignment }: Given<'EndWindow'>, state: Assigned, { now }: Context): Decision => {
  const endedAt = windowEnds(state);
  if (state.assignment !== assignment || !endedAt || now < endedAt) return [];
  return [{ type: 'TaskLapsed', data: { assignment, endedAt, reason: null } }];
};

export const takeToNextLevel = ({ level }: Given<'TakeToNextLevel'>, state: Assigned): Decision =>
  state.level !== level || isOver(state) ? [] : escalate(state, level + 1);

/** Levels count from 1, the path from 0. Fixing the office here, before a matter opens, is what makes it once and never twice. */
const escalate = ({ escalation: { path, opens } }: Assigned, level: number): readonly TaskEvent[] => {
  const office = path[level - 1];
  const refused = path[level - 2] ?? null;
  if (office) return [{ type: 'TaskEscalated', data: { level, office, refused, opens } }];
  return [{ type: 'EscalationFoundNobody', data: { level, refused } }];
};

/** Only what lies after `from` is waited for: a first import must not escalate the past. */
export const watch = ({ from }: Given<'WatchTask'>, state: Assigned): Decision =>
  state.watchFrom === null ? [{ type: 'TaskWatchBegan', data: { from } }] : [];
