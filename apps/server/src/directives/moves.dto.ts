import type { TaskCommand } from '@edict/directives';

import { EvidencedDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Words } from '../http/fields.ts';

export class ConfirmDeadlinesDto extends EvidencedDto implements Omit<Written<TaskCommand, 'ConfirmDeadline'>, 'from'> {
  @Words('Why.', 'Edition 2 of the calendar has a holiday more.') readonly reason!: string;
}
