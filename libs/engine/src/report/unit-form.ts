import { deadlineClassOf, listOf, type MatterRow, type MilestoneState, type TaskRow } from '@edict/directives';

import { mattersOf } from './matters-of.ts';
import type { About, DirectiveTold, Making } from './report.ts';
import { columnsOf, type Cell } from './sheet.ts';
import { dayIn, lastDayOf, listed, nameOf, proseIn } from './task-line.ts';

/** The 25 columns of the form in which units report, in its order. */
export const UNIT_FORM_COLUMNS = columnsOf({
  number: 'No.',
  task: 'Task',
  officeLeader: 'Office leader in charge',
  lead: 'Lead unit',
  coordinating: 'Coordinating units',
  focalPerson: 'Focal person',
  startOn: 'Start',
  dueOn: 'Completion due',
  kind: 'Task type',
  origin: 'Origin',
  status: 'Status',
  result: 'Result',
  completion: 'Degree of completion',
  difficulties: 'Difficulties',
  proposals: 'Proposals',
  taskId: 'Task id',
  assignedBy: 'Assigned by',
  roadmap: 'Roadmap',
  lastUpdateOn: 'Last update',
  completedOn: 'Actual completion',
  extensions: 'Number of extensions',
  oldDates: 'Old dates',
  approver: 'Approver: name',
  approverMail: 'Approver: e-mail',
  approverTelephone: 'Approver: telephone',
});

/** Recorded nowhere, and therefore empty: nothing is made up for them. */
const NOT_RECORDED = [
  'officeLeader',
  'focalPerson',
  'completion',
  'approver',
  'approverMail',
  'approverTelephone',
] as const;

export type UnitFormFigures = Readonly<{ tasks: number; notRecorded: readonly string[] }>;

/** A line for each task. Difficulties are the obstacles and petitions that were received about it, proposals what was proposed. */
export const unitFormReport: Making<UnitFormFigures> = async (about) => {
  const matters = Map.groupBy(await mattersOf(about), ({ concerning }) => concerning);
  const rows = about.tasks.map((task, n) => ({
    number: n + 1,
    ...lineOf(task, about, matters.get(task.taskId) ?? []),
  }));
  return {
    formulas: ['unit-form@2'],
    figures: { tasks: rows.length, notRecorded: NOT_RECORDED },
    sheets: [{ name: 'Unit report', columns: UNIT_FORM_COLUMNS, rows }],
  };
};

const lineOf = (task: TaskRow, about: About, matters: readonly MatterRow[]): Readonly<Record<string, Cell>> => {
  const told = about.directiveOf(task);
  const { zone } = told.reckoning;
  const isReported = task.state === 'submitted' || task.state === 'accepted';
  return {
    task: proseIn(task.statement),
    lead: listed(task.lead),
    coordinating: listed(task.coordinating),
    startOn: dayIn(task.since, zone) ?? told.issuedOn,
    dueOn: lastDayOf(task.dueAt, zone),
    kind: task.kind,
    origin: `${nameOf(task, told)}, clause ${task.clause}`,
    status: statusOf(task, about),
    result: isReported ? proseIn(task.lastReport) : null,
    ...saidIn(matters),
    taskId: task.taskId,
    assignedBy: told.issuers.join(', '),
    roadmap: roadmapOf(task, told),
    lastUpdateOn: dayIn(task.changedAt, zone),
    completedOn: task.state === 'accepted' ? dayIn(task.decidedAt, zone) : null,
    extensions: task.extensions,
    oldDates: listOf(task, 'dates')
      .map(({ from }) => lastDayOf(from, zone) ?? '–')
      .join(', '),
  };
};

/** State and deadline class are two things. */
const statusOf = (task: TaskRow, { at }: About): string => {
  const deadline = deadlineClassOf(task, at);
  return deadline === 'none' ? task.state : `${task.state}, ${deadline}`;
};

const roadmapOf = ({ milestones }: TaskRow, { reckoning: { zone } }: DirectiveTold): string =>
  (JSON.parse(milestones) as readonly MilestoneState[])
    .map(({ name, dueAt, state }) => `${name} (${lastDayOf(dueAt, zone) ?? 'no day'}, ${state})`)
    .join('; ');

const DIFFICULTIES = ['obstacle', 'petition'];
const PROPOSALS = ['proposal', 'recommendation'];

const saidIn = (matters: readonly MatterRow[]) => {
  const said = (kinds: readonly string[]): string | null => {
    const subjects = matters.filter(({ kind }) => kinds.includes(kind)).map(({ subject }) => proseIn(subject));
    return subjects.length > 0 ? subjects.join('; ') : null;
  };
  return { difficulties: said(DIFFICULTIES), proposals: said(PROPOSALS) };
};
