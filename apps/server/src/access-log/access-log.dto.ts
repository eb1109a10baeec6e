import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

import { MayBeLeftOut, Moment } from '../http/fields.ts';
import { PageQuery } from '../reading/page.dto.ts';

const STREAM = /^[a-zA-Z]{1,30}-[a-z0-9.-]{1,200}$/;
const WHO = /^[a-z0-9-]{1,100}$/;

const Of = (pattern: RegExp, message: string, description: string, example: string): PropertyDecorator =>
  applyDecorators(
    Matches(pattern, { message }),
    ApiProperty({ type: 'string', pattern: pattern.source, description, example }),
  );

export class AccessLogQuery extends PageQuery {
  @MayBeLeftOut()
  @Of(STREAM, 'about must be a stream', 'Of this stream only.', 'directive-377382a2-872e-52f5-a595-b42487faf286')
  readonly about?: string;

  @MayBeLeftOut()
  @Of(WHO, 'who must be the id of an account', 'By this account only.', '377382a2-872e-52f5-a595-b42487faf286')
  readonly who?: string;

  @MayBeLeftOut() @Moment('From then on.') readonly since?: string;
  @MayBeLeftOut() @Moment('Up to, not including, then.') readonly until?: string;
}
