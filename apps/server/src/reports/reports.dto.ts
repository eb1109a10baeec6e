import { REPORT_FORMATS, REPORT_KINDS, type ReportFormat, type ReportKind } from '@edict/engine';

import { Day, Id, MayBeLeftOut, Name, OneOf, Ref } from '../http/fields.ts';
import { AsOfQuery } from '../reading/as-of.dto.ts';

export class ReportParam {
  @OneOf(REPORT_KINDS, 'Which report.') readonly kind!: ReportKind;
}

/** Of all that the reader may see, where nothing is named. */
export class ReportQuery extends AsOfQuery {
  @MayBeLeftOut() @Id('Of this directive.') readonly directiveId?: string;
  @MayBeLeftOut() @Name('Of the tasks that lie with this unit.', 'ministry-of-finance') readonly unit?: string;
  @MayBeLeftOut() @Name('Of this form, for the report of that kind.', 'staff-at-the-merger') readonly form?: string;
  @MayBeLeftOut() @Day('Whose figures, for the report of a form.') readonly on?: string;
  @MayBeLeftOut() @Ref('Of which task, by its ref, where it is asked who owes a form.', '5.b3-1') readonly ref?: string;
}

export class ReportFileQuery extends ReportQuery {
  @OneOf(REPORT_FORMATS, 'As which file.') readonly format!: ReportFormat;
}
