import { fold, instant, type Actor, type Happened, type Instant } from '@edict/kernel';
import { person, saga } from '@edict/kernel/testing';

import { task } from '../task/task.decider.ts';
import type { TaskCommand } from '../task/task.commands.ts';
import type { TaskEvent } from '../task/task.events.ts';
import { taskView, type TaskRow } from '../task/task.projection.ts';
import type { Assignment } from '../task/task.terms.ts';
import { assignment, toAssign } from './task-examples.ts';

type Act = Readonly<{ at: string; actor: Actor; command: TaskCommand }>;

/** What people did with a task: who has it, and in the issuer's name. */
const submitting: TaskCommand = { type: 'SubmitTask', data: { assignment: 1, report: 'Done' } };
const accepting: TaskCommand = { type: 'AcceptTask', data: { submission: 1 } };

export const assigning = (at: string, terms: Assignment = assignment): Act => ({
  at,
  actor: saga,
  command: toAssign(terms),
});
export const submittedAt = (at: string): Act => ({ at, actor: person('ministry'), command: submitting });
export const acceptedAt = (at: string): Act => ({ at, actor: person('politburo'), command: accepting });

/** The row of a task after what was done to it, each act decided on what came before. A refusal is an error of the spec. */
export const rowAfter = (id: string, acts: readonly Act[]): TaskRow => {
  let [state, row]: [ReturnType<typeof task.evolve>, TaskRow | undefined] = [task.initialState, undefined];
  for (const { at, actor, command } of acts) {
    const now = instant(at);
    const decision = task.decide(command, state, { now, occurredAt: now, actor, stream: `task-${id}` });
    if ('rejection' in decision) throw decision.rejection;
    state = fold({ ...task, initialState: state }, decision);
    for (const event of decision) row = taskView.evolve(row, happenedAt(event, id, now));
  }
  if (!row) throw new TypeError('Nothing has happened.');
  return row;
};

const happenedAt = (event: TaskEvent, id: string, at: Instant): Happened<TaskEvent> => ({
  ...event,
  id: '00000000-0000-5000-8000-000000000000',
  stream: `task-${id}`,
  recordedAt: at,
  occurredAt: at,
});
