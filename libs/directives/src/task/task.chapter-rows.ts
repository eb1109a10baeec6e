import { canonical } from '@edict/kernel';

import type { AddresseeEvent } from './task.addressee.messages.ts';
import type { CourseEvent } from './task.course.messages.ts';
import type { DatesEvent } from './task.dates.messages.ts';
import type { Deadline } from './deadline.ts';
import type { DelegationEvent } from './task.delegation.messages.ts';
import type { ChapterEvent } from './task.events.ts';
import {
  changed,
  plus,
  type ChildRow,
  type ContributionRow,
  type DateMoved,
  type DemandRow,
  type OccurrenceRow,
  type Passed,
} from './task.life-row.ts';
import type { TaskRow } from './task.projection.ts';

type Rows<E extends ChapterEvent> = {
  readonly [Type in E['type']]: (row: TaskRow, data: Extract<E, { type: Type }>['data'], at: string) => TaskRow;
};

type Move = Readonly<{ from: string | null; deadline: Deadline; reason: unknown; order?: unknown }>;

const redated = (row: TaskRow, how: DateMoved['how'], move: Move, at: string): TaskRow => {
  const { from, deadline, reason, order = null } = move;
  const { dueAt, dueSoonAt } = deadline;
  const dates = plus(row.dates, { how, from, to: dueAt, at, reason, order });
  return { ...row, dueAt, dueSoonAt, request: null, dates };
};

const dates: Rows<DatesEvent> = {
  ExtensionRequested: (row, { request, toOn, reason, progress }, at) => ({
    ...row,
    request: canonical({ request, toOn, reason, progress, at }),
  }),
  ExtensionGranted: (row, data, at) => ({
    ...redated(row, 'extended', data, at),
    extensions: row.extensions + 1,
  }),
  ExtensionRefused: (row) => ({ ...row, request: null }),
  DeadlineOverridden: (row, data, at) => redated(row, 'overridden', data, at),
  DeadlineRecalculated: (row, data, at) => redated(row, 'recalculated', data, at),
};

/** Who has it now has answered, by acknowledging it or by a report; what was returned is answered when it is submitted again. */
export const takenUp = (row: TaskRow, at: string): string => answered(row, 'reassigned', at);
export const submittedAgain = (row: TaskRow, at: string): string =>
  answered({ ...row, passed: takenUp(row, at) }, 'returned', at);

const answered = (row: TaskRow, act: Passed['act'], at: string): string =>
  changed<Passed>(row.passed, (each) => each.act === act && each.answeredAt === null, { answeredAt: at });

const halted = (row: TaskRow): string => canonical({ state: row.state });
const before = (row: TaskRow): string => (JSON.parse(row.halted ?? '{"state":"assigned"}') as { state: string }).state;

const addressee: Rows<AddresseeEvent> = {
  TaskRefused: (row, { unit }, at) => ({
    ...row,
    state: 'refused',
    halted: halted(row),
    refusals: row.refusals + 1,
    passed: plus(row.passed, { act: 'refused', unit, at, answeredAt: null }),
  }),
  AssignmentUpheld: (row, _, at) => ({
    ...row,
    state: before(row),
    halted: null,
    passed: answered(row, 'refused', at),
  }),
  TaskReassigned: (row, { assignment, unit, coordinating }, at) => ({
    ...row,
    state: 'assigned',
    assignment,
    unit,
    accountable: canonical([unit]),
    lead: canonical([unit]),
    coordinating: canonical(coordinating),
    request: null,
    halted: null,
    reassignments: row.reassignments + 1,
    passed: plus(answered(row, 'refused', at), { act: 'reassigned', unit, at, answeredAt: null }),
  }),
  TaskSuspended: (row, _, at) => ({ ...row, state: 'suspended', halted: halted(row), suspendedAt: at }),
  TaskResumed: (row, { from, deadline, reason }, at) => {
    const resumed = { ...row, state: before(row), halted: null, suspendedAt: null };
    return deadline ? redated(resumed, 'resumed', { from, deadline, reason }, at) : resumed;
  },
  TaskCancelled: (row) => ({ ...row, state: 'cancelled', request: null }),
};

const family: Rows<DelegationEvent> = {
  TaskDelegated: (row, { child }) => {
    const { ref, unit, deadline } = child.task;
    const own: ChildRow = { id: child.id, ref, unit, dueAt: deadline?.dueAt ?? null, ended: null, decided: null };
    return { ...row, state: 'delegated', children: plus(row.children, own) };
  },
  ChildNoted: (row, { child, ended, dueAt, unit }) => ({
    ...row,
    children: changed<ChildRow>(row.children, ({ id }) => id === child, {
      ended,
      dueAt,
      ...(unit === undefined ? {} : { unit }),
    }),
  }),
  WholeTransferred: (row) => row,
  ChildDecided: (row, { child, decision }) => ({
    ...row,
    children: changed<ChildRow>(row.children, ({ id }) => id === child, { decided: decision }),
  }),
  TaskContributed: (row, { unit, inPlaceOf = unit }, at) => {
    const isOpen = (each: ContributionRow) => each.unit === inPlaceOf && each.state !== 'given';
    const wasAsked = (JSON.parse(row.contributions) as ContributionRow[]).some(isOpen);
    const passed = changed<Passed>(
      row.passed,
      (each) => each.act === 'opinion' && each.unit === inPlaceOf && each.answeredAt === null,
      { answeredAt: at, unit },
    );
    const contributions = wasAsked
      ? changed<ContributionRow>(row.contributions, isOpen, { state: 'given', at, unit })
      : plus(row.contributions, { unit, dueAt: null, state: 'given', at });
    return { ...row, contributions, passed };
  },
  ContributionAsked: (row, { unit, dueAt, opinion }, at) => ({
    ...row,
    contributions: plus(row.contributions, { unit, dueAt, state: 'asked', at }),
    opinions: row.opinions + (opinion ? 1 : 0),
    passed: opinion ? plus(row.passed, { act: 'opinion', unit, at, answeredAt: null }) : row.passed,
  }),
  ContributionMissed: (row, { unit, dueAt }) => ({
    ...row,
    contributions: changed<ContributionRow>(
      row.contributions,
      (each) => each.unit === unit && each.dueAt === dueAt && each.state === 'asked',
      { state: 'missed' },
    ),
  }),
  ReportDemanded: (row, { demand, by, dueAt }) => ({
    ...row,
    demands: plus(row.demands, { demand, by, dueAt, state: 'open' }),
  }),
  DemandMissed: (row, { demand }) => ({
    ...row,
    demands: changed<DemandRow>(row.demands, (each) => each.demand === demand, { state: 'missed' }),
  }),
};

const closed = (row: TaskRow, occurrence: number, change: Partial<OccurrenceRow>): string =>
  changed<OccurrenceRow>(row.occurrences, (each) => each.occurrence === occurrence, change);

const course: Rows<CourseEvent> = {
  FindingDecided: (row, { finding, ruling, by, assignment, reason, divided }, at) => {
    const { lead, coordinating, every } = ruling;
    return {
      ...row,
      ...(lead === undefined ? {} : { unit: lead, lead: canonical([lead]) }),
      ...(coordinating ? { coordinating: canonical(coordinating) } : {}),
      ...(assignment > row.assignment ? { state: 'assigned', assignment } : {}),
      every: every ?? row.every,
      decisions: plus(row.decisions, {
        finding,
        ruling,
        by,
        at,
        reason,
        ...(divided ? { members: divided.members } : {}),
      }),
    };
  },
  RegistrationCorrected: (row, { to }) => ({
    ...row,
    ...(to.statement === undefined ? {} : { statement: canonical(to.statement) }),
    ...(to.coordinating ? { coordinating: canonical(to.coordinating) } : {}),
    ...(to.urgent === undefined ? {} : { urgent: Number(to.urgent) }),
  }),
  TaskStarted: (row, { event, deadline }, at) => {
    const started = { ...row, started: 1 };
    return deadline ? redated(started, 'started', { from: row.dueAt, deadline, reason: event }, at) : started;
  },
  PredecessorDone: (row, { ref, task }, at) => ({ ...row, predecessors: plus(row.predecessors, { ref, task, at }) }),
  TaskAwaited: (row) => row,
  OccurrenceOpened: (row, { occurrence, from, dueAt }) => ({
    ...row,
    occurrences: plus(row.occurrences, { occurrence, from, dueAt, state: 'open', reportedAt: null }),
  }),
  OccurrenceBecameOverdue: (row, { occurrence }) => ({
    ...row,
    occurrences: closed(row, occurrence, { state: 'overdue' }),
  }),
  OccurrenceMissed: (row, { occurrence }) => ({ ...row, occurrences: closed(row, occurrence, { state: 'missed' }) }),
  DirectiveChangeApplied: (row, { by, effect, from, deadline, reason }, at) => {
    if (effect === 'cancelled') return { ...row, state: 'cancelled', request: null };
    return deadline ? redated(row, 'amended', { from, deadline, reason, order: by }, at) : row;
  },
};

const CHAPTERS: Readonly<Record<string, unknown>> = { ...dates, ...addressee, ...family, ...course };

/** An event of a newer version changes nothing. */
export const evolveByChapter = (row: TaskRow, { type, data }: ChapterEvent, at: string): TaskRow =>
  Object.hasOwn(CHAPTERS, type)
    ? (CHAPTERS[type] as (row: TaskRow, data: object, at: string) => TaskRow)(row, data, at)
    : row;

/** A report closes the period that it is for, and answers what was demanded. */
export const reportedInTime = (row: TaskRow, occurrence: number | undefined, at: string): Partial<TaskRow> => {
  const demands = changed<DemandRow>(row.demands, ({ state }) => state === 'open', { state: 'answered' });
  if (occurrence === undefined) return { demands };
  const due = (JSON.parse(row.occurrences) as OccurrenceRow[]).find((each) => each.occurrence === occurrence);
  const state = due && at < due.dueAt ? 'reported' : 'late';
  return { demands, occurrences: closed(row, occurrence, { state, reportedAt: at }) };
};

/** Work that comes back is counted as well. */
export const returnedTo = (row: TaskRow, at: string): Partial<TaskRow> => ({
  returns: row.returns + 1,
  passed: plus(row.passed, { act: 'returned', unit: row.unit ?? '', at, answeredAt: null }),
});
