import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { secretariatOf, standingUnitOf, type MatterCommand } from '@edict/directives';
import type { MatterSummary, Viewer } from '@edict/engine';
import { idFrom, type Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, Viewing, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { AsOfQuery, asOfIn } from '../reading/as-of.dto.ts';
import type { Paged } from '../reading/listing.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { Registry } from '../registry/registry.ts';
import { ActOnMatter } from './act-on-matter.command.ts';
import * as dto from './matters.dto.ts';
import { GetMatter, ListMatters } from './matters.queries.ts';

/** Translates, and decides nothing. */
@ApiTags('Matters')
@Controller('matters')
export class MattersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly registry: Registry,
  ) {}

  @Get()
  @QueryRoute('Matters, by the unit where they lie and by directive')
  matters(@Viewing() viewer: Viewer, @Query() asked: dto.MattersQuery): Promise<Paged<MatterSummary>> {
    return this.queries.execute(new ListMatters(viewer, asked));
  }

  @Get(':id')
  @QueryRoute('How a matter stands, or stood', { of: 'matter' })
  matter(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() query: AsOfQuery): Promise<MatterSummary> {
    return this.queries.execute(new GetMatter(viewer, id, asOfIn(query)));
  }

  @Post()
  @CommandRoute('Bring a matter to a desk', { status: 201, description: 'Its id follows from the Idempotency-Key.' })
  async receive(@Body() said: dto.ReceiveMatterDto, @Sending() sender: Sender): Promise<Outcome> {
    await this.registry.assertNamed(said);
    const id = idFrom('matter', sender.actor.id, sender.key);
    return this.send({ stream: `matter-${id}`, ...received(said, sender) }, said.occurredAt, sender);
  }

  @Post(':id/direct')
  @CommandRoute('Pass a matter on, or guide it')
  async direct(@Param() { id }: IdParam, @Body() said: dto.DirectMatterDto, @Sending() sender: Sender) {
    await this.registry.assertNamed(said);
    return this.act('DirectMatter', id, said, sender);
  }

  @Post(':id/answer')
  @CommandRoute('Answer a matter')
  answer(@Param() { id }: IdParam, @Body() said: dto.AnswerMatterDto, @Sending() sender: Sender) {
    return this.act('AnswerMatter', id, said, sender);
  }

  @Post(':id/recommend')
  @CommandRoute('Recommend a matter to the competent authority')
  async recommend(@Param() { id }: IdParam, @Body() said: dto.RecommendMatterDto, @Sending() sender: Sender) {
    await this.registry.assertNamed(said);
    return this.act('RecommendMatter', id, said, sender);
  }

  @Post(':id/mark')
  @CommandRoute('Say what it repeats, that several brought it, that it needs special care, or what else it endangers')
  mark(@Param() { id }: IdParam, @Body() said: dto.MarkMatterDto, @Sending() sender: Sender) {
    return this.act('MarkMatter', id, said, sender);
  }

  @Post(':id/consult')
  @CommandRoute('Consult another unit on it, until a day of its own', {
    description: 'Where no day is named, until the end of the term that the policy of the directive sets.',
  })
  async consult(@Param() { id }: IdParam, @Body() said: dto.ConsultUnitDto, @Sending() sender: Sender) {
    await this.registry.assertNamed({ to: said.unit });
    return this.act('ConsultUnit', id, said, sender);
  }

  @Post(':id/answer-consultation')
  @CommandRoute('Answer what one was consulted on', { description: 'For the unit that was consulted.' })
  answerConsultation(@Param() { id }: IdParam, @Body() said: dto.AnswerConsultationDto, @Sending() sender: Sender) {
    return this.act('AnswerConsultation', id, said, sender);
  }

  private act(type: MatterCommand['type'], id: string, said: Readonly<{ occurredAt?: string }>, sender: Sender) {
    const { data, occurredAt } = parts(said);
    return this.send({ stream: `matter-${id}`, type, data } as Sent<MatterCommand>, occurredAt, sender);
  }

  private send(command: Sent<MatterCommand>, occurredAt: string | undefined, sender: Sender): Promise<Outcome> {
    return this.commands.execute(new ActOnMatter(command, sender.caller(occurredAt)));
  }
}

/** Who acts submits it, unless the desk enters what reached it in another way. */
const received = (said: dto.ReceiveMatterDto, { actor }: Sender) => {
  const { desk, office = 'standingUnit', concerning = null, from, ...data } = parts(said).data;
  const at = office === 'secretariat' ? secretariatOf(desk) : standingUnitOf(data.directiveId, desk);
  const submitter = from ?? (actor.unit === desk ? null : actor.unit);
  return { type: 'ReceiveMatter', data: { ...data, concerning, from: submitter, office: at } } as const;
};
