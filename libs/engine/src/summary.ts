import {
  deadlineClassOf,
  formFigures,
  listOf,
  statisticsOf,
  type ChildRow,
  type ContributionRow,
  type DateMoved,
  type DecisionRow,
  type FormFigures,
  type MatterRow,
  type MilestoneState,
  type OccurrenceRow,
  type Passed,
  type Said,
  type Statistics,
  type SuccessionRow,
  type TaskRow,
} from '@edict/directives';
import type { Instant } from '@edict/kernel';

import { formReportTold, type FormReportTold } from './form-report.ts';
import { matterSummary, type MatterSummary } from './matter-summary.ts';
import type { Reading } from './reader.ts';
import { coverageOf, notComeDown, type Coverage } from './reading/coverage.ts';

export type TaskSummary = Readonly<{
  id: string;
  ref: string;
  clause: string;
  kind: string;
  unit: string | null;
  accountable: readonly string[];
  lead: readonly string[];
  coordinating: readonly string[];
  state: string;
  dueAt: string | null;
  deadlineClass: string;
  milestones: readonly MilestoneState[];
  escalatedTo: string | null;
  /** What the text says, word for word. */
  says: Said;
  parent: string | null;
  extensions: number;
  dates: readonly DateMoved[];
  request: unknown;
  passed: readonly Passed[];
  children: readonly ChildRow[];
  contributions: readonly ContributionRow[];
  decisions: readonly DecisionRow[];
  occurrences: readonly OccurrenceRow[];
}>;

/** Each period of each periodic task for which a report is owed, or was. */
export type OccurrenceSummary = OccurrenceRow & Readonly<{ task: string; member: string; unit: string | null }>;

/** In streams: holdings and late are what was moved, what was closed meanwhile, and what is open; nothing is, if it is balanced. */
export type SuccessionSummary = Readonly<{
  id: string;
  kind: string;
  to: string | null;
  effectiveOn: string | null;
  /** How far the text says that it has come, and where nobody is named, whether somebody will be. */
  status: string | null;
  successor: string | null;
  holdings: number;
  late: number;
  moved: number;
  closedMeanwhile: number;
  /** What still waits with the predecessors. */
  open: number;
  balanced: boolean;
}>;

export const successionSummary = (row: SuccessionRow): SuccessionSummary => {
  const {
    successionId: id,
    kind,
    to,
    effectiveOn,
    status,
    successor,
    holdings,
    late,
    moved,
    closedMeanwhile,
    open,
  } = row;
  const said = { id, kind, to, effectiveOn, status, successor };
  return { ...said, holdings, late, moved, closedMeanwhile, open, balanced: row.balanced === 1 };
};

/** How a directive stands at a moment. */
export type Summary = Readonly<{
  directive: string;
  directiveId: string;
  at: Instant;
  tasks: readonly TaskSummary[];
  occurrences: readonly OccurrenceSummary[];
  statistics: Statistics;
  matters: readonly MatterSummary[];
  /** What was filled into forms, the latest day first. */
  formReports: readonly FormReportTold[];
  standingUnits: Readonly<{ expected: readonly string[]; setUp: readonly string[]; missing: readonly string[] }>;
  successions: readonly SuccessionSummary[];
  /** Figures that the text states. */
  figures: readonly FormFigures[];
  coverage: readonly Coverage[];
  /** Rows of the coverage of which nobody has been told, or nobody is charged with. */
  notComeDown: readonly Coverage[];
  counts: Readonly<{
    tasks: number;
    byState: Readonly<Record<string, number>>;
    byDeadlineClass: Readonly<Record<string, number>>;
    byKind: Readonly<Record<string, number>>;
    matters: Readonly<Record<string, number>>;
    standingUnits: Readonly<{ expected: number; setUp: number; missing: number }>;
  }>;
}>;

export const taskSummary = (row: TaskRow, at: Instant): TaskSummary => ({
  id: row.taskId,
  ref: row.ref,
  clause: row.clause,
  kind: row.kind,
  unit: row.unit,
  accountable: namesIn(row.accountable),
  lead: namesIn(row.lead),
  coordinating: namesIn(row.coordinating),
  state: row.state,
  dueAt: row.dueAt,
  deadlineClass: deadlineClassOf(row, at),
  milestones: JSON.parse(row.milestones) as MilestoneState[],
  escalatedTo: row.escalatedTo,
  says: JSON.parse(row.says) as Said,
  parent: row.parent,
  extensions: row.extensions,
  dates: listOf(row, 'dates'),
  request: row.request === null ? null : (JSON.parse(row.request) as unknown),
  passed: listOf(row, 'passed'),
  children: listOf(row, 'children'),
  contributions: listOf(row, 'contributions'),
  decisions: listOf(row, 'decisions'),
  occurrences: listOf(row, 'occurrences'),
});

const occurrencesOf = (rows: readonly TaskRow[]): readonly OccurrenceSummary[] =>
  rows.flatMap((row) =>
    listOf(row, 'occurrences').map((each) => ({
      task: row.ref,
      member: row.member,
      unit: row.unit,
      ...each,
    })),
  );

/** `undefined`: there is no such directive. */
export const summaryOf = async (
  reading: Reading,
  directiveId: string,
  asOf?: Instant,
): Promise<Summary | undefined> => {
  const directive = await reading.directive(directiveId, asOf);
  if (!directive) return undefined;
  const at = asOf ?? reading.now();
  const rows = await reading.tasks(directiveId, asOf);
  const tasks = rows.map((row) => taskSummary(row, at));
  const refs = new Map(tasks.map(({ id, ref }) => [id, ref]));
  const matters = (await mattersOf(reading, directiveId, asOf)).map((row) =>
    matterSummary(row, refs.get(row.concerning ?? '') ?? null),
  );
  const { expected, setUp, missing } = await reading.standingUnits(directiveId);
  const standingUnits = { expected, setUp: setUp.map(({ committee }) => committee), missing };
  const successions = (await reading.successions(asOf)).map(successionSummary);
  const coverage = (await coverageOf(reading, directiveId, asOf)) ?? [];
  const counts = countsOf({ tasks, matters, standingUnits });
  const formReports = await formReportsOf(reading, directiveId, asOf);
  const figures = formFigures((await reading.issued(directiveId))?.document.reportForms ?? []);
  const counted = { occurrences: occurrencesOf(rows), statistics: statisticsOf(rows, at) };
  const held = { matters, formReports, standingUnits, successions, figures };
  return {
    ...{ directive: directive.slug, directiveId, at, tasks, ...counted, ...held },
    ...{ coverage, notComeDown: notComeDown(coverage), counts },
  };
};

const EVERY = { limit: Number.MAX_SAFE_INTEGER - 1 };

const formReportsOf = async (reading: Reading, directiveId: string, asOf?: Instant) => {
  const { lists } = asOf ? reading.asOf(asOf) : reading;
  return (await lists.formReports({ directiveId }, EVERY)).items.map(formReportTold);
};

const mattersOf = async (reading: Reading, directiveId: string, asOf?: Instant): Promise<readonly MatterRow[]> => {
  const rows = await reading.matters({ directiveId });
  if (!asOf) return rows;
  const known = await Promise.all(rows.map(({ matterId }) => reading.matter(matterId, asOf)));
  return known.filter((row) => row !== undefined);
};

const countsOf = ({
  tasks,
  matters,
  standingUnits,
}: Pick<Summary, 'tasks' | 'matters' | 'standingUnits'>): Summary['counts'] => ({
  tasks: tasks.length,
  byState: tally(tasks.map(({ state }) => state)),
  byDeadlineClass: tally(tasks.map(({ deadlineClass }) => deadlineClass)),
  byKind: tally(tasks.map(({ kind }) => kind)),
  matters: tally(matters.map(({ state }) => state)),
  standingUnits: {
    expected: standingUnits.expected.length,
    setUp: standingUnits.setUp.length,
    missing: standingUnits.missing.length,
  },
});

const tally = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

const namesIn = (text: string): readonly string[] => JSON.parse(text) as string[];
