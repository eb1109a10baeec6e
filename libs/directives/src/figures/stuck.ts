import { listOf } from '../task/task.life-row.ts';
import type { TaskRow } from '../task/task.projection.ts';

/** What has to be decided before it can go on. */
export const DECISIONS = [
  'lead',
  'addressee',
  'successor',
  'unit',
  'extension',
  'resumption',
  'interval',
  'part',
  'escalation',
] as const;
export type DecisionNeeded = (typeof DECISIONS)[number];

/** What a unit owes. */
export const STEPS = ['acknowledge', 'submit', 'accept', 'part', 'contribute', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** Stuck needs a decision of `by`; what waits, waits for a step that a named unit owes. */
export type Halt =
  | Readonly<{ halt: 'stuck'; needs: DecisionNeeded; by: readonly string[] }>
  | Readonly<{ halt: 'waiting'; owed: readonly Readonly<{ unit: string; step: Step }>[] }>;

/**
 * `issuers`: those who answer for them. `answers`: who does in place of a unit. `isOpen`: a unit has ended, and who gets what it holds is decided one by one. `isNobody`: it is a class
 * of units or of persons, or a place kept for one.
 */
export type Answering = Readonly<{
  issuers: readonly string[];
  answers(unit: string): string;
  isOpen(unit: string): boolean;
  isNobody(unit: string): boolean;
}>;

const OVER = ['accepted', 'lapsed', 'cancelled'];
const AT_WORK = ['acknowledged', 'inProgress', 'returned', 'delegated'];

/** `null`: it is over, or in force, and nobody has to do anything now. What is stuck is not also said to wait. */
export const haltOf = (task: TaskRow, answering: Answering): Halt | null => {
  const { issuers, isOpen } = answering;
  if (OVER.includes(task.state)) return null;
  const needs = task.unit !== null && isOpen(task.unit) ? 'successor' : needed(task);
  if (needs) return { halt: 'stuck', needs, by: needs === 'part' ? [task.unit ?? ''] : issuers };
  return waitingFor([...stepOf(task, issuers), ...asked(task)], answering);
};

const waitingFor = (all: Owed, { issuers, answers, isOpen, isNobody }: Answering): Halt | null => {
  const owed = all.map((each) => ({ ...each, unit: answers(each.unit) }));
  if (owed.some(({ unit }) => isOpen(unit))) return { halt: 'stuck', needs: 'successor', by: issuers };
  if (owed.some(({ unit }) => isNobody(unit))) return { halt: 'stuck', needs: 'unit', by: issuers };
  return owed.length > 0 ? { halt: 'waiting', owed } : null;
};

const BY_STATE: Readonly<Record<string, DecisionNeeded>> = {
  unassigned: 'lead',
  refused: 'addressee',
  suspended: 'resumption',
};

const needed = (task: TaskRow): DecisionNeeded | undefined => {
  if (Object.hasOwn(BY_STATE, task.state)) return BY_STATE[task.state];
  if (task.request !== null) return 'extension';
  if (task.kind === 'periodic' && task.every === null) return 'interval';
  if (listOf(task, 'children').some(({ ended, decided }) => hasFailed(ended) && decided === null)) return 'part';
  return task.escalationLevel > 0 && task.escalatedTo === null ? 'escalation' : undefined;
};

const hasFailed = (ended: string | null): boolean => ended !== null && ended !== 'accepted';

type Owed = Extract<Halt, { halt: 'waiting' }>['owed'];

const stepOf = (task: TaskRow, issuers: readonly string[]): Owed => {
  if (task.state === 'submitted') return issuers.map((unit) => ({ unit, step: 'accept' }));
  if (task.unit === null) return [];
  if (task.state === 'assigned') return [{ unit: task.unit, step: 'acknowledge' }];
  const parts = listOf(task, 'children').filter(({ ended, decided }) => ended === null && decided === null);
  if (parts.length > 0) return parts.map(({ unit }) => ({ unit, step: 'part' }));
  return AT_WORK.includes(task.state) && isToBeDone(task) ? [{ unit: task.unit, step: 'submit' }] : [];
};

const isToBeDone = ({ kind, started }: TaskRow): boolean =>
  kind === 'once' || (kind === 'conditional' && started === 1);

/** Beside its issuers, whoever may owe something of it. */
export const mayOwe = (task: TaskRow): readonly string[] => [
  ...(task.unit === null ? [] : [task.unit]),
  ...listOf(task, 'children').map(({ unit }) => unit),
  ...listOf(task, 'contributions').map(({ unit }) => unit),
];

/** What others were asked for, and reports that are owed. */
const asked = (task: TaskRow): Owed => [
  ...listOf(task, 'contributions')
    .filter(({ state }) => state !== 'given')
    .map(({ unit }) => ({ unit, step: 'contribute' as const })),
  ...(task.unit !== null && isReportOwed(task) ? [{ unit: task.unit, step: 'report' as const }] : []),
];

const isReportOwed = (task: TaskRow): boolean =>
  listOf(task, 'demands').some(({ state }) => state !== 'answered') ||
  listOf(task, 'occurrences').some(({ state }) => state === 'open' || state === 'overdue');
