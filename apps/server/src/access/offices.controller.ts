import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { OfficeCommand, OfficeRow, Post as Office } from '@edict/directives';
import { MACHINE, type EventLine } from '@edict/engine';
import { idFrom, instant, type Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { ACCESS } from '../injected.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { found } from '../reading/question.ts';
import type { Access } from './access.ts';
import * as dto from './accounts.dto.ts';
import { Accounts } from './accounts.ts';
import { ActOnOffice } from './acts.ts';

const BY_ADMINISTRATORS = { forUnit: false, description: 'In the capacity of an administrator.' } as const;

/** Translates, and decides nothing. */
@ApiTags('Offices')
@Controller('offices')
export class OfficesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(ACCESS) private readonly access: Access,
  ) {}

  @Get()
  @QueryRoute('Every office that was established')
  list(): Promise<readonly OfficeRow[]> {
    return this.access.engine.reader.as(MACHINE).offices();
  }

  @Get(':id')
  @QueryRoute('An office, and who holds it and stands in')
  async one(@Param() { id }: dto.AccountParam): Promise<Office> {
    return found((await this.access.authority.office(id)) ?? undefined, 'office');
  }

  @Get(':id/history')
  @QueryRoute('Every event of an office, oldest first')
  history(@Param() { id }: dto.AccountParam): Promise<readonly EventLine[]> {
    return new Accounts(this.access).history('office', id);
  }

  @Post()
  @CommandRoute('Establish an office in a unit', { ...BY_ADMINISTRATORS, status: 201 })
  establish(@Body() said: dto.EstablishOfficeDto, @Sending({ anybody: true }) sender: Sender): Promise<Outcome> {
    const { unit, capacity, title } = said;
    const id = idFrom('office', sender.actor.id, sender.key);
    return this.send(id, { type: 'EstablishOffice', data: { unit, capacity, title } }, sender);
  }

  @Post(':id/appointments')
  @CommandRoute('Appoint a holder or a substitute', BY_ADMINISTRATORS)
  appoint(@Param() { id }: dto.AccountParam, @Body() said: dto.AppointDto, @Sending({ anybody: true }) sender: Sender) {
    const { account, as, basis } = said;
    const until = said.until === undefined ? null : instant(said.until);
    const from = said.from === undefined ? {} : { from: instant(said.from) };
    return this.send(id, { type: 'Appoint', data: { account, as, until, basis, ...from } }, sender);
  }

  @Post(':id/appointments/:number/end')
  @CommandRoute('End an appointment, from now on', BY_ADMINISTRATORS)
  end(
    @Param() { id, number }: dto.NumberedParam,
    @Body() { reason }: dto.ReasonDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    return this.send(id, { type: 'EndAppointment', data: { appointment: Number(number), reason } }, sender);
  }

  @Post(':id/close')
  @CommandRoute('Close an office; nobody holds it any more', BY_ADMINISTRATORS)
  close(
    @Param() { id }: dto.AccountParam,
    @Body() { reason }: dto.ReasonDto,
    @Sending({ anybody: true }) sender: Sender,
  ) {
    return this.send(id, { type: 'CloseOffice', data: { reason } }, sender);
  }

  private send(id: string, command: Omit<Sent<OfficeCommand>, 'stream'>, { caller }: Sender): Promise<Outcome> {
    const all = { stream: `office-${id}`, ...command } as Sent<OfficeCommand>;
    return this.commands.execute(new ActOnOffice(all, caller()));
  }
}
