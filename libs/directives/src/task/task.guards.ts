import { refuse, type Context, type Refused } from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import type { Prose } from '../prose.ts';
import { isOver, type Assigned } from './task.state.ts';
import { isToBeDone } from './task.terms.ts';

export type No = Refused<never> | undefined;

export const performs = ({ task }: Assigned, unit: string): boolean => task.unit === unit || task.lead.includes(unit);

/** Whose inbox it is in, and each of several leads, until somebody decides which one chairs. */
export const performerOnly = (state: Assigned, assignment: number, { actor }: Context): No => {
  if (state.assignment !== assignment)
    return refuse('task/no-such-assignment', `Assignment ${state.assignment} is in force.`);
  if (!performs(state, actor.unit)) return refuse('task/not-the-lead', `${state.task.unit} answers for this task.`);
  return undefined;
};

/** Who performs does not accept. */
export const issuerOnly = (data: Readonly<{ evidence?: Prose }>, state: Assigned, context: Context): No => {
  const { actor } = context;
  if (!state.task.issuers.includes(actor.unit))
    return refuse('task/not-the-issuer', `${state.task.issuers.join(', ')} decides on it.`);
  if (isToBeDone(state.task) && performs(state, actor.unit))
    return refuse('task/performer-does-not-accept', 'Who performs a task does not accept it.');
  return lacksEvidence(data, context);
};

/** Nothing is changed once it is over. */
export const notOver = (state: Assigned): No => {
  if (!isOver(state)) return undefined;
  if (state.status === 'accepted') return refuse('task/accepted', 'Nothing is corrected after acceptance.');
  if (state.status === 'cancelled') return refuse('task/cancelled', 'It has been cancelled.');
  return refuse('task/lapsed', 'It is no longer in force.');
};

/** While a report waits to be looked at, neither its day nor who has it is changed: first it is accepted or returned. */
export const notSubmitted = ({ status, submission }: Assigned): No =>
  status === 'submitted'
    ? refuse('task/awaits-acceptance', `Submission ${submission} has not been answered.`)
    : undefined;

export const notSuspended = ({ status }: Assigned): No =>
  status === 'suspended' ? refuse('task/suspended', 'It is suspended: first it is resumed.') : undefined;

/** The first of several that says no. */
export const firstNo = (...checks: readonly (() => No)[]): No => {
  for (const check of checks) {
    const no = check();
    if (no) return no;
  }
  return undefined;
};
