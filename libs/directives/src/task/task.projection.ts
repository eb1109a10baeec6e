import { canonical, idOf, type Happened, type Projection } from '@edict/kernel';

import { standingOf, type Standing } from '../figures/bucket.ts';
import { escalatedMatterId } from './escalation.saga.ts';
import { evolveByChapter, reportedInTime, returnedTo, submittedAgain, takenUp } from './task.chapter-rows.ts';
import { isReminding, type ActEvent, type LaterEvent, type TaskEvent } from './task.events.ts';
import { rolesInRow } from './task.handover.ts';
import { LIFE_COLUMNS, lifeBegun, type LifeColumns } from './task.life-row.ts';
import { isOnlySaid, type Assignment, type Terms } from './task.terms.ts';

/** No deadline class here: the reader compares with its clock. Lists are JSON texts; names and classification come by join. */
export type TaskRow = Readonly<{
  taskId: string;
  directiveId: string;
  ref: string;
  member: string;
  clause: string;
  kind: string;
  statement: string;
  unit: string | null;
  accountable: string;
  lead: string;
  coordinating: string;
  state: string;
  urgent: number;
  dueAt: string | null;
  dueSoonAt: string | null;
  /** When the report was submitted that waits or was accepted. */
  decidedAt: string | null;
  evidence: string | null;
  milestones: string;
  assignment: number;
  submission: number;
  watchFrom: string | null;
  /** When it began for whoever has it, where that was later than its directive. */
  since: string | null;
  escalationLevel: number;
  escalatedTo: string | null;
  /** The matter that came of it, which says where it lies now; `null`: it was only told. */
  escalatedAs: string | null;
  lastReport: string | null;
  /** When it was recorded what last changed this. */
  changedAt: string;
}> &
  Standing &
  LifeColumns;

/** As it stands in a row: met and missed are told apart from what still lies ahead. */
export type MilestoneState = Readonly<{ name: string; dueAt: string | null; state: 'open' | 'met' | 'missed' }>;

export const taskView: Projection<TaskRow, TaskEvent> = {
  table: 'task',
  version: 7,
  columns: {
    taskId: 'text',
    directiveId: 'text',
    ref: 'text',
    member: 'text',
    clause: 'text',
    kind: 'text',
    statement: 'text',
    unit: 'text',
    accountable: 'text',
    lead: 'text',
    coordinating: 'text',
    state: 'text',
    urgent: 'integer',
    dueAt: 'text',
    dueSoonAt: 'text',
    decidedAt: 'text',
    evidence: 'text',
    milestones: 'text',
    assignment: 'integer',
    submission: 'integer',
    watchFrom: 'text',
    since: 'text',
    escalationLevel: 'integer',
    escalatedTo: 'text',
    escalatedAs: 'text',
    lastReport: 'text',
    changedAt: 'text',
    bucket: 'text',
    turnsAt: 'text',
    ...LIFE_COLUMNS,
  },
  indexes: [
    ['directiveId', 'dueAt', 'ref'],
    ['unit', 'dueAt', 'ref'],
    ['unit', 'state', 'dueAt', 'ref'],
    ['state', 'dueAt', 'ref'],
    ['directiveId', 'bucket', 'turnsAt'],
  ],
  keys: (event) => (event.stream.startsWith('task-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    const after = evolved(row, event);
    return after === undefined || after === row ? row : { ...after, ...standingOf(after), changedAt: event.recordedAt };
  },
};

const evolved = (row: TaskRow | undefined, event: Happened<TaskEvent>): TaskRow | undefined => {
  const id = idOf(event.stream);
  if (event.type === 'TaskLeftUnassigned') return unassigned(id, event.data);
  if (event.type === 'TaskAssigned') return { ...assigned(id, event.data), since: sinceWhen(row, event) };
  if (event.type === 'TaskTransferred') return row && { ...row, ...rolesInRow(row, event.data, event.occurredAt) };
  return row && evolveRow(row, event, event.occurredAt);
};

/** What nobody had begins with its assignment. What was taken over or passed on once bore no such moment of its own. */
const sinceWhen = (row: TaskRow | undefined, { data, occurredAt }: Happened<AssignedEvent>): string | null => {
  const { since, source, parent } = data.task;
  if (row) return occurredAt;
  return since ?? (source || parent !== undefined ? occurredAt : null);
};

type AssignedEvent = Extract<TaskEvent, { type: 'TaskAssigned' }>;

type Started = Readonly<{ task: Terms; watchFrom: string | null }>;

const started = (taskId: string, { task, watchFrom }: Started): TaskRow => ({
  taskId,
  directiveId: task.directiveId,
  ref: task.ref,
  member: task.member,
  clause: task.clause,
  kind: task.kind,
  statement: canonical(task.statement),
  unit: null,
  accountable: canonical(task.accountable),
  lead: canonical(task.lead),
  coordinating: canonical(task.coordinating),
  state: 'unassigned',
  urgent: Number(task.urgent),
  dueAt: (task.kind === 'until' ? task.inForceUntil : task.deadline?.dueAt) ?? null,
  dueSoonAt: task.deadline?.dueSoonAt ?? null,
  decidedAt: null,
  evidence: null,
  milestones: canonical(
    task.milestones.map(({ name, deadline }) => ({ name, dueAt: deadline?.dueAt ?? null, state: 'open' })),
  ),
  assignment: 0,
  submission: 0,
  watchFrom,
  since: task.since ?? null,
  escalationLevel: 0,
  escalatedTo: null,
  escalatedAs: null,
  lastReport: null,
  changedAt: '',
  bucket: null,
  turnsAt: null,
  ...lifeBegun(task),
});

const unassigned = (id: string, data: Started): TaskRow => {
  const row = started(id, data);
  return isOnlySaid(data.task) ? { ...row, dueAt: null, dueSoonAt: null } : row;
};

const assigned = (id: string, data: Started & Readonly<{ assignment: number; task: Assignment }>): TaskRow => ({
  ...started(id, data),
  unit: data.task.unit,
  state: 'assigned',
  assignment: data.assignment,
});

const evolveRow = (row: TaskRow, event: LaterEvent, occurredAt: string): TaskRow => {
  if (isReminding(event)) return row;
  switch (event.type) {
    case 'TaskWatchBegan':
      return { ...row, watchFrom: event.data.from };
    case 'MilestoneMissed':
      return { ...row, milestones: marked(row, event.data.milestone, 'missed') };
    case 'TaskEscalated':
      return { ...row, ...escalated(row, event.data) };
    case 'EscalationFoundNobody':
      return { ...row, escalationLevel: event.data.level, escalatedTo: null, escalatedAs: null };
    case 'AcknowledgementMissed':
    case 'TaskBecameOverdue':
      return row;
    default:
      return evolveByAct(row, event, occurredAt);
  }
};

type Escalated = Extract<TaskEvent, { type: 'TaskEscalated' }>['data'];

const escalated = ({ taskId }: TaskRow, { level, office, opens, round }: Escalated): Partial<TaskRow> => ({
  escalationLevel: level,
  escalatedTo: office.unit,
  escalatedAs: opens === 'notice' ? null : escalatedMatterId(taskId, level, round),
});

const evolveByAct = (row: TaskRow, event: ActEvent, occurredAt: string): TaskRow => {
  switch (event.type) {
    case 'TaskAcknowledged':
      return { ...row, state: 'acknowledged', passed: takenUp(row, occurredAt) };
    case 'ProgressReported': {
      const { report, milestone, occurrence } = event.data;
      const passed = takenUp(row, occurredAt);
      const said = { lastReport: canonical(report), passed, ...reportedInTime(row, occurrence, occurredAt) };
      return { ...row, state: 'inProgress', milestones: marked(row, milestone, 'met'), ...said };
    }
    case 'TaskSubmitted': {
      const { submission, report, evidence } = event.data;
      const said = { lastReport: canonical(report), evidence: evidence && canonical(evidence) };
      const answered = { passed: submittedAgain(row, occurredAt), ...reportedInTime(row, undefined, occurredAt) };
      return { ...row, state: 'submitted', decidedAt: occurredAt, submission, ...said, ...answered };
    }
    case 'TaskReturned':
      return { ...row, state: 'returned', decidedAt: null, ...returnedTo(row, occurredAt) };
    case 'TaskAccepted':
      return { ...row, state: 'accepted' };
    case 'TaskLapsed':
      return { ...row, state: 'lapsed' };
    default:
      return evolveByChapter(row, event, occurredAt);
  }
};

const marked = ({ milestones }: TaskRow, name: string | null, state: MilestoneState['state']): string =>
  canonical(
    (JSON.parse(milestones) as MilestoneState[]).map((each) => (each.name === name ? { ...each, state } : each)),
  );
