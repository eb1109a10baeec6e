import { bucketOf, latenessOf, type TaskRow } from '@edict/directives';
import { dayOf, plusMs, type Instant } from '@edict/kernel';

import type { About, DirectiveTold } from './report.ts';
import { columnsOf, type Cell } from './sheet.ts';

/** Lists of a row, as one reads them. */
export const listed = (text: string): string => (JSON.parse(text) as readonly string[]).join(', ');

/** Prose that is not sealed. */
export const proseIn = (text: string | null): string | null => {
  if (text === null) return null;
  const prose: unknown = JSON.parse(text);
  if (prose === null) return null;
  return typeof prose === 'string' ? prose : '(sealed)';
};

/** By which name people look it up: `155-KL/TW#5.b1-1@ppc-ha-noi`. */
export const nameOf = ({ ref, member }: TaskRow, { name }: DirectiveTold): string =>
  `${name}#${ref}${member === 'whole' ? '' : `@${member}`}`;

/** The last day that is in time. */
export const lastDayOf = (dueAt: string | null, zone: string): string | null =>
  dueAt === null ? null : dayOf(plusMs(dueAt as Instant, -1), zone);

export const dayIn = (at: string | null, zone: string): string | null =>
  at === null ? null : dayOf(at as Instant, zone);

/** What every list of tasks says of each. */
export const TASK_COLUMNS = columnsOf({
  task: 'Task',
  name: 'Name',
  unit: 'Unit',
  accountable: 'Accountable',
  lead: 'Lead',
  kind: 'Kind',
  state: 'State',
  bucket: 'Bucket',
  dueOn: 'Due on',
  reportedOn: 'Reported on',
  calendarDaysLate: 'Calendar days late',
  workingDaysLate: 'Working days late',
});

export const taskLine = (task: TaskRow, { at, directiveOf }: About): Readonly<Record<string, Cell>> => {
  const told = directiveOf(task);
  const { zone } = told.reckoning;
  const late = latenessOf(task, at, told.reckoning);
  return {
    task: task.taskId,
    name: nameOf(task, told),
    unit: task.unit,
    accountable: listed(task.accountable),
    lead: listed(task.lead),
    kind: task.kind,
    state: task.state,
    bucket: bucketOf(task, at),
    dueOn: lastDayOf(task.dueAt, zone),
    reportedOn: dayIn(task.decidedAt, zone),
    calendarDaysLate: late && late.calendarDays,
    workingDaysLate: late && late.workingDays,
  };
};
