import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Counts, Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import { plain } from '../acting/written.ts';
import { asOfIn } from '../reading/as-of.dto.ts';
import type { Paged } from '../reading/listing.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { CountsQuery, SearchQuery } from './search.dto.ts';
import { CountTasks, Search, type Hit } from './search.queries.ts';

@ApiTags('Reading')
@Controller()
export class SearchController {
  constructor(private readonly queries: QueryBus) {}

  @Get('search')
  @QueryRoute('Directives, matters, tasks and units by their words; marks, đ and Cyrillic look-alikes do not matter')
  search(@Viewing() viewer: Viewer, @Query() asked: SearchQuery): Promise<Paged<Hit>> {
    return this.queries.execute(new Search(viewer, asked));
  }

  @Get('counts')
  @QueryRoute('How many tasks there are of each sort, among those that the reader may see')
  counts(@Viewing() viewer: Viewer, @Query() asked: CountsQuery): Promise<Counts> {
    const { by, asOf, ...where } = plain<object & CountsQuery>(asked);
    return this.queries.execute(new CountTasks(viewer, where, by, asOfIn(asOf === undefined ? {} : { asOf })));
  }
}
