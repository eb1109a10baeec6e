import { INTERVALS, RULED, type Interval, type TaskCommand } from '@edict/directives';

import { EvidencedDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Day, MayBeLeftOut, Name, Names, OneOf, True, Truth, Words } from '../http/fields.ts';
import { Within } from '../http/within.ts';

type Of<Type extends TaskCommand['type']> = Written<TaskCommand, Type>;

export class RulingDto {
  @MayBeLeftOut() @Name('Who leads.', 'ministry-of-finance-party-committee') readonly lead?: string;
  @MayBeLeftOut() @Names('Who coordinates.', 'ministry-of-finance') readonly coordinating?: readonly string[];
  @MayBeLeftOut() @Names('To whom it is reported.', 'politburo') readonly reportsTo?: readonly string[];
  @MayBeLeftOut() @OneOf(INTERVALS, 'How often it comes round.') readonly every?: Interval;
  @MayBeLeftOut() @True('One task for all of them together.') readonly common?: true;
  @MayBeLeftOut()
  @True(
    'One task for each member of the group, with what had become of its terms by then; the one for all together is cancelled.',
  )
  readonly each?: true;
}

export class DecideFindingDto extends EvidencedDto implements Of<'DecideFinding'> {
  @OneOf(RULED, 'The finding that is decided on.') readonly finding!: Of<'DecideFinding'>['finding'];
  @Within(RulingDto) readonly ruling!: RulingDto;
  @Words('Why.') readonly reason!: string;
}

export class CorrectionDto {
  @MayBeLeftOut() @Words('What is to be done.') readonly statement?: string;
  @MayBeLeftOut() @Words('What is to come of it.') readonly output?: string;
  @MayBeLeftOut() @Truth('Whether it is urgent.') readonly urgent?: boolean;
  @MayBeLeftOut() @Names('Who coordinates.', 'ministry-of-finance') readonly coordinating?: readonly string[];
  @MayBeLeftOut() @Names('To whom it is reported.', 'politburo') readonly reportsTo?: readonly string[];
}

export class CorrectRegistrationDto extends EvidencedDto implements Of<'CorrectRegistration'> {
  @Words('What was entered wrongly.', 'A line of the annex was left out.') readonly reason!: string;
  @Within(CorrectionDto) readonly changes!: CorrectionDto;
}

export class StartTaskDto extends EvidencedDto implements Of<'StartTask'> {
  @Words('What has come about.', 'The Assembly has passed the resolution.') readonly event!: string;
  @MayBeLeftOut() @Day('The last day on which it can be met.') readonly toOn?: string;
}
