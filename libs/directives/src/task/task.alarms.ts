import { type Alarm, type Instant } from '@edict/kernel';

import type { Rung } from './deadline.ts';
import type { TaskCommand } from './task.commands.ts';
import { contributionsAhead, demandsAhead } from './task.ahead.ts';
import { nextPeriod, occurrenceCalls } from './task.occurrences.ts';
import { isAssigned, isOver, mayBeLate, type Assigned, type Task, type Unassigned } from './task.state.ts';
import { canBeLate, isOnlySaid, type TimedMilestone } from './task.terms.ts';

/** A rung of the deadline's ladder, or of a milestone's: its reminders and its end. */
export type Step = Rung | MilestoneStep;
export type MilestoneStep = Readonly<{
  kind: 'milestone-reminder' | 'milestone';
  at: Instant;
  milestone: string;
  dueAt: Instant;
}>;

const ORDER = ['reminder', 'milestone-reminder', 'milestone', 'overdue', 'escalation'];

/** What is still ahead of a task, in the order of time. Time runs for the lead, not for the issuer who has a report to look at. */
export const stepsAhead = (state: Assigned): readonly Step[] => {
  const { calledUntil, watchFrom, milestonesMet, milestonesMissed, task, dates } = state;
  if (watchFrom === null || !mayBeLate(state) || isHalted(state)) return [];
  const isPast = (name: string) => milestonesMet.includes(name) || milestonesMissed.includes(name);
  const milestones = task.milestones.filter(({ name }) => !isPast(name)).flatMap(stepsOf);
  return [...(task.deadline?.rungs ?? []), ...milestones]
    .filter(({ at }) => at >= watchFrom && (!calledUntil || at > calledUntil))
    .filter(({ kind, at }) => !kind.endsWith('reminder') || !dates.remindersFrom || at > dates.remindersFrom)
    .sort((a, b) => (a.at === b.at ? ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) : a.at < b.at ? -1 : 1));
};

const stepsOf = ({ name: milestone, deadline, reminds }: TimedMilestone): readonly MilestoneStep[] => {
  if (!deadline) return [];
  const { dueAt, rungs } = deadline;
  const reminders = reminds ? rungs.filter(({ kind }) => kind === 'reminder') : [];
  return [
    ...reminders.map(({ at }) => ({ kind: 'milestone-reminder' as const, at, milestone, dueAt })),
    { kind: 'milestone', at: dueAt, milestone, dueAt },
  ];
};

const isHalted = (state: Assigned): boolean =>
  state.status === 'submitted' || state.status === 'suspended' || isOver(state);

/** Nobody has said that the task has arrived, and the term for it is still running or has just ended. */
export const awaitsAcknowledgement = (state: Assigned): Instant | null => {
  const { status, task, watchFrom, acknowledgementMissed } = state;
  const endsAt = task.acknowledgeBy?.endsAt;
  if (!endsAt || watchFrom === null || status !== 'assigned' || acknowledgementMissed || endsAt < watchFrom)
    return null;
  return endsAt;
};

export const windowEnds = (state: Assigned): Instant | null => {
  const { task, watchFrom } = state;
  if (isOver(state) || watchFrom === null || !task.inForceUntil || task.inForceUntil < watchFrom) return null;
  return task.inForceUntil;
};

const clockOf = (task: Unassigned['task']): Instant | undefined =>
  canBeLate(task) && !isOnlySaid(task) ? task.deadline?.dueAt : undefined;

/** Nobody has it, so nobody is reminded; but that its day passes is not passed over in silence. */
export const passesUnassigned = ({ task, watchFrom, called, cancelled }: Unassigned): Instant | null => {
  const dueAt = called || cancelled ? undefined : clockOf(task);
  return dueAt !== undefined && watchFrom !== null && watchFrom <= dueAt ? dueAt : null;
};

/** At most one alarm of each sort. If `CallTime` rings late, it takes all missed steps in one go. */
export const alarms = (state: Task): readonly Alarm<TaskCommand>[] => {
  if (state.status === 'unassigned') return alarm('0', 'overdue', passesUnassigned(state), callTime(0));
  if (!isAssigned(state)) return [];
  const { assignment, dates } = state;
  const of = String(assignment);
  const [next] = stepsAhead(state);
  return [
    ...alarm(dates.moves > 0 ? `${of}.${dates.moves}` : of, next?.kind ?? '', next?.at, callTime(assignment)),
    ...alarm(of, 'acknowledgement', awaitsAcknowledgement(state), {
      type: 'CallAcknowledgement',
      data: { assignment },
    }),
    ...alarm(of, 'window', windowEnds(state), { type: 'EndWindow', data: { assignment } }),
    ...ofRhythm(state),
    ...ofFamily(state),
  ];
};

const callTime = (assignment: number): TaskCommand => ({ type: 'CallTime', data: { assignment } });

const ofRhythm = (state: Assigned): readonly Alarm<TaskCommand>[] => {
  const next = nextPeriod(state);
  const occurrence = next?.period.occurrence ?? 0;
  return [
    ...alarm(`occurrence-${occurrence}`, 'opens', next?.at, { type: 'OpenOccurrence', data: { occurrence } }),
    ...occurrenceCalls(state).flatMap(({ at, occurrence: open, kind }) =>
      alarm(`occurrence-${open}`, kind, at, { type: 'CallOccurrence', data: { occurrence: open } }),
    ),
  ];
};

/** Whoever owes something to the lead, or to whoever demanded it, and has a day of their own for it. */
const ofFamily = (state: Assigned): readonly Alarm<TaskCommand>[] =>
  isHalted(state)
    ? []
    : [
        ...contributionsAhead(state).flatMap(({ unit, dueAt }) =>
          alarm('contribution', unit, dueAt, { type: 'CallContribution', data: { unit, dueAt } }),
        ),
        ...demandsAhead(state).flatMap(({ demand, dueAt }) =>
          alarm('demand', String(demand), dueAt, { type: 'CallDemand', data: { demand } }),
        ),
      ];

const alarm = (
  of: string,
  name: string,
  at: Instant | null | undefined,
  ring: TaskCommand,
): readonly Alarm<TaskCommand>[] => (at ? [{ key: `${of}/${name}/${at}`, at, ring }] : []);
