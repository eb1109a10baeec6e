import {
  ageing,
  BUCKETS,
  bucketed,
  bucketOf,
  haltOf,
  lateAmong,
  meanDaysLate,
  monthOnMonth,
  statisticsOf,
  type Bucket,
  type DecisionNeeded,
  type Late,
  type Month,
  type Statistics,
  type Step,
  type TaskRow,
} from '@edict/directives';

import { answeringFor, type AnsweringFor } from './answering-for.ts';
import type { About, Making } from './report.ts';
import { columnsOf, type Cell, type Sheet } from './sheet.ts';
import { TASK_COLUMNS, taskLine } from './task-line.ts';

type Ids = readonly string[];

/** Each with the tasks that it counts. */
export type StatisticsFigures = Readonly<{
  statistics: Statistics & Readonly<{ tasks: Readonly<Record<Bucket, Ids>> }>;
  ageing: readonly Readonly<{ from: number; to: number | null; count: number; tasks: Ids }>[];
  meanDaysLate: Readonly<{ workingDays: number | null; covered: boolean; tasks: Ids }>;
  stuck: readonly Readonly<{ task: string; needs: DecisionNeeded; by: Ids }>[];
  waiting: readonly Readonly<{ task: string; owed: readonly Readonly<{ unit: string; step: Step }>[] }>[];
  months: readonly (Omit<Month<never>, 'tasks'> & Readonly<{ tasks: Ids }>)[];
}>;

/** How it stands with what fell due, how long it has been late, what it waits for, and how a month compares with the one before. */
export const statisticsReport: Making<StatisticsFigures> = async (about) => {
  const { at, tasks, directiveOf } = about;
  const reckoningOf = (task: TaskRow) => directiveOf(task).reckoning;
  const late = lateAmong(tasks, at, reckoningOf);
  const figures: StatisticsFigures = {
    statistics: statisticsIn(about),
    ageing: ageing(late).map(({ from, to, tasks: own }) => ({ from, to, count: own.length, tasks: own.map(idOf) })),
    meanDaysLate: { ...meanDaysLate(late), tasks: late.map(({ task }) => task.taskId) },
    ...halted(about, await answeringFor(about)),
    months: monthOnMonth(tasks, at, reckoningOf).map((month) => ({ ...month, tasks: month.tasks.map(idOf) })),
  };
  return {
    formulas: ['statistics@1', 'ageing@1', 'mean-days-late@1', 'stuck@6', 'months@1'],
    figures,
    sheets: [figuresSheet(figures, late), tasksSheet(about, figures)],
  };
};

const idOf = ({ taskId }: TaskRow): string => taskId;

const statisticsIn = ({ tasks, at }: About): StatisticsFigures['statistics'] => {
  const groups = Object.entries(bucketed(tasks, at)).map(([bucket, own]) => [bucket, own.map(idOf)]);
  return { ...statisticsOf(tasks, at), tasks: Object.fromEntries(groups) as Readonly<Record<Bucket, Ids>> };
};

const halted = ({ tasks }: About, answering: AnsweringFor): Pick<StatisticsFigures, 'stuck' | 'waiting'> => {
  const halts = tasks.map((task) => ({ task: task.taskId, halt: haltOf(task, answering(task)) }));
  return {
    stuck: halts.flatMap(({ task, halt }) =>
      halt?.halt === 'stuck' ? [{ task, needs: halt.needs, by: halt.by }] : [],
    ),
    waiting: halts.flatMap(({ task, halt }) => (halt?.halt === 'waiting' ? [{ task, owed: halt.owed }] : [])),
  };
};

const FIGURE_COLUMNS = columnsOf({ formula: 'Formula', figure: 'Figure', value: 'Value', tasks: 'Tasks counted' });
type Line = readonly [formula: string, figure: string, value: Cell, tasks: number];

const figuresSheet = (figures: StatisticsFigures, late: readonly Late<TaskRow>[]): Sheet => {
  const { statistics, ageing: ages, meanDaysLate: days, stuck, waiting, months } = figures;
  const lines: readonly Line[] = [
    ...BUCKETS.map((name): Line => ['statistics@1', name, statistics[name], statistics[name]]),
    ['statistics@1', 'fellDue', statistics.fellDue, statistics.fellDue],
    ['statistics@1', 'percentDone', statistics.percentDone, statistics.fellDue],
    ...ages.map(({ from, to, count }): Line => [
      'ageing@1',
      `days ${from}${to === null ? ' and more' : ` to ${to}`}`,
      count,
      count,
    ]),
    ['mean-days-late@1', 'workingDays', days.workingDays, late.length],
    ['stuck@6', 'stuck', stuck.length, stuck.length],
    ['stuck@6', 'waiting', waiting.length, waiting.length],
    ...months.flatMap(({ month, percentDone, change, fellDue }): readonly Line[] => [
      ['months@1', `${month} percentDone`, percentDone, fellDue],
      ['months@1', `${month} change`, change, fellDue],
    ]),
  ];
  const rows = lines.map(([formula, figure, value, tasks]) => ({ formula, figure, value, tasks }));
  return { name: 'Figures', columns: FIGURE_COLUMNS, rows };
};

/** Every task that a figure counts. */
const tasksSheet = (about: About, { stuck, waiting }: StatisticsFigures): Sheet => {
  const needs = new Map(stuck.map(({ task, needs: decision, by }) => [task, `${decision}: ${by.join(', ')}`]));
  const owed = new Map(
    waiting.map((each) => [each.task, each.owed.map(({ unit, step }) => `${unit}: ${step}`).join('; ')]),
  );
  const counted = about.tasks.filter(
    (task) => bucketOf(task, about.at) ?? needs.get(task.taskId) ?? owed.get(task.taskId),
  );
  return {
    name: 'Tasks',
    columns: [...TASK_COLUMNS, ...columnsOf({ needs: 'Stuck: needs a decision', owed: 'Waiting: owed by' })],
    rows: counted.map((task) => ({
      ...taskLine(task, about),
      needs: needs.get(task.taskId) ?? null,
      owed: owed.get(task.taskId) ?? null,
    })),
  };
};
