import { refuse, type Context, type Refused } from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import type { Prose } from '../prose.ts';
import type { Given } from './task.commands.ts';
import type { Decision } from './task.decider.ts';
import type { Assigned } from './task.state.ts';
import { isToBeDone } from './task.terms.ts';

export const acknowledge = (data: Given<'AcknowledgeTask'>, task: Assigned, context: Context): Decision => {
  const { assignment, evidence = null } = data;
  const no = performerOnly(task, assignment, context) ?? lacksEvidence(data, context);
  if (no) return no;
  if (task.status !== 'assigned') return [];
  return [{ type: 'TaskAcknowledged', data: { assignment, evidence } }];
};

/** A standing duty is reported on as long as it is in force; reporting on a task says that it has arrived. */
export const report = (data: Given<'ReportProgress'>, task: Assigned, context: Context): Decision => {
  const { assignment, report, evidence = null, milestone = null } = data;
  const no = mayReport(data, task, context) ?? (milestone ? ofMilestone(milestone, task) : undefined);
  return no ?? [{ type: 'ProgressReported', data: { assignment, report, evidence, milestone } }];
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
  return [{ type: 'TaskSubmitted', data: { assignment, submission, report, evidence } }];
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
  if (isToBeDone(task.task)) return refuse('task/does-not-lapse', 'It is to be done: it is accepted, not ended.');
  const { assignment } = task;
  return [{ type: 'TaskLapsed', data: { assignment, endedAt: context.occurredAt, reason, evidence } }];
};

type Reporting = Readonly<{ assignment: number; evidence?: Prose }>;

const mayReport = (data: Reporting, task: Assigned, context: Context): Refused<never> | undefined => {
  if (task.status === 'accepted') return refuse('task/accepted', 'Nothing is corrected after acceptance.');
  if (task.status === 'lapsed') return refuse('task/lapsed', 'It is no longer in force.');
  if (task.status === 'submitted')
    return refuse('task/awaits-acceptance', `Submission ${task.submission} has not been answered.`);
  return performerOnly(task, data.assignment, context) ?? lacksEvidence(data, context);
};

/** Whose inbox it is in, and each of several leads, until somebody decides which one chairs. */
const performerOnly = (state: Assigned, assignment: number, { actor }: Context): Refused<never> | undefined => {
  if (state.assignment !== assignment)
    return refuse('task/no-such-assignment', `Assignment ${state.assignment} is in force.`);
  if (!performs(state, actor.unit)) return refuse('task/not-the-lead', `${state.task.unit} answers for this task.`);
  return undefined;
};

const performs = ({ task }: Assigned, unit: string): boolean => task.unit === unit || task.lead.includes(unit);

/** Who performs does not accept. */
const issuerOnly = (
  data: Readonly<{ evidence?: Prose }>,
  state: Assigned,
  context: Context,
): Refused<never> | undefined => {
  const { actor } = context;
  if (!state.task.issuers.includes(actor.unit))
    return refuse('task/not-the-issuer', `${state.task.issuers.join(', ')} decides on it.`);
  if (isToBeDone(state.task) && performs(state, actor.unit))
    return refuse('task/performer-does-not-accept', 'Who performs a task does not accept it.');
  return lacksEvidence(data, context);
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
