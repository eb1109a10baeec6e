import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { WAYS_ON, type RebuildCommand, type UpkeepCommand } from '@edict/directives';

import { ActDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Name, OneOf, Words } from '../http/fields.ts';
import { Stream } from '../reading/reading.dto.ts';

export class SubscriberParam {
  @Name('Who follows the log, as GET /health names it.', 'escalation') readonly subscriber!: string;
}

const VIEW = /^[a-z][a-zA-Z]{0,40}(_v\d{1,4})?$/;

export class ViewParam {
  @Matches(VIEW, { message: 'view must be the name of a view' })
  @ApiProperty({ description: 'A view, as GET /health names it.', example: 'task_v9', pattern: VIEW.source })
  readonly view!: string;
}

export class ReleaseStreamDto extends ActDto implements Written<UpkeepCommand, 'ReleaseStream'> {
  @Stream() readonly stream!: string;
  @OneOf(WAYS_ON, 'Try the event again on which it was parked, or pass over it.') readonly how!: 'retry' | 'skip';
  @Words('Why.', 'The saga was mended in version 1.4.') readonly reason!: string;
}

export class RebuildViewDto extends ActDto implements Omit<Written<RebuildCommand, 'RebuildView'>, 'view'> {
  @Words('Why.', 'A disk was damaged, and what it shows is doubted.') readonly reason!: string;
}
