import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { formReportStream } from '@edict/directives';
import type { EventLine, FormReportTold, Viewer } from '@edict/engine';
import type { Outcome } from '@edict/runtime';

import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, Viewing, type Sender } from '../acting/sender.ts';
import { parts } from '../acting/written.ts';
import { GetHistory } from '../reading/history.query.ts';
import type { Paged } from '../reading/listing.ts';
import { asking, PageQuery } from '../reading/page.dto.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { ActOnFormReport } from './act-on-form-report.command.ts';
import { FileFormReportDto, FormReportsQuery } from './forms.dto.ts';
import { GetFormReport, ListFormReports } from './forms.queries.ts';

const FILL =
  'For whoever has the task, leads it or coordinates. Every total must be what its parts add up to; each field that is wrong is named with its rule.';

/** Translates, and decides nothing. */
@ApiTags('Forms')
@Controller()
export class FormsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('tasks/:id/forms')
  @CommandRoute('Fill in a form with the report on a task, or correct it', { status: 201, description: FILL })
  fill(@Param() { id }: IdParam, @Body() said: FileFormReportDto, @Sending() sender: Sender): Promise<Outcome> {
    const { data, occurredAt } = parts(said);
    const { form: formId, ...rest } = data;
    const filling = { formId, concerning: id, on: rest.on };
    const stream = formReportStream({ ...filling, unit: sender.actor.unit });
    const command = { stream, type: 'FileFormReport', data: { ...rest, ...filling } } as const;
    return this.commands.execute(new ActOnFormReport(command, sender.caller(occurredAt)));
  }

  @Get('form-reports')
  @QueryRoute('What units have filled into forms, the latest day first')
  list(@Viewing() viewer: Viewer, @Query() asked: FormReportsQuery): Promise<Paged<FormReportTold>> {
    return this.queries.execute(new ListFormReports(viewer, asked));
  }

  @Get('form-reports/:id')
  @QueryRoute('What a unit has filled into a form')
  one(@Viewing() viewer: Viewer, @Param() { id }: IdParam): Promise<FormReportTold> {
    return this.queries.execute(new GetFormReport(viewer, id));
  }

  @Get('form-reports/:id/history')
  @QueryRoute('What was filled in at first, and each correction, with its reason')
  history(@Viewing() viewer: Viewer, @Param() { id }: IdParam, @Query() asked: PageQuery): Promise<Paged<EventLine>> {
    return this.queries.execute(new GetHistory(viewer, asking(asked, { stream: `formReport-${id}`, noun: 'form' })));
  }
}
