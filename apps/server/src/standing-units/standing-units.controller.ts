import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { standingUnitOf } from '@edict/directives';
import type { Outcome } from '@edict/runtime';

import { EvidencedDto, IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { ActOnStandingUnit } from './act-on-standing-unit.command.ts';

/** Translates, and decides nothing. */
@ApiTags('Standing units')
@Controller('directives/:id/standing-units')
export class StandingUnitsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute('Set up the standing unit of the committee that acts', { status: 201 })
  setUp(@Param() { id }: IdParam, @Body() said: EvidencedDto, @Sending() { actor, caller }: Sender): Promise<Outcome> {
    const { data: evidence, occurredAt } = parts(said);
    const data = { directiveId: id, committee: actor.unit, ...evidence };
    const { stream } = standingUnitOf(id, actor.unit);
    return this.commands.execute(
      new ActOnStandingUnit({ stream, type: 'SetUpStandingUnit', data }, caller(occurredAt)),
    );
  }
}
