import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { WAYS_ON, type RebuildCommand, type UpkeepCommand } from '@edict/directives';

import { ActDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { OneOf, Words } from '../http/fields.ts';
import { Stream } from '../reading/reading.dto.ts';

const SUBSCRIBER = /^[a-z][a-zA-Z0-9]{0,40}(-[a-z0-9]{1,40}){0,5}(_v\d{1,4})?$/;

export class SubscriberParam {
  @Matches(SUBSCRIBER, { message: 'subscriber must be the name of who follows the log' })
  @ApiProperty({
    description: 'Who follows the log, a saga or a view, as GET /health names it.',
    example: 'escalation',
    pattern: SUBSCRIBER.source,
  })
  readonly subscriber!: string;
}

const VIEW = /^[a-z][a-zA-Z]{0,40}(_v\d{1,4})?$/;

export class ViewParam {
  @Matches(VIEW, { message: 'view must be the name of a view' })
  @ApiProperty({ description: 'A view, as GET /health names it.', example: 'task_v9', pattern: VIEW.source })
  readonly view!: string;
}

export class ReleaseStreamDto extends ActDto implements Written<UpkeepCommand, 'ReleaseStream'> {
  @Stream() readonly stream!: string;
  @OneOf(
    WAYS_ON,
    'Try the event again on which it was parked, or pass over it, which only a saga does, and who sends what goes out.',
  )
  readonly how!: 'retry' | 'skip';
  @Words('Why.', 'The saga was mended in version 1.4.') readonly reason!: string;
}

export class RebuildViewDto extends ActDto implements Omit<Written<RebuildCommand, 'RebuildView'>, 'view'> {
  @Words('Why.', 'A disk was damaged, and what it shows is doubted.') readonly reason!: string;
}
