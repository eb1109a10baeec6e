import type { TaskCommand } from '@edict/directives';

import { ActDto, EvidencedDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { MayBeLeftOut, Name, Ordinal, Words } from '../http/fields.ts';

type Of<Type extends TaskCommand['type']> = Written<TaskCommand, Type>;

const ASSIGNMENT = 'The assignment that is meant, as the task shows it.';
const SUBMISSION = 'The submission that is meant, as the task shows it.';

export class AcknowledgeTaskDto extends EvidencedDto implements Of<'AcknowledgeTask'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
}

export class ReportProgressDto extends EvidencedDto implements Of<'ReportProgress'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
  @Words('What has been done.', 'Twenty of thirty drafts are finished.') readonly report!: string;
  @MayBeLeftOut() @Words('The milestone that is met with it.', 'drafts finished') readonly milestone?: string;
  @MayBeLeftOut()
  @Ordinal('The period that it is for; without it, the oldest that is open.')
  readonly occurrence?: number;
}

export class SubmitTaskDto extends EvidencedDto implements Of<'SubmitTask'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
  @Words('That it is done, and how.', 'All documents are issued.') readonly report!: string;
}

export class AcceptTaskDto extends EvidencedDto implements Of<'AcceptTask'> {
  @Ordinal(SUBMISSION) readonly submission!: number;
}

export class ReturnTaskDto extends EvidencedDto implements Of<'ReturnTask'> {
  @Ordinal(SUBMISSION) readonly submission!: number;
  @Words('What is to be done better.', 'The annex is missing.') readonly reason!: string;
}

export class LapseTaskDto extends EvidencedDto implements Of<'LapseTask'> {
  @Words('Why it is no longer in force.', 'Replaced by a later directive.') readonly reason!: string;
}

export class AssignTaskToDto extends ActDto implements Of<'AssignTaskTo'> {
  @Name('Who is to do it.', 'government-party-committee') readonly unit!: string;
}
