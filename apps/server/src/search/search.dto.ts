import { applyDecorators } from '@nestjs/common';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { searchedFor } from '@edict/directives';
import { GROUPINGS, type Grouping } from '@edict/engine';

import { MayBeLeftOut, OneOf } from '../http/fields.ts';
import { AsOfQuery } from '../reading/as-of.dto.ts';
import { PageQuery } from '../reading/page.dto.ts';
import { TasksWhereQuery } from '../tasks/task-list.dto.ts';

const LONGEST = 200;
const MOST_WORDS = 12;
const KINDS = ['directive', 'matter', 'task', 'unit'] as const;

const Sought = (): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name: 'sought',
      validator: {
        validate: (text) => typeof text === 'string' && text.length <= LONGEST && isSearchable(text),
        defaultMessage: () => `q must be 1 to ${MOST_WORDS} words or numbers, of at most ${LONGEST} characters.`,
      },
    }),
    ApiProperty({
      type: 'string',
      maxLength: LONGEST,
      description: 'What its words begin with.',
      example: 'ket luan 155',
    }),
  );

const isSearchable = (text: string): boolean => {
  const { length } = searchedFor(text);
  return text.isWellFormed() && length > 0 && length <= MOST_WORDS;
};

export class SearchQuery extends PageQuery {
  @Sought() readonly q!: string;
  @MayBeLeftOut() @OneOf(KINDS, 'Of this kind.') readonly kind?: (typeof KINDS)[number];
}

export class CountsQuery extends IntersectionType(TasksWhereQuery, AsOfQuery) {
  @OneOf(GROUPINGS, 'What those that are counted together have in common.') readonly by!: Grouping;
}
