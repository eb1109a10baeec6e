import { Length } from 'class-validator';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { DEADLINE_CLASSES, TASK_KINDS, TASK_STATES, type DeadlineClass } from '@edict/directives';

import { Id, MayBeLeftOut, Name, OneOf } from '../http/fields.ts';
import { PageAsOf } from '../reading/page.dto.ts';

/** Whatever is left out does not narrow the list. */
export class TasksWhereQuery {
  @MayBeLeftOut() @Id('Of this directive.') readonly directiveId?: string;
  @MayBeLeftOut() @Name('Who has it.', 'ministry-of-finance') readonly unit?: string;
  @MayBeLeftOut() @OneOf(TASK_STATES, 'In this state.') readonly state?: string;
  @MayBeLeftOut() @OneOf(TASK_KINDS, 'Of this kind.') readonly kind?: string;

  @MayBeLeftOut()
  @OneOf(DEADLINE_CLASSES, 'How it stands with its deadline now.')
  readonly deadlineClass?: DeadlineClass;

  @MayBeLeftOut()
  @Length(1, 100)
  @ApiProperty({ description: 'Of this clause, as the directive numbers it.', example: '5.b1' })
  readonly clause?: string;
}

export class TasksQuery extends IntersectionType(TasksWhereQuery, PageAsOf) {}
