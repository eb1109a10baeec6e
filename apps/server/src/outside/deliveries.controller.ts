import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { DeliveryRow } from '@edict/directives';
import type { Viewer } from '@edict/engine';
import type { Outcome } from '@edict/runtime';

import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, Viewing, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import type { Paged } from '../reading/listing.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { ActOnDelivery } from './acts.ts';
import * as dto from './outside.dto.ts';
import { ListDeliveries } from './deliveries.queries.ts';

const BY_SECRETARIATS = { forUnit: false, description: 'In the capacity of a secretariat. It is kept why.' } as const;

/** Translates, and decides nothing. */
@ApiTags('Outside')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('What was sent outside, what waits, and what was parked or kept back; the latest changed first')
  list(@Viewing() viewer: Viewer, @Query() asked: dto.DeliveriesQuery): Promise<Paged<DeliveryRow>> {
    return this.queries.execute(new ListDeliveries(viewer, asked));
  }

  @Post(':id/replay')
  @CommandRoute('Send again what was parked or kept back, under the same key', BY_SECRETARIATS)
  replay(
    @Param() { id }: IdParam,
    @Body() said: dto.HandleDeliveryDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Outcome> {
    return this.act('ReplayDelivery', id, said, sender);
  }

  @Post(':id/drop')
  @CommandRoute('Give up what was parked or kept back', BY_SECRETARIATS)
  drop(
    @Param() { id }: IdParam,
    @Body() said: dto.HandleDeliveryDto,
    @Sending({ anybody: true }) sender: Sender,
  ): Promise<Outcome> {
    return this.act('DropDelivery', id, said, sender);
  }

  private act(type: 'ReplayDelivery' | 'DropDelivery', id: string, said: dto.HandleDeliveryDto, sender: Sender) {
    const { data, occurredAt } = parts(said);
    const command = { stream: `delivery-${id}`, type, data } as const;
    return this.commands.execute(new ActOnDelivery(command, sender.caller(occurredAt)));
  }
}
