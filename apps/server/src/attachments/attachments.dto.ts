import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

import { Id, MayBeLeftOut } from '../http/fields.ts';
import { PageQuery } from '../reading/page.dto.ts';

const ABOUT = /^(directive|task|matter)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const About = (): PropertyDecorator =>
  applyDecorators(
    Matches(ABOUT, { message: 'about must be the stream of a directive, a task or a matter.' }),
    ApiProperty({
      type: 'string',
      pattern: ABOUT.source,
      description: 'The stream of what it is attached to.',
      example: 'task-377382a2-872e-52f5-a595-b42487faf286',
    }),
  );

export class AttachQuery {
  @About() readonly about!: string;
}

export class AttachmentsQuery extends PageQuery {
  @MayBeLeftOut() @About() readonly about?: string;
  @MayBeLeftOut() @Id('Whatever belongs to this directive.') readonly directiveId?: string;
}
