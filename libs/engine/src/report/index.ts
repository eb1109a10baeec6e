export { fileOf, REPORT_FORMATS, reportText, type ReportFile, type ReportFormat } from './report-file.ts';
export { REPORT_KINDS, reportOf, type ReportAsked, type ReportKind } from './report-of.ts';
export type { FormOwedFigures } from './form-owed.ts';
export type { FormFigures } from './form.ts';
export type { LateFigures } from './late.ts';
export type { PassingFigures } from './passing.ts';
export type { PilingUpFigures } from './piling-up.ts';
export type { Report } from './report.ts';
export type { Sheet } from './sheet.ts';
