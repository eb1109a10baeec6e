import { passagesOf, passedBy, PASSES, type PassedBy, type TaskRow } from '@edict/directives';

import { succeededAt } from '../reading/succeeded.ts';
import type { About, Making } from './report.ts';
import { columnsOf, type Cell, type Sheet } from './sheet.ts';
import { nameOf } from './task-line.ts';

/** `byUnit`: whose turn it was each time; `byTask`: `key` is the id of the task. With the tasks that are counted. */
export type PassingFigures = Readonly<{
  passes: number;
  byUnit: readonly Told[];
  byTask: readonly Told[];
}>;
type Told = Omit<PassedBy<never>, 'tasks'> & Readonly<{ tasks: readonly string[] }>;

/** Passing the buck shows: how often and for how long work went round instead of forward. */
export const passingReport: Making<PassingFigures> = async (about) => {
  const { tasks, at, directiveOf, reading } = about;
  const { answers } = await succeededAt(reading, at);
  const all = tasks
    .flatMap((task) => passagesOf(task, at, directiveOf(task).reckoning))
    .map((each) => (each.open ? { ...each, unit: answers(each.unit) } : each));
  const told = ({ tasks: of, ...rest }: PassedBy<TaskRow>): Told => ({
    ...rest,
    tasks: of.map(({ taskId }) => taskId),
  });
  const byUnit = passedBy(all, ({ unit }) => unit).map(told);
  const byTask = passedBy(all, ({ task }) => task.taskId).map(told);
  return {
    formulas: ['passing@2'],
    figures: { passes: all.length, byUnit, byTask },
    sheets: [sheetOf('By unit', byUnit, ({ key }) => key), sheetOf('By task', byTask, namedIn(about))],
  };
};

const namedIn = ({ tasks, directiveOf }: About) => {
  const names = new Map(tasks.map((task) => [task.taskId, nameOf(task, directiveOf(task))]));
  return ({ key }: Told): string => names.get(key) ?? key;
};

const COLUMNS = columnsOf({
  ...{ name: 'Who or what', total: 'Times', workingDays: 'Working days' },
  ...{ refused: 'Refused', refusedDays: 'Refused, working days' },
  ...{ reassigned: 'Reassigned', reassignedDays: 'Reassigned, working days' },
  ...{ returned: 'Returned', returnedDays: 'Returned, working days' },
  ...{ opinion: 'Opinions asked', opinionDays: 'Opinions asked, working days' },
  open: 'Still open',
});

const sheetOf = (name: string, all: readonly Told[], named: (told: Told) => string): Sheet => ({
  name,
  columns: COLUMNS,
  rows: all.map((told) => {
    const { total, workingDays, acts } = told;
    const cells = PASSES.flatMap((act): readonly (readonly [string, Cell])[] => [
      [act, acts[act].count],
      [`${act}Days`, acts[act].workingDays],
    ]);
    const open = PASSES.reduce((sum, act) => sum + acts[act].open, 0);
    return { name: named(told), total, workingDays, ...Object.fromEntries(cells), open };
  }),
});
