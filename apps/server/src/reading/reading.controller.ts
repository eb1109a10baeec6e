import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { NoticeRow } from '@edict/directives';
import type { Answerers, EventLine, Evidence, Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import { AsOfQuery, asOfIn } from './as-of.dto.ts';
import { GetHistory } from './history.query.ts';
import type { Paged } from './listing.ts';
import { asking, PageAsOf, PageQuery } from './page.dto.ts';
import { QueryRoute } from './query-route.ts';
import { LookupParam, OnQuery, StreamParam } from './reading.dto.ts';
import * as ask from './reading.queries.ts';

@ApiTags('Reading')
@Controller()
export class ReadingController {
  constructor(private readonly queries: QueryBus) {}

  @Get('notices')
  @QueryRoute('What a unit has been told, the latest first', { forUnit: true })
  notices(@Viewing() viewer: Viewer, @Query() asked: PageAsOf): Promise<Paged<NoticeRow>> {
    return this.queries.execute(new ask.ListNotices(viewer, asked));
  }

  @Get('streams/:stream')
  @QueryRoute('Every event of a stream, oldest first')
  stream(
    @Viewing() viewer: Viewer,
    @Param() { stream }: StreamParam,
    @Query() asked: PageQuery,
  ): Promise<Paged<EventLine>> {
    return this.queries.execute(new GetHistory(viewer, asking(asked, { stream, noun: 'stream' })));
  }

  @Get('streams/:stream/evidence')
  @QueryRoute('A stream as it is sealed: the checkpoint, each event as it is hashed, and the way from it to the root')
  evidence(@Viewing() viewer: Viewer, @Param() { stream }: StreamParam): Promise<Evidence> {
    return this.queries.execute(new ask.GetEvidence(viewer, stream));
  }

  @Get('lookup/:id')
  @QueryRoute('How something stands, or stood, by whatever name it has')
  lookUp(@Viewing() viewer: Viewer, @Param() { id }: LookupParam, @Query() query: AsOfQuery): Promise<object> {
    return this.queries.execute(new ask.LookUp(viewer, id, asOfIn(query)));
  }

  @Get('lookup/:id/history')
  @QueryRoute('Every event of something, by whatever name it has')
  lookUpHistory(
    @Viewing() viewer: Viewer,
    @Param() { id }: LookupParam,
    @Query() asked: PageQuery,
  ): Promise<Paged<EventLine>> {
    return this.queries.execute(new ask.LookUpHistory(viewer, asking(asked, { id })));
  }

  @Get('lookup/:id/who')
  @QueryRoute('Who answered for a task at the end of a day')
  who(@Viewing() viewer: Viewer, @Param() { id }: LookupParam, @Query() { on }: OnQuery): Promise<Answerers> {
    return this.queries.execute(new ask.WhoAnswered(viewer, id, on));
  }
}
