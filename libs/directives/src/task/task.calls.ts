import type { Context, Instant } from '@edict/kernel';

import type { Given } from './task.commands.ts';
import type { Decision } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';
import {
  awaitsAcknowledgement,
  passesUnassigned,
  type MilestoneStep,
  type Step,
  stepsAhead,
  windowEnds,
} from './task.alarms.ts';
import { isOver, type Assigned, type Unassigned } from './task.state.ts';

/**
 * A ring that comes early, twice, or for a task that is over changes nothing. After a long downtime one reminder goes out, not four,
 * and none once it is too late; what has been missed is said all the same.
 */
export const callTime = ({ assignment }: Given<'CallTime'>, state: Assigned, { now }: Context): Decision => {
  if (state.assignment !== assignment) return [];
  const missed = stepsAhead(state).filter(({ at }) => at <= now);
  const reminder = missed.some(({ kind }) => kind === 'overdue') ? undefined : missed.findLast(isReminder);
  return missed.flatMap((step): readonly TaskEvent[] => {
    if ('milestone' in step) return ofMilestone(assignment, step, missed);
    if (step.kind === 'overdue') return [{ type: 'TaskBecameOverdue', data: { assignment, dueAt: step.at } }];
    if (step.kind === 'escalation') return escalate(state, 1);
    return step === reminder
      ? [{ type: 'DeadlineNeared', data: { assignment, rungAt: step.at, dueAt: dueAtOf(state) } }]
      : [];
  });
};

const isReminder = ({ kind }: Step): boolean => kind === 'reminder';

const dueAtOf = ({ task }: Assigned) => task.deadline!.dueAt;

/** Of its reminders the last that was missed goes out, and none once it is too late. */
const ofMilestone = (assignment: number, step: MilestoneStep, missed: readonly Step[]): readonly TaskEvent[] => {
  const { kind, at: rungAt, milestone, dueAt } = step;
  if (kind === 'milestone') return [{ type: 'MilestoneMissed', data: { assignment, milestone, dueAt } }];
  const last = missed.findLast((each) => 'milestone' in each && each.milestone === milestone);
  return step === last ? [{ type: 'MilestoneNeared', data: { assignment, milestone, rungAt, dueAt } }] : [];
};

/** A day has passed for which nobody was made to answer: its issuer is. */
export const callUnassigned = (state: Unassigned, { now }: Context): Decision => {
  const dueAt = passesUnassigned(state);
  return dueAt && dueAt <= now ? [{ type: 'TaskBecameOverdue', data: { assignment: 0, dueAt } }] : [];
};

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
  return [{ type: 'TaskLapsed', data: { assignment, endedAt, reason: null, evidence: null } }];
};

/** Only where an office was asked, another can be asked in its place. */
export const takeToNextLevel = ({ level, round }: Given<'TakeToNextLevel'>, state: Assigned): Decision =>
  state.level !== level || (round ?? 0) !== state.dates.moves || isOver(state) || !state.escalation.path[level - 1]
    ? []
    : escalate(state, level + 1);

/** Levels count from 1, the path from 0. Fixing the office here, before a matter opens, is what makes it once and never twice. */
const escalate = ({ escalation: { path, opens }, dates: { moves } }: Assigned, level: number): readonly TaskEvent[] => {
  const office = path[level - 1];
  const refused = path[level - 2] ?? null;
  const round = moves > 0 ? { round: moves } : {};
  if (office) return [{ type: 'TaskEscalated', data: { level, office, refused, opens, ...round } }];
  return [{ type: 'EscalationFoundNobody', data: { level, refused, ...round } }];
};

/** Only what lies after `from` is waited for: a first import must not escalate the past. */
export const watch = ({ from }: Given<'WatchTask'>, { watchFrom }: { watchFrom: Instant | null }): Decision =>
  watchFrom === null ? [{ type: 'TaskWatchBegan', data: { from } }] : [];
