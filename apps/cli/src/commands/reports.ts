import {
  REPORT_FORMATS,
  REPORT_KINDS,
  reportText,
  type Report,
  type ReportFormat,
  type ReportKind,
} from '@edict/engine';

import { ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, UsageError, type Command, type Verb } from '../command.ts';
import { momentIn } from '../moment.ts';
import { withSource, type AskedReport } from '../source.ts';
import { table } from '../table.ts';
import { report as progress } from './acts.ts';

const OPTIONS = {
  ...ONLINE,
  'as-of': { type: 'string' },
  directive: { type: 'string' },
  of: { type: 'string' },
  form: { type: 'string' },
  on: { type: 'string' },
  task: { type: 'string' },
  counts: { type: 'boolean' },
  csv: { type: 'boolean' },
  xlsx: { type: 'boolean' },
  later: { type: 'boolean' },
} as const;

const USAGE = `[--as-of INSTANT] [--directive NAME] [--of UNIT] [--csv|--xlsx [--later]] ${ONLINE_USAGE}`;

const WHAT: Readonly<Record<ReportKind, string>> = {
  statistics:
    'The four buckets, ageing, days late, what is stuck and what waits, month on month. --counts: the buckets alone.',
  late: 'What is overdue or was done late, by who is accountable and by who leads.',
  coverage: 'How far each clause has come at each unit, and what has not come down.',
  'piling-up': 'What piles up before it is late: by kind, by unit and by clause, the greatest heap first.',
  passing:
    'How often and for how long work went round: refused, reassigned, returned, opinions asked; by unit and by task.',
  form: 'What units filled into a form for a day, and the totals: a line for each, a column for each key.',
  'form-owed':
    'Who has not filled in a form for a day: the tasks of a directive that are not over and lie with a unit, or those of one ref.',
  'unit-form': 'The form in which units report: 25 columns, a line for each task.',
};

const OWN: Readonly<Partial<Record<ReportKind, string>>> = {
  statistics: '[--counts] ',
  form: '--form FORM --on DAY ',
  'form-owed': '--form FORM --on DAY [--task REF] ',
};

const verbs: Readonly<Record<string, Verb>> = Object.fromEntries(
  REPORT_KINDS.map((kind) => {
    const usage = `${kind} ${OWN[kind] ?? ''}${USAGE}`;
    return [kind, { usage, what: WHAT[kind] }];
  }),
);

const isKind = (word: string | undefined): word is ReportKind => REPORT_KINDS.some((kind) => kind === word);

/** Two things are called so: what a lead says of a task, and what is made of many. No task has the name of a kind of report. */
export const report: Command = {
  ...progress,
  what: `${progress.what} Or makes a report, as of now or of a moment: as text, JSON, CSV or XLSX. With --later the file is made by whoever is free, and fetched when it is there.`,
  examples: [...progress.examples!, 'report late --as-of 2025-06-30T17:00:00Z --xlsx > late.xlsx'],
  verbs,
  run: (args) => (isKind(args[0]) ? make(args[0], args.slice(1)) : progress.run(args)),
};

const make = async (kind: ReportKind, args: readonly string[]): Promise<number> => {
  const { values, positionals } = parsed(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError(`edict report ${kind}: it is narrowed by options.`);
  assertMeant(kind, values);
  const asked = { kind, ...askedIn(values) };
  const format = REPORT_FORMATS.find((each) => values[each]);
  if (values.later && !format) throw new UsageError('--later is for a file: --csv or --xlsx.');
  if (format) await writeFile(asked, format, values);
  else await tell(asked, values);
  return EXIT.done;
};

const assertMeant = (kind: ReportKind, values: Values): void => {
  const { csv, xlsx, json, counts } = values;
  if ([csv, xlsx, json].filter(Boolean).length > 1) throw new UsageError('One of --json, --csv and --xlsx.');
  if (counts && (kind !== 'statistics' || csv || xlsx))
    throw new UsageError('--counts is for statistics, as text or --json.');
  if (kind === 'form' || kind === 'form-owed') assertForm(kind, values);
};

const assertForm = (kind: 'form' | 'form-owed', { form, on, directive }: Values): void => {
  const isOwed = kind === 'form-owed';
  if (form === undefined || on === undefined || (isOwed && directive === undefined))
    throw new UsageError(
      `edict report ${kind} --form FORM --on DAY${isOwed ? ' --directive NAME' : ''}: that is what is wanted.`,
    );
};

type Values = Readonly<{
  csv?: boolean | undefined;
  xlsx?: boolean | undefined;
  later?: boolean | undefined;
  'as-of'?: string | undefined;
  directive?: string | undefined;
  of?: string | undefined;
  form?: string | undefined;
  on?: string | undefined;
  task?: string | undefined;
  data: string;
  unit?: string | undefined;
  as?: string | undefined;
  json?: boolean | undefined;
  counts?: boolean | undefined;
}>;

const askedIn = ({ 'as-of': asOf, directive, of, form, on, task: ref }: Values): Omit<AskedReport, 'kind'> => ({
  ...(asOf === undefined ? {} : { asOf: momentIn(asOf) }),
  ...(directive === undefined ? {} : { directive }),
  ...(of === undefined ? {} : { unit: of }),
  ...(form === undefined ? {} : { form }),
  ...(on === undefined ? {} : { on }),
  ...(ref === undefined ? {} : { ref }),
});

const writeFile = async (asked: AskedReport, format: ReportFormat, values: Values): Promise<void> => {
  if (format === 'xlsx' && process.stdout.isTTY)
    throw new UsageError(`An XLSX file is not for a terminal: > ${asked.kind}.xlsx`);
  const content = await withSource(values, (source) => source.reportFile(asked, format, values.later));
  await new Promise<void>((resolve, reject) =>
    process.stdout.write(content, (error) => (error ? reject(error) : resolve())),
  );
};

const tell = async (asked: AskedReport, values: Values): Promise<void> => {
  const { counts, json } = values;
  const answer = await withSource(values, (source) => (counts ? source.statistics(asked) : source.report(asked)));
  if (json) await print(reportText(answer));
  else
    await print(
      counts
        ? table(Object.entries(answer as object).map(([name, value]) => [name, shown(value)]))
        : inWords(answer as Report),
    );
};

const inWords = ({ report: kind, asOf, sheets: [sheet] }: Report): string => {
  const { columns, rows } = sheet!;
  const cells = rows.map((row) => columns.map(({ key }) => shown(row[key])));
  return `${kind}, as of ${asOf}\n${table([columns.map(({ title }) => title), ...cells])}`;
};

const shown = (value: unknown): string => (value === null || value === undefined || value === '' ? '–' : String(value));
