import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches, ValidateBy } from 'class-validator';

import { EvidencedDto } from '../acting/act.dto.ts';
import { Day, Id, MayBeLeftOut, Name, Words } from '../http/fields.ts';
import { EachWithin } from '../http/within.ts';
import { PageAsOf } from '../reading/page.dto.ts';

const KEY = /^[a-z][A-Za-z0-9]{0,59}$/;

const Key = (description: string): PropertyDecorator =>
  applyDecorators(
    Matches(KEY, { message: 'key must be small letters, capitals and digits, beginning with a small letter.' }),
    ApiProperty({ type: 'string', pattern: KEY.source, description, example: 'civilServants' }),
  );

const LONGEST = 40;
const isFigure = (value: unknown): boolean =>
  (typeof value === 'string' && value.length <= LONGEST) || (typeof value === 'number' && Number.isFinite(value));

/** A number, or text in one of two spellings. Whether it is one, the form judges. */
const Figure = (description: string): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name: 'figure',
      validator: {
        validate: isFigure,
        defaultMessage: () => `value must be a number, or text of at most ${LONGEST} characters.`,
      },
    }),
    ApiProperty({
      oneOf: [{ type: 'string', maxLength: LONGEST }, { type: 'number' }],
      description,
      example: '2 382',
    }),
  );

export class FilledLineDto {
  @Key('Of which line, by its key: names may be alike.') readonly key!: string;
  @Figure('The figure: 2382, or as it is written, 2,382, 2.382 or 2 382.') readonly value!: string | number;
}

export class FileFormReportDto extends EvidencedDto {
  @Name('Which form.', 'staff-at-the-merger') readonly form!: string;
  @Day('Whose state the figures say.') readonly on!: string;

  @EachWithin(FilledLineDto, 'A figure for each line of the form.', { key: 'civilServants', value: '2 382' })
  readonly values!: readonly FilledLineDto[];

  @MayBeLeftOut()
  @Words('Why what was filled in before is replaced.', 'A district was counted twice.')
  readonly correcting?: string;
}

export class FormReportsQuery extends PageAsOf {
  @MayBeLeftOut() @Name('Of this form.', 'staff-at-the-merger') readonly form?: string;
  @MayBeLeftOut() @Day('For this day.') readonly on?: string;
  @MayBeLeftOut() @Name('By this unit.', 'ministry-of-finance') readonly unit?: string;
  @MayBeLeftOut() @Id('With this task.') readonly task?: string;
  @MayBeLeftOut() @Id('Of this directive.') readonly directiveId?: string;
}
