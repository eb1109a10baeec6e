import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { fileOf, type Report, type ReportAsked, type StatisticsAt, type Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import { plain } from '../acting/written.ts';
import { dispositionOf } from '../attachments/file-name.ts';
import { asOfIn } from '../reading/as-of.dto.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { ReportFileQuery, ReportParam, ReportQuery } from './reports.dto.ts';
import { GetReport, GetStatistics } from './reports.queries.ts';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

/** Translates, and decides nothing. */
@ApiTags('Reports')
@Controller()
export class ReportsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('statistics')
  @QueryRoute('The four buckets over tasks with a deadline, of any number of them, and the share done of what fell due')
  statistics(@Viewing() viewer: Viewer, @Query() asked: ReportQuery): Promise<StatisticsAt> {
    const { asOf: _, form: _form, on: _on, ref: _ref, ...where } = plain<ReportQuery>(asked);
    return this.queries.execute(new GetStatistics(viewer, where, asOfIn(asked)));
  }

  @Get('reports/:kind')
  @QueryRoute('A report as of a moment, each figure with its formula and the tasks that it counts')
  report(@Viewing() viewer: Viewer, @Param() { kind }: ReportParam, @Query() asked: ReportQuery): Promise<Report> {
    return this.queries.execute(new GetReport(viewer, askedIn(kind, asked)));
  }

  @Get('reports/:kind/file')
  @ApiOperation({ summary: 'The same report as a file: CSV (its first sheet) or XLSX. Text in it is never a formula' })
  @ApiHeader({ name: 'Edict-Unit', required: false, description: 'The unit that asks.' })
  @ApiOkResponse({ description: 'The file, to be saved.', content: { 'application/octet-stream': BYTES } })
  async file(
    @Viewing() viewer: Viewer,
    @Param() { kind }: ReportParam,
    @Query() asked: ReportFileQuery,
  ): Promise<StreamableFile> {
    const report = await this.queries.execute(new GetReport(viewer, askedIn(kind, asked)));
    const { name, mediaType, content } = fileOf(report, asked.format);
    return new StreamableFile(content, { type: mediaType, disposition: dispositionOf(name), length: content.length });
  }
}

export const askedIn = (kind: ReportParam['kind'], asked: ReportQuery): ReportAsked => {
  const { directiveId, unit, form, on, ref } = asked;
  const asOf = asOfIn(asked);
  return {
    kind,
    ...plain({ directiveId, unit, form, on, ref }),
    ...(asOf === undefined ? {} : { asOf }),
  } as ReportAsked;
};
