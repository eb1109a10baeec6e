import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Conservation, SuccessionCommand } from '@edict/directives';
import type { Viewer } from '@edict/engine';
import type { Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, Viewing, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { HOME_ZONE } from '../home-zone.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { ActOnSuccession } from './act-on-succession.command.ts';
import * as dto from './successions.dto.ts';
import { ListSuccessions, ProveSuccession, type SuccessionShown } from './successions.queries.ts';

const FOR_SECRETARIATS = { forUnit: false, description: 'In the capacity of a secretariat.' } as const;

/** Translates, and decides nothing. */
@ApiTags('Registry')
@Controller('successions')
export class SuccessionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @QueryRoute('Every succession, and how far it is')
  successions(@Viewing() viewer: Viewer): Promise<readonly SuccessionShown[]> {
    return this.queries.execute(new ListSuccessions(viewer));
  }

  @Get(':id/proof')
  @QueryRoute('What became of everything that predecessors held, recomputed from the log')
  proof(@Viewing() viewer: Viewer, @Param() { id }: dto.SuccessionParam): Promise<Conservation> {
    return this.queries.execute(new ProveSuccession(viewer, id));
  }

  @Post()
  @CommandRoute('Enter which units follow which', { ...FOR_SECRETARIATS, status: 201 })
  plan(@Body() said: dto.PlanSuccessionDto, @Sending({ anybody: true }) sender: Sender): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const { id, to = null, effectiveOn = null, zone = HOME_ZONE, ...rest } = data;
    const plan = { ...rest, to, effectiveOn, zone };
    return this.send({ stream: `succession-${id}`, type: 'PlanSuccession', data: plan }, occurredAt, sender);
  }

  @Post(':id/successor')
  @CommandRoute('Name a successor that was not known', FOR_SECRETARIATS)
  name(
    @Param() { id }: dto.SuccessionParam,
    @Body() said: dto.NameSuccessorDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    return this.act('NameSuccessor', id, said, sender);
  }

  @Post(':id/effective-day')
  @CommandRoute('Fix the day of a succession', FOR_SECRETARIATS)
  fix(
    @Param() { id }: dto.SuccessionParam,
    @Body() said: dto.FixEffectiveDayDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    return this.act('FixEffectiveDay', id, said, sender);
  }

  @Post(':id/withdraw')
  @CommandRoute('Call a succession off', FOR_SECRETARIATS)
  withdraw(
    @Param() { id }: dto.SuccessionParam,
    @Body() said: dto.WithdrawSuccessionDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    return this.act('WithdrawSuccession', id, said, sender);
  }

  @Post(':id/decisions')
  @CommandRoute('Decide who gets something that a split or dissolved unit held', FOR_SECRETARIATS)
  decide(
    @Param() { id }: dto.SuccessionParam,
    @Body() said: dto.DecideHoldingDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    return this.act('DecideHolding', id, said, sender);
  }

  private act(type: SuccessionCommand['type'], id: string, said: Readonly<{ occurredAt?: string }>, sender: Sender) {
    const { data, occurredAt } = parts(said);
    return this.send({ stream: `succession-${id}`, type, data } as Sent<SuccessionCommand>, occurredAt, sender);
  }

  private send(command: Sent<SuccessionCommand>, occurredAt: string | undefined, sender: Sender): Promise<Outcome> {
    return this.commands.execute(new ActOnSuccession(command, sender.caller(occurredAt)));
  }
}
