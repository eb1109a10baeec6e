import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { TaskDetail, Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { GetInbox } from './tasks.queries.ts';

@ApiTags('Tasks')
@Controller('inbox')
export class InboxController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('What lies with a unit, in the order of deadlines', { forUnit: true })
  inbox(@Viewing() viewer: Viewer): Promise<readonly TaskDetail[]> {
    return this.queries.execute(new GetInbox(viewer));
  }
}
