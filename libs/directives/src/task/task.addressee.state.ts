import type { AddresseeEvent } from './task.addressee.messages.ts';
import type { Evolvers } from './task.chapters.ts';
import { moved } from './task.dates.state.ts';
import type { Assigned, TaskStatus } from './task.state.ts';

/** What became of its address: whether somebody said it is not theirs, and how far it was before it was halted. */
export type Addressee = Readonly<{ upheld: boolean; before: TaskStatus | null }>;

export const noAddressee: Addressee = { upheld: false, before: null };

export const evolveAddressee: Evolvers<AddresseeEvent> = {
  TaskRefused: (task) => ({ ...task, status: 'refused', addressee: { ...task.addressee, before: task.status } }),
  AssignmentUpheld: (task) => ({
    ...task,
    status: task.addressee.before ?? 'assigned',
    addressee: { upheld: true, before: null },
  }),
  TaskReassigned: (task, { assignment, unit, coordinating, acknowledgeBy, escalation }) => ({
    ...task,
    status: 'assigned',
    assignment,
    escalation,
    acknowledgementMissed: false,
    task: { ...task.task, unit, accountable: [unit], lead: [unit], coordinating, acknowledgeBy },
    dates: { ...task.dates, request: null },
    addressee: noAddressee,
    course: { ...task.course, leadNamed: true },
  }),
  TaskSuspended: (task) => ({
    ...task,
    status: 'suspended',
    addressee: { ...task.addressee, before: task.status },
  }),
  TaskResumed: (task, { at, deadline }) => {
    const resumed: Assigned = {
      ...task,
      status: task.addressee.before ?? 'assigned',
      addressee: { ...task.addressee, before: null },
      dates: { ...task.dates, remindersFrom: at },
    };
    return deadline ? moved(resumed, deadline, at) : resumed;
  },
  TaskCancelled: (task) => ({ ...task, status: 'cancelled' }),
};
