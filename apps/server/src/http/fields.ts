import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { instant } from '@edict/kernel';

/** The sorts of values that requests are made of, each with its rule and its place in the documentation. */

type Rule = Readonly<{ name: string; wanted: string; holds: (text: string) => boolean }>;

const text = ({ name, wanted, holds }: Rule, api: ApiPropertyOptions): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name,
      validator: {
        validate: (value) => typeof value === 'string' && holds(value),
        defaultMessage: (args) => `${args?.property ?? 'It'} must be ${wanted}.`,
      },
    }),
    ApiProperty({ type: 'string', ...api }),
  );

/** May be left out. `null` is no way of leaving out. To be written before the field's own rule. */
export const MayBeLeftOut = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    ApiProperty({ required: false }),
  );

const LONGEST = 20_000;
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

/** What a person writes. */
export const Words = (description: string, example = 'In some words.'): PropertyDecorator =>
  text(
    {
      name: 'words',
      wanted: `text of at most ${LONGEST} characters, without control characters`,
      holds: (it) => it.trim() !== '' && it.length <= LONGEST && it.isWellFormed() && !CONTROL.test(it),
    },
    { description, maxLength: LONGEST, example },
  );

/** A whole file. Its own rules are checked by whoever reads it. */
export const FileText = (description: string, example: string): PropertyDecorator =>
  text({ name: 'fileText', wanted: 'the text of a file', holds: () => true }, { description, example });

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const isName = (it: string): boolean => it.length <= 100 && NAME.test(it);

/** Of a unit, a policy, a calendar. */
export const Name = (description: string, example: string): PropertyDecorator =>
  text(
    { name: 'name', wanted: 'a name of a-z, 0-9 and single dashes', holds: isName },
    { description, example, pattern: NAME.source, maxLength: 100 },
  );

export const Names = (description: string, example: string): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name: 'names',
      validator: {
        validate: (value) =>
          Array.isArray(value) && value.length <= 20 && value.every((it) => isText(it) && isName(it)),
        defaultMessage: (args) =>
          `${args?.property ?? 'It'} must be a list of at most 20 names of a-z, 0-9 and single dashes.`,
      },
    }),
    ApiProperty({
      type: 'array',
      items: { type: 'string', pattern: NAME.source, maxLength: 100 },
      maxItems: 20,
      description,
      example: [example],
    }),
  );

const REF = /^[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*$/u;
const isRef = (it: string): boolean => it.length <= 60 && REF.test(it);

/** The address of a clause or a task in its directive. */
export const Ref = (description: string, example: string): PropertyDecorator =>
  text(
    { name: 'ref', wanted: 'letters and digits, parted by single dots or hyphens', holds: isRef },
    { description, example, pattern: REF.source, maxLength: 60 },
  );

export const Refs = (description: string, example: string): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name: 'refs',
      validator: {
        validate: (value) =>
          Array.isArray(value) && value.length <= 500 && value.every((it) => isText(it) && isRef(it)),
        defaultMessage: (args) => `${args?.property ?? 'It'} must be a list of at most 500 refs, such as ${example}.`,
      },
    }),
    ApiProperty({
      type: 'array',
      items: { type: 'string', pattern: REF.source, maxLength: 60 },
      maxItems: 500,
      description,
      example: [example],
    }),
  );

const isText = (value: unknown): value is string => typeof value === 'string';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const Id = (description: string): PropertyDecorator =>
  text(
    { name: 'id', wanted: 'a UUID in lower case', holds: (it) => UUID.test(it) },
    { description, format: 'uuid', example: '377382a2-872e-52f5-a595-b42487faf286' },
  );

const MOST_IDS = 100;

export const Ids = (description: string): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name: 'ids',
      validator: {
        validate: (value) =>
          Array.isArray(value) && value.length <= MOST_IDS && value.every((it) => isText(it) && UUID.test(it)),
        defaultMessage: (args) =>
          `${args?.property ?? 'It'} must be a list of at most ${MOST_IDS} UUIDs in lower case.`,
      },
    }),
    ApiProperty({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      maxItems: MOST_IDS,
      description,
      example: ['377382a2-872e-52f5-a595-b42487faf286'],
    }),
  );

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** An ISO 8601 instant. The offset is required: without one it is no instant. */
export const Moment = (description: string): PropertyDecorator =>
  text(
    {
      name: 'moment',
      wanted: 'an instant with its offset, such as 2025-06-10T09:00:00+07:00',
      holds: (it) => MOMENT.test(it) && succeeds(() => instant(it)),
    },
    { description, format: 'date-time', example: '2025-06-10T09:00:00+07:00' },
  );

export const Day = (description: string): PropertyDecorator =>
  text(
    {
      name: 'day',
      wanted: 'a day that exists, YYYY-MM-DD',
      holds: (it) => /^\d{4}-\d\d-\d\d$/.test(it) && succeeds(() => Temporal.PlainDate.from(it)),
    },
    { description, format: 'date', example: '2025-05-16' },
  );

export const Month = (description: string): PropertyDecorator =>
  text(
    { name: 'month', wanted: 'a month, YYYY-MM', holds: (it) => /^\d{4}-(0[1-9]|1[0-2])$/.test(it) },
    { description, example: '2025-07' },
  );

const succeeds = (attempt: () => unknown): boolean => {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
};

/** Which assignment or submission is meant: they count from 1. */
export const Ordinal = (description: string): PropertyDecorator =>
  applyDecorators(
    IsInt(),
    Min(1),
    Max(1_000_000),
    ApiProperty({ type: 'integer', description, minimum: 1, example: 1 }),
  );

export const OneOf = (values: readonly string[], description: string): PropertyDecorator =>
  applyDecorators(IsIn(values), ApiProperty({ type: 'string', description, enum: [...values] }));

export const Truth = (description: string): PropertyDecorator =>
  applyDecorators(IsBoolean(), ApiProperty({ type: 'boolean', description, example: true }));

/** Said, or left out: there is no other way to say no. */
export const True = (description: string): PropertyDecorator =>
  applyDecorators(IsIn([true]), ApiProperty({ type: 'boolean', description, enum: [true] }));
