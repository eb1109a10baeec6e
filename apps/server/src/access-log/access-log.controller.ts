import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import type { Paged } from '../reading/listing.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { AccessLogQuery } from './access-log.dto.ts';
import { ReadAccessLog, type AccessShown } from './access-log.query.ts';

@ApiTags('Access log')
@Controller('access-log')
export class AccessLogController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('Who read what is classified, took out files, or changed permissions, oldest first')
  list(@Viewing() viewer: Viewer, @Query() asked: AccessLogQuery): Promise<Paged<AccessShown>> {
    return this.queries.execute(new ReadAccessLog(viewer, asked));
  }
}
