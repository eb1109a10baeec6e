import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { TaskDetail, Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import type { Paged } from '../reading/listing.ts';
import { PageAsOf } from '../reading/page.dto.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { GetInbox } from './tasks.queries.ts';

@ApiTags('Tasks')
@Controller('inbox')
export class InboxController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('What lies with a unit and is not over, or was then, in the order of deadlines', { forUnit: true })
  inbox(@Viewing() viewer: Viewer, @Query() asked: PageAsOf): Promise<Paged<TaskDetail>> {
    return this.queries.execute(new GetInbox(viewer, asked));
  }
}
