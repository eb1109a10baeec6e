import type { Filled, FormReportRow } from '@edict/directives';

/** What a unit has filled in, as it stands: the numbers by key, and what was written. */
export type FormReportTold = Readonly<{
  id: string;
  form: string;
  edition: number;
  directiveId: string;
  task: string;
  unit: string;
  on: string;
  values: Readonly<Record<string, number>>;
  written: Filled;
  corrections: number;
  filedAt: string;
  changedAt: string;
}>;

export const formReportTold = (row: FormReportRow): FormReportTold => ({
  id: row.formReportId,
  form: row.formId,
  edition: row.edition,
  directiveId: row.directiveId,
  task: row.concerning,
  unit: row.unit,
  on: row.ofDay,
  values: JSON.parse(row.values) as Readonly<Record<string, number>>,
  written: JSON.parse(row.written) as Filled,
  corrections: row.corrections,
  filedAt: row.filedAt,
  changedAt: row.changedAt,
});
