import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat, type ReportKind } from '@edict/engine';

import { OneOf } from '../http/fields.ts';
import { ReportQuery } from '../reports/reports.dto.ts';

export class AskExportDto extends ReportQuery {
  @OneOf(REPORT_KINDS, 'Which report.') readonly kind!: ReportKind;
  @OneOf(REPORT_FORMATS, 'As which file.') readonly format!: ReportFormat;
}
