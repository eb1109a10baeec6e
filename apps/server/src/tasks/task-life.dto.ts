import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';
import type { Order, TaskCommand } from '@edict/directives';

import { EvidencedDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Day, Id, MayBeLeftOut, Name, OneOf, Ordinal, Truth, Words } from '../http/fields.ts';

type Of<Type extends TaskCommand['type']> = Written<TaskCommand, Type>;

const ASSIGNMENT = 'The assignment that is meant, as the task shows it.';
const REQUEST = 'The request that is meant, as the task shows it.';
const NEW_DAY = 'The last day on which it can be met then.';
const WHY = 'Why.';

/** The document that an act rests on. */
export class OrderDto implements Order {
  @Words('Its number, as printed.', '160-KL/TW') readonly number!: string;
  @Name('Who gave it.', 'politburo') readonly issuer!: string;
  @MayBeLeftOut() @Words('What it is about.') readonly title?: string;
  @MayBeLeftOut() @Day('Its date.') readonly on?: string;
}

const OrderField = (): PropertyDecorator => (target, key) => {
  IsObject()(target, key);
  ValidateNested()(target, key);
  Type(() => OrderDto)(target, key);
  ApiProperty({ type: OrderDto })(target, key);
};

export class RequestExtensionDto extends EvidencedDto implements Of<'RequestExtension'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
  @Day('The new last day: a working day after the present one.') readonly toOn!: string;
  @Words('Why more time is needed.', 'Seven drafts await the opinion of other sectors.') readonly reason!: string;
  @Words('What has been done.', 'Twenty-three of thirty drafts are finished.') readonly progress!: string;
}

export class GrantExtensionDto extends EvidencedDto implements Of<'GrantExtension'> {
  @Ordinal(REQUEST) readonly request!: number;
  @MayBeLeftOut() @Day('Another day than was asked for.') readonly toOn?: string;
  @MayBeLeftOut() @Words(WHY) readonly reason?: string;
  @MayBeLeftOut() @Words('Why a part may end after the whole.') readonly exception?: string;
}

export class RefuseExtensionDto extends EvidencedDto implements Of<'RefuseExtension'> {
  @Ordinal(REQUEST) readonly request!: number;
  @Words(WHY, 'The session of the Assembly does not wait.') readonly reason!: string;
}

export class OverrideDeadlineDto extends EvidencedDto implements Of<'OverrideDeadline'> {
  @IsDefined() @OrderField() readonly order!: OrderDto;
  @Day(NEW_DAY) readonly toOn!: string;
  @Words(WHY) readonly reason!: string;
}

export class ConfirmDeadlineDto extends EvidencedDto implements Of<'ConfirmDeadline'> {
  @Words('The deadline that is given up, as the task shows it.', '2025-06-25T17:00:00.000Z')
  readonly from!: Of<'ConfirmDeadline'>['from'];

  @Words(WHY, 'The calendar of 2025 has a new swapped day.') readonly reason!: string;
}

export class RefuseTaskDto extends EvidencedDto implements Of<'RefuseTask'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
  @Words('Why it is not theirs.', 'Archives of the state are with Home Affairs.') readonly reason!: string;
  @MayBeLeftOut() @Name('Whose it is, in their view.', 'ministry-of-home-affairs') readonly suggests?: string;
}

export class UpholdAssignmentDto extends EvidencedDto implements Of<'UpholdAssignment'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
  @Words(WHY) readonly reason!: string;
}

export class ReassignTaskDto extends EvidencedDto implements Of<'ReassignTask'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
  @Name('Who is to do it.', 'ministry-of-home-affairs') readonly unit!: string;
  @Words(WHY) readonly reason!: string;
}

export class SuspendTaskDto extends EvidencedDto implements Of<'SuspendTask'> {
  @Words(WHY) readonly reason!: string;
  @MayBeLeftOut() @OrderField() readonly order?: OrderDto;
}

export class ResumeTaskDto extends EvidencedDto implements Of<'ResumeTask'> {
  @Words(WHY) readonly reason!: string;
  @MayBeLeftOut() @Day(`${NEW_DAY} Without it the deadline stands.`) readonly toOn?: string;
}

export class CancelTaskDto extends EvidencedDto implements Of<'CancelTask'> {
  @Words(WHY) readonly reason!: string;
  @MayBeLeftOut() @OrderField() readonly order?: OrderDto;
}

export class DelegateTaskDto extends EvidencedDto implements Of<'DelegateTask'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
  @Name('Who is to do the part.', 'department-of-home-affairs') readonly unit!: string;
  @MayBeLeftOut() @Words('What the part is; without it, the words of the whole.') readonly statement?: string;
  @MayBeLeftOut() @Day(`${NEW_DAY} Without it, that of the whole.`) readonly toOn?: string;
  @MayBeLeftOut() @Words('Why the part may end after the whole.') readonly exception?: string;
}

export class DecideOnChildDto extends EvidencedDto implements Of<'DecideOnChild'> {
  @Id('The part, as the task shows it.') readonly child!: string;
  @OneOf(['cancel', 'leave'], 'Whether it ends, or goes on by itself.') readonly decision!: 'cancel' | 'leave';
  @Words(WHY) readonly reason!: string;
}

export class ContributeToTaskDto extends EvidencedDto implements Of<'ContributeToTask'> {
  @Words('What is contributed.', 'The chapter on archives.') readonly contribution!: string;
}

export class AskContributionDto extends EvidencedDto implements Of<'AskContribution'> {
  @Ordinal(ASSIGNMENT) readonly assignment!: number;
  @Name('Of whom.', 'ministry-of-finance') readonly unit!: string;
  @Words('What is asked for.') readonly what!: string;
  @MayBeLeftOut() @Truth('It is an opinion, and counted as such.') readonly opinion?: boolean;
  @MayBeLeftOut() @Day('The last day for it; not after the deadline of the task.') readonly toOn?: string;
}

export class DemandReportDto extends EvidencedDto implements Of<'DemandReport'> {
  @Words('What is to be reported.') readonly what!: string;
  @MayBeLeftOut() @Day('The last day for it.') readonly toOn?: string;
}
