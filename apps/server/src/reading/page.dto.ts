import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Length, Matches } from 'class-validator';

import { instant, type Instant } from '@edict/kernel';

import { MayBeLeftOut, Moment } from '../http/fields.ts';

export const MOST = 500;
export const USUAL = 50;

const LIMIT = `limit must be a whole number from 1 to ${MOST}.`;

const Limit = (): PropertyDecorator =>
  applyDecorators(
    Matches(/^([1-9]\d?|[1-4]\d\d|500)$/, { message: LIMIT }),
    ApiProperty({ type: 'integer', minimum: 1, maximum: MOST, default: USUAL, description: 'How many at most.' }),
  );

/** What every list may be asked. */
export class PageQuery {
  @MayBeLeftOut()
  @Length(1, 2_000)
  @ApiProperty({ description: 'From the `next` of the page before, as it is.' })
  readonly cursor?: string;

  @MayBeLeftOut()
  @Limit()
  readonly limit?: string;
}

export class PageAsOf extends PageQuery {
  @MayBeLeftOut()
  @Moment('As known at that moment; now, if left out.')
  readonly asOf?: string;
}

/** What is asked of a list, as far as it is a page of it, and what else narrows it. */
export const asking = <More extends object>({ cursor, limit }: PageQuery, more: More): PageQuery & More => ({
  ...(cursor === undefined ? {} : { cursor }),
  ...(limit === undefined ? {} : { limit }),
  ...more,
});

/** What is asked of the list of one thing. */
export const about = (id: string, asked: PageAsOf): PageQuery & Readonly<{ id: string; asOf?: Instant }> =>
  asking(asked, { id, ...(asked.asOf === undefined ? {} : { asOf: instant(asked.asOf) }) });
