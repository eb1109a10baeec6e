import { calendarOf, ROUNDING, type DirectiveRow, type Reckoning, type TaskRow } from '@edict/directives';
import type { Instant } from '@edict/kernel';

import { past } from '../reading/past.ts';
import type { Reading } from '../reading/reading.ts';
import { coverageReport } from './coverage.ts';
import { formOwedReport } from './form-owed.ts';
import { formReportOf } from './form.ts';
import { lateReport } from './late.ts';
import { passingReport } from './passing.ts';
import { pilingUpReport } from './piling-up.ts';
import type { About, DirectiveTold, Report, Scope } from './report.ts';
import { statisticsReport } from './statistics.ts';
import { unitFormReport } from './unit-form.ts';

/** Every kind of report. Whoever adds one adds a line here, and HTTP, command line, CSV and XLSX have it. */
const MAKING = {
  statistics: statisticsReport,
  late: lateReport,
  'unit-form': unitFormReport,
  coverage: coverageReport,
  'piling-up': pilingUpReport,
  passing: passingReport,
  form: formReportOf,
  'form-owed': formOwedReport,
} as const;
export type ReportKind = keyof typeof MAKING;
export const REPORT_KINDS = Object.keys(MAKING) as readonly ReportKind[];

export type ReportAsked = Readonly<{ kind: ReportKind; asOf?: Instant } & Scope>;

/** As of a moment, or of now. Throws `Rejection` where the moment is still to come, or where it would be too much. */
export const reportOf = async (reading: Reading, { kind, asOf, ...scope }: ReportAsked): Promise<Report> => {
  const now = reading.now();
  const at = past(asOf ?? now, now);
  const known = asOf === undefined ? reading : { ...reading, ...reading.asOf(asOf) };
  const { form: _, on: _on, ref: _ref, ...ofTasks } = scope;
  const tasks = kind === 'form' ? [] : await known.rows(ofTasks);
  const directives = await directivesOf(known, tasks, at);
  const directiveOf = ({ directiveId }: TaskRow) => directives.get(directiveId)!;
  const about: About = { at, asOf, scope, reading: known, tasks: inOrder(tasks, directiveOf), directiveOf };
  const made = await MAKING[kind](about);
  return {
    report: kind,
    asOf: at,
    directiveId: scope.directiveId ?? null,
    unit: scope.unit ?? null,
    rounding: ROUNDING,
    calendars: [...new Set([...directives.values()].map(({ reckoning }) => reckoning.source))].toSorted(),
    ...made,
  };
};

const directivesOf = async (reading: Reading, tasks: readonly TaskRow[], at: Instant) => {
  const told = new Map<string, DirectiveTold>();
  for (const id of new Set(tasks.map(({ directiveId }) => directiveId))) {
    const row = await reading.directive(id, at);
    const issued = await reading.issued(id);
    if (row && issued) told.set(id, toldOf(row, reckoningIn(issued)));
  }
  return told;
};

type IssuedUnder = NonNullable<Awaited<ReturnType<Reading['issued']>>>;

const reckoningIn = ({ policy, calendar }: IssuedUnder): Reckoning => ({
  zone: policy.value.policy.zone,
  calendar: calendarOf(calendar.value),
  source: calendar.source,
});

const toldOf = ({ number, slug, issuers, issuedOn }: DirectiveRow, reckoning: Reckoning): DirectiveTold => ({
  name: number ?? slug,
  issuers: JSON.parse(issuers) as string[],
  issuedOn,
  reckoning,
});

/** By the name of the directive, then as a reader counts: 2 before 10. */
const inOrder = (tasks: readonly TaskRow[], directiveOf: (task: TaskRow) => DirectiveTold): readonly TaskRow[] => {
  const keyOf = (task: TaskRow): string =>
    [directiveOf(task).name, task.directiveId, counting(task.ref), task.member, task.taskId].join('\u0000');
  return tasks
    .map((task) => ({ task, key: keyOf(task) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ task }) => task);
};

const counting = (ref: string): string => ref.replaceAll(/\d+/g, (digits) => digits.padStart(8, '0'));
