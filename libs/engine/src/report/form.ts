import {
  editionOn,
  formOf,
  reference,
  referenceStream,
  sumOfFigures,
  type Edition,
  type Form,
  type FormReportRow,
  type ReferenceEvent,
} from '@edict/directives';
import { fold, Rejection } from '@edict/kernel';
import { happened } from '@edict/runtime';

import { formReportTold, type FormReportTold } from '../form-report.ts';
import type { About, Making } from './report.ts';
import { columnsOf, type Cell, type Sheet } from './sheet.ts';

/** `total`: over everything that was filled in. `parts`: of which it must be the sum, and is in each. */
type LineTold = Readonly<{ key: string; name: string; parts: readonly string[]; total: number }>;

/** `units`: who has filled it in. Figures of units that have not are missing, and not nought. */
export type FormFigures = Readonly<{
  form: string;
  on: string;
  edition: number;
  filled: number;
  units: readonly string[];
  lines: readonly LineTold[];
}>;

/** What units filled into a form for a day, line by line under its key, and the totals over all of them. */
export const formReportOf: Making<FormFigures> = async (about) => {
  const { form, on } = askedIn(about);
  const edition = await editionIn(about, form, on);
  const filled = (await rowsOf(about, form, on)).map(formReportTold);
  const lines = edition.lines.map(({ key, name, parts = [] }) => ({
    ...{ key, name, parts },
    total: sumOfFigures(filled.flatMap(({ values }) => values[key] ?? [])),
  }));
  const units = [...new Set(filled.map(({ unit }) => unit))].toSorted();
  return {
    formulas: ['form@1'],
    figures: { form, on, edition: edition.version, filled: filled.length, units, lines },
    sheets: [byReport(edition, filled, lines), byLine(lines)],
  };
};

export const askedIn = ({ scope: { form, on } }: About): Readonly<{ form: string; on: string }> => {
  if (form === undefined || on === undefined)
    throw new Rejection('report/which-form', 'Say which form, and of which day: form and on.');
  return { form, on };
};

/** As it was known then: a later edition changes no report of the past. */
export const editionIn = async ({ reading, at }: About, id: string, on: string): Promise<Form> => {
  const known = (await reading.history(referenceStream('form', id))).map(happened);
  const events = known.filter(({ recordedAt }) => recordedAt <= at) as unknown as readonly ReferenceEvent[];
  const edition: Edition | undefined = editionOn(fold(reference, events), on);
  if (edition?.kind !== 'form') throw new Rejection('form/unknown', `No form ${id} is in force on ${on}.`);
  return formOf(edition.content);
};

const ALL = { limit: Number.MAX_SAFE_INTEGER - 1 };

const rowsOf = async (about: About, formId: string, ofDay: string) => {
  const { unit } = about.scope;
  const items = (await filledFor(about, formId, ofDay)).filter((row) => unit === undefined || row.unit === unit);
  const keyOf = (row: FormReportRow): string => [row.unit, row.concerning, row.formReportId].join('\u0000');
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** Everything that was filled into it for the day, by whomever. */
export const filledFor = async ({ reading, scope: { directiveId } }: About, formId: string, ofDay: string) => {
  const where = { formId, ofDay, ...(directiveId ? { directiveId } : {}) };
  return (await reading.lists.formReports(where, ALL)).items;
};

/** A line for each unit and task, a column for each key: names may be alike, columns are not. The last line is the total. */
const byReport = ({ lines }: Form, filled: readonly FormReportTold[], totals: readonly LineTold[]): Sheet => ({
  name: 'Form',
  columns: columnsOf({
    ...{ unit: 'Unit', task: 'Task', edition: 'Edition', corrections: 'Corrections' },
    ...Object.fromEntries(lines.map(({ key, name }) => [`value.${key}`, `${name} (${key})`])),
  }),
  rows: [
    ...filled.map(({ unit, task, edition, corrections, values }) => ({
      ...{ unit, task, edition, corrections },
      ...cellsOf(lines.map(({ key }) => [key, values[key] ?? null])),
    })),
    { unit: 'TOTAL', ...cellsOf(totals.map(({ key, total }) => [key, total])) },
  ],
});

const cellsOf = (cells: readonly (readonly [string, Cell])[]): Readonly<Record<string, Cell>> =>
  Object.fromEntries(cells.map(([key, value]) => [`value.${key}`, value]));

const byLine = (lines: readonly LineTold[]): Sheet => ({
  name: 'Totals',
  columns: columnsOf({ key: 'Key', name: 'Line', parts: 'Parts', total: 'Total' }),
  rows: lines.map(({ parts, ...line }) => ({ ...line, parts: parts.join(', ') })),
});
