import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Finding } from '@edict/directives';
import type {
  ClauseLine,
  Coverage,
  EventLine,
  StandingUnits,
  Summary,
  TaskDetail,
  Viewer,
  WouldMove,
} from '@edict/engine';
import { instant } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, Viewing, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { AsOfQuery, asOfIn } from '../reading/as-of.dto.ts';
import { GetHistory } from '../reading/history.query.ts';
import type { Paged } from '../reading/listing.ts';
import { about, asking, PageAsOf, PageQuery } from '../reading/page.dto.ts';
import type { Directive } from '../reading/present.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { ActOnDirective } from './act-on-directive.command.ts';
import {
  BeginWatchDto,
  ChangeDirectiveDto,
  CheckDirectiveDto,
  EnterTaskDto,
  ImplementClauseDto,
  WithdrawImplementationDto,
  IssueDirectiveDto,
  ReclassifyDirectiveDto,
  RecordFindingDto,
} from './directives.dto.ts';
import { entryOf } from './entry.ts';
import * as ask from './directives.queries.ts';
import { Issuing } from './issuing.ts';

const ISSUE =
  'By an issuer, or in the capacity of a secretariat. With `occurredAt` in the past it is entered late: its tasks wait for nothing until it is watched.';

/** Translates, and decides nothing. */
@ApiTags('Directives')
@Controller('directives')
export class DirectivesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly issuing: Issuing,
  ) {}

  @Get()
  @QueryRoute('Every directive that was issued')
  directives(@Viewing() viewer: Viewer, @Query() asked: PageAsOf): Promise<Paged<Directive>> {
    return this.queries.execute(new ask.ListDirectives(viewer, asked));
  }

  @Post()
  @CommandRoute('Issue a directive', { status: 201, description: ISSUE })
  async issue(@Body() said: IssueDirectiveDto, @Sending() sender: Sender): Promise<Outcome> {
    const command = await this.issuing.commandFor(said);
    return this.commands.execute(new ActOnDirective(command, sender.caller(said.occurredAt)));
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a directive file says and leaves open; changes nothing' })
  check(@Body() said: CheckDirectiveDto): ReturnType<Issuing['check']> {
    return this.issuing.check(said);
  }

  @Get(':id')
  @QueryRoute('How a directive stands, or stood: its tasks, its matters, its standing units', { of: 'directive' })
  directive(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() query: AsOfQuery): Promise<Summary> {
    return this.queries.execute(new ask.GetDirective(viewer, id, asOfIn(query)));
  }

  @Get(':id/tasks')
  @QueryRoute('The tasks of a directive as they stand, or stood, in the order of its text')
  tasks(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() asked: PageAsOf): Promise<Paged<TaskDetail>> {
    return this.queries.execute(new ask.GetDirectiveTasks(viewer, about(id, asked)));
  }

  @Get(':id/findings')
  @QueryRoute('What the text leaves open, and what of it was refused, as it is known or was')
  findings(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() asked: PageAsOf): Promise<Paged<Finding>> {
    return this.queries.execute(new ask.GetFindings(viewer, about(id, asked)));
  }

  @Get(':id/clauses')
  @QueryRoute('The clauses of a directive, in the order of its text')
  clauses(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() asked: PageQuery): Promise<Paged<ClauseLine>> {
    return this.queries.execute(new ask.GetClauses(viewer, about(id, asked)));
  }

  @Get(':id/coverage')
  @QueryRoute('What came of each clause at each unit, and how it stands, or stood')
  coverage(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() asked: PageAsOf): Promise<Paged<Coverage>> {
    return this.queries.execute(new ask.GetCoverage(viewer, about(id, asked)));
  }

  @Get(':id/would-move')
  @QueryRoute('Deadlines that the latest policy and calendar would move, if they were confirmed')
  wouldMove(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() asked: PageQuery): Promise<Paged<WouldMove>> {
    return this.queries.execute(new ask.GetWouldMove(viewer, about(id, asked)));
  }

  @Get(':id/history')
  @QueryRoute('Every event of a directive, oldest first')
  history(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() asked: PageQuery): Promise<Paged<EventLine>> {
    return this.queries.execute(
      new GetHistory(viewer, asking(asked, { stream: `directive-${id}`, noun: 'directive' })),
    );
  }

  @Get(':id/standing-units')
  @QueryRoute('Which standing units it expects, which exist, and which are missing')
  standingUnits(@Viewing() viewer: Viewer, @Param() { id }: IdParam): Promise<StandingUnits> {
    return this.queries.execute(new ask.GetStandingUnits(viewer, id));
  }

  @Post(':id/watch')
  @CommandRoute('Watch a directive that was entered late', { description: 'For an issuer, or its secretariat.' })
  watch(@Param() { id }: IdParam, @Body() said: BeginWatchDto, @Sending() sender: Sender): Promise<Outcome> {
    const data = { from: instant(said.from) };
    const command = { stream: `directive-${id}`, type: 'BeginWatch', data } as const;
    return this.commands.execute(new ActOnDirective(command, sender.caller(said.occurredAt)));
  }

  @Post(':id/implement')
  @CommandRoute('Say which clause of a higher directive it implements', {
    description: 'For an issuer of the lower directive, or its secretariat.',
  })
  implement(@Param() { id }: IdParam, @Body() said: ImplementClauseDto, @Sending() sender: Sender): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: `directive-${id}`, type: 'ImplementClause', data } as const;
    return this.commands.execute(new ActOnDirective(command, sender.caller(occurredAt)));
  }

  @Post(':id/withdraw-implementation')
  @CommandRoute('Take back what it was said to implement', {
    description: 'For an issuer of the lower directive, or its secretariat. What its own text says stays.',
  })
  withdraw(
    @Param() { id }: IdParam,
    @Body() said: WithdrawImplementationDto,
    @Sending() sender: Sender,
  ): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: `directive-${id}`, type: 'WithdrawImplementation', data } as const;
    return this.commands.execute(new ActOnDirective(command, sender.caller(occurredAt)));
  }

  @Post(':id/tasks')
  @CommandRoute('Enter a task that it takes over from another document', {
    description: 'For an issuer, or its secretariat. Its terms run from the entry on.',
  })
  enter(@Param() { id }: IdParam, @Body() said: EnterTaskDto, @Sending() sender: Sender): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: `directive-${id}`, type: 'EnterTask', data: entryOf(data) } as const;
    return this.commands.execute(new ActOnDirective(command, sender.caller(occurredAt)));
  }

  @Post(':id/change')
  @CommandRoute('Amend, supersede, revoke or reaffirm it by a further document', {
    description:
      'For who issued the further document: an issuer of this one, or who stands above one. It says of each open task what becomes of it; nothing happens where one is passed over.',
  })
  change(@Param() { id }: IdParam, @Body() said: ChangeDirectiveDto, @Sending() sender: Sender): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: `directive-${id}`, type: 'ChangeDirective', data } as const;
    return this.commands.execute(new ActOnDirective(command, sender.caller(occurredAt)));
  }

  @Post(':id/findings')
  @CommandRoute('Record what an inspection or an audit found of it, of a clause or of a task', {
    status: 201,
    description:
      'In the capacity of an inspector or an auditor. It stands among the findings, with the code `inspection`.',
  })
  record(@Param() { id }: IdParam, @Body() said: RecordFindingDto, @Sending() sender: Sender): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: `directive-${id}`, type: 'RecordFinding', data } as const;
    return this.commands.execute(new ActOnDirective(command, sender.caller(occurredAt)));
  }

  @Post(':id/reclassify')
  @CommandRoute('Change the classification of a directive', {
    description: 'For an issuer, or its secretariat. What hangs on the directive follows.',
  })
  reclassify(
    @Param() { id }: IdParam,
    @Body() said: ReclassifyDirectiveDto,
    @Sending() sender: Sender,
  ): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const command = { stream: `directive-${id}`, type: 'ReclassifyDirective', data } as const;
    return this.commands.execute(new ActOnDirective(command, sender.caller(occurredAt)));
  }
}
