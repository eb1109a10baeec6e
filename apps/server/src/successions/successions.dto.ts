import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, Matches } from 'class-validator';
import { NO_SUCCESSOR, SUCCESSION_KINDS, SUCCESSION_STATUSES, type SuccessionCommand } from '@edict/directives';

import { ActDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Day, MayBeLeftOut, Name, OneOf, Words } from '../http/fields.ts';

type Of<Type extends SuccessionCommand['type']> = Written<SuccessionCommand, Type>;

const BASIS = 'Resolution 202/2025/QH15 of 12 June 2025';

export class SuccessionParam {
  @Name('As it was planned.', 'merge-2025-tuyen-quang') readonly id!: string;
}

export class PlanSuccessionDto extends ActDto {
  @Name('Its name, once for ever.', 'merge-2025-tuyen-quang') readonly id!: string;

  @IsArray()
  @ArrayMaxSize(2_000)
  @IsString({ each: true })
  @Matches(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { each: true, message: 'from must be names of units' })
  @ApiProperty({
    description: 'Who is succeeded; empty for what is created.',
    type: [String],
    example: ['ppc-ha-giang', 'ppc-tuyen-quang'],
  })
  readonly from!: string[];

  @MayBeLeftOut() @Name('Who follows; left out while that is not known.', 'ppc-tuyen-quang-2025') readonly to?: string;
  @OneOf(SUCCESSION_KINDS, 'What sort of change it is.') readonly kind!: (typeof SUCCESSION_KINDS)[number];
  @MayBeLeftOut()
  @OneOf(SUCCESSION_STATUSES, 'How far it has come, as the text says.')
  readonly status?: (typeof SUCCESSION_STATUSES)[number];

  @MayBeLeftOut()
  @OneOf(NO_SUCCESSOR, 'Where nobody is named: whether that is not known yet, or nobody ever follows.')
  readonly successor?: (typeof NO_SUCCESSOR)[number];

  @MayBeLeftOut() @Day('From when on; left out while that is not known.') readonly effectiveOn?: string;
  @Words('By which act.', BASIS) readonly basis!: string;
  @MayBeLeftOut()
  @Words('Where the day begins; Asia/Ho_Chi_Minh by default.', 'Asia/Ho_Chi_Minh')
  readonly zone?: string;
}

export class NameSuccessorDto extends ActDto implements Of<'NameSuccessor'> {
  @Name('Who follows.', 'ppc-tuyen-quang-2025') readonly to!: string;
  @Words('By which act.', BASIS) readonly basis!: string;
}

export class FixEffectiveDayDto extends ActDto implements Of<'FixEffectiveDay'> {
  @Day('From when on.') readonly on!: string;
  @Words('By which act.', BASIS) readonly basis!: string;
}

export class WithdrawSuccessionDto extends ActDto implements Of<'WithdrawSuccession'> {
  @Words('Why.', 'The resolution was not adopted.') readonly reason!: string;
}

export class DecideHoldingDto extends ActDto implements Of<'DecideHolding'> {
  @Matches(/^(task|matter|standingUnit)-[0-9a-f-]{36}$/, {
    message: 'holding must be the stream of a task, a matter or a standing unit',
  })
  @ApiProperty({ description: 'What was held, by its stream.', example: 'task-377382a2-872e-52f5-a595-b42487faf286' })
  readonly holding!: string;

  @Name('Who gets it.', 'ppc-tuyen-quang-2025') readonly to!: string;
  @Words('Why.', 'The building lies in its part.') readonly reason!: string;
}
