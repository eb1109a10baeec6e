import { instant, type Fact } from '@edict/kernel';
import { at, person } from '@edict/kernel/testing';

import type { CalendarDocument } from '../document/index.ts';
import type { FindingCode } from '../document/finding.ts';
import { movedTo } from '../task/deadline-moves.ts';
import type { Rules } from '../task/deadline.ts';
import type { TaskCommand } from '../task/task.commands.ts';
import type { TaskEvent } from '../task/task.events.ts';
import { RULED } from '../task/task.rulings.ts';
import { calendarDocument } from './documents.ts';
import { assignment, registered, rules } from './task-examples.ts';

/** What happens beside the straight path of the task of `task-examples`. */

export const calendarFact: Fact<CalendarDocument> = { value: calendarDocument, source: 'calendar-vn@9' };
/** Whatever can be ruled on is open. */
export const allFound: Fact<readonly FindingCode[]> = { value: RULED as FindingCode[], source: 'directive-d1@0' };
export const rulesFact: Fact<Rules> = { value: rules, source: 'directive-d1@0' };
export const on = (day: string, unit: string, occurredAt?: string) =>
  at(`${day}T02:00:00.000Z`, person(unit), occurredAt, 'task-t1');

export const movedAt = (day: string) => instant(`${day}T02:00:00.000Z`);
export const extendedTo = (day: string) => movedTo(assignment.deadline!, day, calendarFact);

type Data<Type extends TaskCommand['type']> = Extract<TaskCommand, { type: Type }>['data'];

export const requestExtension = (data: Partial<Data<'RequestExtension'>> = {}): TaskCommand => ({
  type: 'RequestExtension',
  data: {
    assignment: 1,
    toOn: '2025-07-09',
    reason: 'Opinions are missing',
    progress: 'Half done',
    calendar: calendarFact,
    ...data,
  },
});
export const grantExtension = (data: Partial<Data<'GrantExtension'>> = {}): TaskCommand => ({
  type: 'GrantExtension',
  data: {
    request: 1,
    calendar: calendarFact,
    delegates: { value: ['bureau-of-control'], source: 'directive-d1@0' },
    parentDueAt: null,
    ...data,
  },
});
export const requested: TaskEvent = {
  type: 'ExtensionRequested',
  data: {
    assignment: 1,
    request: 1,
    toOn: '2025-07-09',
    reason: 'Opinions are missing',
    progress: 'Half done',
    evidence: null,
  },
};
export const granted = (day = '2025-07-09', on = '2025-06-20'): TaskEvent => ({
  type: 'ExtensionGranted',
  data: {
    request: 1,
    from: assignment.deadline!.dueAt,
    deadline: extendedTo(day),
    movedAt: movedAt(on),
    reason: null,
    exception: null,
    evidence: null,
  },
});

export const refused: TaskEvent = {
  type: 'TaskRefused',
  data: { assignment: 1, unit: 'ministry', reason: 'Not ours', suggests: null, evidence: null },
};
export const suspended: TaskEvent = {
  type: 'TaskSuspended',
  data: { reason: 'A law is awaited', order: null, at: movedAt('2025-06-01'), evidence: null },
};
export const cancelled: TaskEvent = {
  type: 'TaskCancelled',
  data: { reason: 'Not needed', order: null, because: null, evidence: null },
};
export const delegate = (data: Partial<Data<'DelegateTask'>> = {}): TaskCommand => ({
  type: 'DelegateTask',
  data: {
    assignment: 1,
    unit: 'department',
    registered: registered('department', 'ministry'),
    rules: rulesFact,
    calendar: calendarFact,
    ...data,
  },
});
