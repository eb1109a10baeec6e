import { refuse, type Context, type Refused } from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import type { Prose } from '../prose.ts';
import type { Given } from './task.commands.ts';
import { childrenClosed } from './task.delegation.ts';
import type { Decision } from './task.decider.ts';
import { issuerOnly, notOver, notSubmitted, notSuspended, performerOnly } from './task.guards.ts';
import { reportedOn } from './task.occurrences.ts';
import type { Assigned } from './task.state.ts';
import { isToBeDone } from './task.terms.ts';

export const acknowledge = (data: Given<'AcknowledgeTask'>, task: Assigned, context: Context): Decision => {
  const { assignment, evidence = null } = data;
  const no = performerOnly(task, assignment, context) ?? lacksEvidence(data, context);
  if (no) return no;
  if (task.status === 'suspended' || task.status === 'refused')
    return notSuspended(task) ?? refuse('task/refused', 'It was said not to be theirs, and nobody has decided yet.');
  if (task.status !== 'assigned') return [];
  return [{ type: 'TaskAcknowledged', data: { assignment, evidence } }];
};

/** A standing duty is reported on as long as it is in force; reporting on a task says that it has arrived. */
export const report = (data: Given<'ReportProgress'>, task: Assigned, context: Context): Decision => {
  const { assignment, report, evidence = null, milestone = null } = data;
  const no =
    mayReport(data, task, context) ?? (milestone ? ofMilestone(milestone, task) : ofOccurrence(data.occurrence, task));
  const occurrence = data.occurrence ?? reportedOn(task);
  const of = occurrence === null ? {} : { occurrence };
  return no ?? [{ type: 'ProgressReported', data: { assignment, report, evidence, milestone, ...of } }];
};

export const submit = (data: Given<'SubmitTask'>, task: Assigned, context: Context): Decision => {
  const { assignment, report, evidence = null } = data;
  const no = mayReport(data, task, context);
  if (no) return no;
  if (!isToBeDone(task.task))
    return refuse(
      'task/never-complete',
      `A task of kind ${task.task.kind} is reported on and lapses; it is never complete.`,
    );
  const submission = task.submission + 1;
  const silent = task.task.coordinating.filter((unit) => !task.family.contributed.includes(unit));
  const without = silent.length > 0 ? { without: silent } : {};
  return (
    childrenClosed(task) ?? [{ type: 'TaskSubmitted', data: { assignment, submission, report, evidence, ...without } }]
  );
};

export const accept = (data: Given<'AcceptTask'>, task: Assigned, context: Context): Decision => {
  const { submission, evidence = null } = data;
  const no = issuerOnly(data, task, context);
  if (no) return no;
  if (task.status === 'accepted' && task.submission === submission) return [];
  return waiting(task, submission) ?? [{ type: 'TaskAccepted', data: { submission, evidence } }];
};

export const returnForRework = (data: Given<'ReturnTask'>, task: Assigned, context: Context): Decision => {
  const { submission, reason, evidence = null } = data;
  const no = issuerOnly(data, task, context);
  if (no) return no;
  if (task.status === 'returned' && task.submission === submission) return [];
  return waiting(task, submission) ?? [{ type: 'TaskReturned', data: { submission, reason, evidence } }];
};

/** What is never complete ends when its issuer says so. */
export const lapse = (data: Given<'LapseTask'>, task: Assigned, context: Context): Decision => {
  const { reason, evidence = null } = data;
  const no = issuerOnly(data, task, context);
  if (no) return no;
  if (task.status === 'lapsed') return [];
  if (task.status === 'cancelled') return refuse('task/cancelled', 'It has been cancelled.');
  if (isToBeDone(task.task)) return refuse('task/does-not-lapse', 'It is to be done: it is accepted, not ended.');
  const { assignment } = task;
  return [{ type: 'TaskLapsed', data: { assignment, endedAt: context.occurredAt, reason, evidence } }];
};

type Reporting = Readonly<{ assignment: number; evidence?: Prose }>;

const mayReport = (data: Reporting, task: Assigned, context: Context): Refused<never> | undefined => {
  const no = notOver(task) ?? notSubmitted(task) ?? notSuspended(task);
  if (no) return no;
  return performerOnly(task, data.assignment, context) ?? lacksEvidence(data, context);
};

const waiting = (task: Assigned, submission: number): Refused<never> | undefined =>
  task.status === 'submitted' && task.submission === submission
    ? undefined
    : refuse('task/no-such-submission', `Submission ${submission} is not waiting.`);

const ofMilestone = (name: string, { task, milestonesMet }: Assigned): Refused<never> | undefined => {
  if (!task.milestones.some((each) => each.name === name))
    return refuse('task/no-such-milestone', `It has no milestone “${name}”.`);
  return milestonesMet.includes(name) ? refuse('task/milestone-met', `“${name}” has been reported.`) : undefined;
};

const ofOccurrence = (occurrence: number | undefined, { rhythm }: Assigned): Refused<never> | undefined =>
  occurrence !== undefined && !rhythm.open.some((each) => each.occurrence === occurrence)
    ? refuse('task/no-such-occurrence', `No report is open for period ${occurrence}.`)
    : undefined;
