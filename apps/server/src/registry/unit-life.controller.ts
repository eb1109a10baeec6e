import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { UnitCommand } from '@edict/directives';
import type { Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { ActOnUnit } from './act-on-unit.command.ts';
import { UnitParam } from './registry-list.dto.ts';
import * as dto from './unit-life.dto.ts';

const FOR_SECRETARIATS = { forUnit: false, description: 'In the capacity of a secretariat.' } as const;

/** Translates, and decides nothing. */
@ApiTags('Registry')
@Controller('units/:id')
export class UnitLifeController {
  constructor(private readonly commands: CommandBus) {}

  @Post('rename')
  @CommandRoute('Enter a new name of a unit', FOR_SECRETARIATS)
  rename(@Param() { id }: UnitParam, @Body() said: dto.RenameUnitDto, @Sending({ anybody: true }) sender: Sender) {
    return this.act('RenameUnit', id, said, sender);
  }

  @Post('put-under')
  @CommandRoute('Put a unit under another', FOR_SECRETARIATS)
  putUnder(@Param() { id }: UnitParam, @Body() said: dto.PutUnitUnderDto, @Sending({ anybody: true }) sender: Sender) {
    const { data, occurredAt } = parts(said);
    const { parent = null, ...rest } = data;
    return this.send({ stream: `unit-${id}`, type: 'PutUnitUnder', data: { ...rest, parent } }, occurredAt, sender);
  }

  @Post('admit')
  @CommandRoute('Enter a unit in a group', FOR_SECRETARIATS)
  admit(@Param() { id }: UnitParam, @Body() said: dto.AdmitMemberDto, @Sending({ anybody: true }) sender: Sender) {
    return this.act('AdmitMember', id, said, sender);
  }

  @Post('dismiss')
  @CommandRoute('Take a unit out of a group', FOR_SECRETARIATS)
  dismiss(@Param() { id }: UnitParam, @Body() said: dto.DismissMemberDto, @Sending({ anybody: true }) sender: Sender) {
    return this.act('DismissMember', id, said, sender);
  }

  private act(type: UnitCommand['type'], id: string, said: Readonly<{ occurredAt?: string }>, sender: Sender) {
    const { data, occurredAt } = parts(said);
    return this.send({ stream: `unit-${id}`, type, data } as Sent<UnitCommand>, occurredAt, sender);
  }

  private send(command: Sent<UnitCommand>, occurredAt: string | undefined, sender: Sender): Promise<Outcome> {
    return this.commands.execute(new ActOnUnit(command, sender.caller(occurredAt)));
  }
}
