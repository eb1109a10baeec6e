import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Chain, EventLine, TaskDetail, Viewer } from '@edict/engine';

import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, Viewing, type Sender } from '../acting/sender.ts';
import { AsOfQuery, asOfIn } from '../reading/as-of.dto.ts';
import { GetHistory } from '../reading/history.query.ts';
import type { Paged } from '../reading/listing.ts';
import { asking, PageQuery } from '../reading/page.dto.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { TaskActs } from './task-acts.ts';
import * as dto from './tasks.dto.ts';
import { GetChain, GetTask } from './tasks.queries.ts';

/** Translates, and decides nothing. */
@ApiTags('Tasks')
@Controller('tasks/:id')
export class TasksController extends TaskActs {
  constructor(
    commands: CommandBus,
    private readonly queries: QueryBus,
  ) {
    super(commands);
  }

  @Get()
  @QueryRoute('How a task stands, or stood', { of: 'task' })
  task(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() query: AsOfQuery): Promise<TaskDetail> {
    return this.queries.execute(new GetTask(viewer, id, asOfIn(query)));
  }

  @Get('history')
  @QueryRoute('Every event of a task, oldest first')
  history(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() asked: PageQuery): Promise<Paged<EventLine>> {
    return this.queries.execute(new GetHistory(viewer, asking(asked, { stream: `task-${id}`, noun: 'task' })));
  }

  @Get('chain')
  @QueryRoute(
    'Where a task comes from, up to the clause that nothing stands above, and what came of it, down to the last unit',
  )
  chain(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() query: AsOfQuery): Promise<Chain> {
    return this.queries.execute(new GetChain(viewer, id, asOfIn(query)));
  }

  @Post('acknowledge')
  @CommandRoute('Say that it has arrived')
  acknowledge(@Param() { id }: IdParam, @Body() said: dto.AcknowledgeTaskDto, @Sending() sender: Sender) {
    return this.act('AcknowledgeTask', id, said, sender);
  }

  @Post('report')
  @CommandRoute('Report progress, or a milestone')
  report(@Param() { id }: IdParam, @Body() said: dto.ReportProgressDto, @Sending() sender: Sender) {
    return this.act('ReportProgress', id, said, sender);
  }

  @Post('submit')
  @CommandRoute('Submit it as done')
  submit(@Param() { id }: IdParam, @Body() said: dto.SubmitTaskDto, @Sending() sender: Sender) {
    return this.act('SubmitTask', id, said, sender);
  }

  @Post('accept')
  @CommandRoute('Accept what was submitted', { description: 'For an issuer.' })
  accept(@Param() { id }: IdParam, @Body() said: dto.AcceptTaskDto, @Sending() sender: Sender) {
    return this.act('AcceptTask', id, said, sender);
  }

  @Post('return')
  @CommandRoute('Return it for rework', { description: 'For an issuer.' })
  return(@Param() { id }: IdParam, @Body() said: dto.ReturnTaskDto, @Sending() sender: Sender) {
    return this.act('ReturnTask', id, said, sender);
  }

  @Post('lapse')
  @CommandRoute('End what is never complete', { description: 'For an issuer: standing duties and the like.' })
  lapse(@Param() { id }: IdParam, @Body() said: dto.LapseTaskDto, @Sending() sender: Sender) {
    return this.act('LapseTask', id, said, sender);
  }

  @Post('assign')
  @CommandRoute('Assign what the text left to nobody', { description: 'For an issuer.' })
  assign(@Param() { id }: IdParam, @Body() said: dto.AssignTaskToDto, @Sending() sender: Sender) {
    return this.act('AssignTaskTo', id, said, sender);
  }
}
