import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Length, Matches } from 'class-validator';

import { Day } from '../http/fields.ts';

export const Stream = (): PropertyDecorator =>
  applyDecorators(
    Matches(/^[a-zA-Z]{1,30}-[a-zA-Z0-9_-]{1,100}$/, { message: 'stream must be category-id' }),
    ApiProperty({ description: 'category-id', example: 'task-377382a2-872e-52f5-a595-b42487faf286' }),
  );

export class StreamParam {
  @Stream() readonly stream!: string;
}

export class OnQuery {
  @Day('The day at whose end somebody answered.') readonly on!: string;
}

export class LookupParam {
  @Length(1, 300)
  @ApiProperty({
    description: 'A stream, an id, the number of a directive, or DIRECTIVE#REF[@MEMBER] for a task.',
    example: '155-KL/TW#3.b5-2',
  })
  readonly id!: string;
}
