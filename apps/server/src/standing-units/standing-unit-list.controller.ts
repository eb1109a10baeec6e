import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { StandingUnitRow } from '@edict/directives';
import type { Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import { Listings, ListQuestion, narrowing, type Paged } from '../reading/listing.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { StandingUnitsQuery } from './standing-unit-list.dto.ts';

export class ListStandingUnits extends ListQuestion<StandingUnitRow, Omit<StandingUnitsQuery, 'cursor' | 'limit'>> {}

@QueryHandler(ListStandingUnits)
export class ListStandingUnitsHandler extends Listings implements IQueryHandler<ListStandingUnits> {
  execute(question: ListStandingUnits) {
    return this.page<StandingUnitRow, StandingUnitRow>(
      question,
      ({ lists }, asked) => lists.standingUnits(narrowing(question), asked),
      (row) => row,
    );
  }
}

@ApiTags('Standing units')
@Controller('standing-units')
export class StandingUnitListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('Standing units that were set up, by directive, committee and state')
  standingUnits(@Viewing() viewer: Viewer, @Query() asked: StandingUnitsQuery): Promise<Paged<StandingUnitRow>> {
    return this.queries.execute(new ListStandingUnits(viewer, asked));
  }
}
