import { canonical } from '@edict/kernel';
import { FORMULAS } from '@edict/directives';

import { csvOf } from './csv.ts';
import type { Report } from './report.ts';
import { columnsOf, type Sheet } from './sheet.ts';
import { xlsxOf } from './xlsx.ts';

export const REPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type ReportFile = Readonly<{ name: string; mediaType: string; content: Uint8Array }>;

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** CSV: the first sheet, as CSV has only one. XLSX: all of them, and what the report is of. */
export const fileOf = (report: Report, format: ReportFormat): ReportFile => ({
  name: `${report.report}-${report.asOf.replaceAll(/[:.]/g, '-')}.${format}`,
  mediaType: MEDIA_TYPES[format],
  content: format === 'csv' ? Buffer.from(csvOf(report.sheets[0]!)) : xlsxOf([...report.sheets, aboutSheet(report)]),
});

/** One text for one report. */
export const reportText = (report: unknown): string => canonical(report);

const aboutSheet = ({ report, asOf, directiveId, unit, rounding, calendars, formulas }: Report): Sheet => {
  const lines = Object.entries({ report, asOf, directiveId, unit, rounding, calendars: calendars.join(', ') });
  const reckoned = formulas.map((formula) => [formula, FORMULAS[formula]] as const);
  const rows = [...lines, ...reckoned].map(([name, value]) => ({ name, value }));
  return { name: 'About', columns: columnsOf({ name: 'What', value: 'Value' }), rows };
};
