import { lateAmong, lateRegister, type Leader, type Role, type TaskRow } from '@edict/directives';

import type { Making } from './report.ts';
import { columnsOf, type Sheet } from './sheet.ts';
import { TASK_COLUMNS, taskLine } from './task-line.ts';

/** `unit` null: nobody. With the tasks that are counted. */
export type LeaderTold = Omit<Leader<never>, 'tasks'> & Readonly<{ tasks: readonly string[] }>;
export type LateFigures = Readonly<{ byAccountable: readonly LeaderTold[]; byLead: readonly LeaderTold[] }>;

/** What is late, by who is accountable for it and by who leads. */
export const lateReport: Making<LateFigures> = (about) => {
  const late = lateAmong(about.tasks, about.at, (task) => about.directiveOf(task).reckoning);
  const by = (role: Role): readonly LeaderTold[] =>
    lateRegister<TaskRow>(late, role).map((leader) => ({
      ...leader,
      tasks: leader.tasks.map(({ task }) => task.taskId),
    }));
  const figures = { byAccountable: by('accountable'), byLead: by('lead') };
  return {
    formulas: ['late@1'],
    figures,
    sheets: [
      { name: 'Late', columns: TASK_COLUMNS, rows: late.map(({ task }) => taskLine(task, about)) },
      leadersSheet('By accountable', figures.byAccountable),
      leadersSheet('By lead', figures.byLead),
    ],
  };
};

const leadersSheet = (name: string, leaders: readonly LeaderTold[]): Sheet => ({
  name,
  columns: columnsOf({
    unit: 'Unit',
    overdue: 'Overdue',
    doneLate: 'Done late',
    longestDays: 'Longest, calendar days',
    meanWorkingDays: 'Mean, working days',
  }),
  rows: leaders.map(({ tasks: _, ...leader }) => leader),
});
