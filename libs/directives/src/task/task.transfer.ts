import type { Handover } from '../succession/succession.messages.ts';
import type { Decision } from './task.decider.ts';
import { voidedIn } from './task.handover.ts';
import { isAssigned, isOver, type Task, type Unassigned } from './task.state.ts';

/** Who has to do with a task that is not over: this is what a succession moves. Who issued it follows when the successor first acts. */
export const rolesIn = (state: Task): Readonly<Record<string, readonly string[]>> => {
  if (!isAssigned(state) || isOver(state)) return {};
  const { unit, accountable, lead, coordinating } = state.task;
  const asked = new Set(
    state.family.asked.filter(({ goesOver, given }) => goesOver && !given).map((each) => each.unit),
  );
  const roles: Record<string, string[]> = {};
  for (const [role, units] of Object.entries({ unit: [unit], accountable, lead, coordinating, asked }))
    for (const each of units) roles[each] = [...(roles[each] ?? []), role];
  return roles;
};

/** The deadline does not move, nor what it waits for: the assignment is the same, only another answers for it. */
export const transfer = (handover: Handover, state: Task): Decision => {
  if (state.status === 'unassigned') return ofUnassigned(handover, state);
  if (!isAssigned(state) || isOver(state)) return [];
  const roles = rolesIn(state);
  const concerned = (unit: string) => roles[unit] !== undefined || state.task.issuers.includes(unit);
  const from = handover.from.filter((unit) => unit !== handover.to && concerned(unit));
  if (from.length === 0) return [];
  const given = { ...handover, from };
  const voided = voidedIn(state.task, given);
  return [{ type: 'TaskTransferred', data: { ...given, assignment: state.assignment, voided } }];
};

/** Nobody has it, but somebody decides who does: that goes over as well. */
const ofUnassigned = (handover: Handover, { task, cancelled }: Unassigned): Decision => {
  const from = handover.from.filter((unit) => unit !== handover.to && task.issuers.includes(unit));
  return cancelled || from.length === 0
    ? []
    : [{ type: 'TaskTransferred', data: { ...handover, from, assignment: 0, voided: [] } }];
};
