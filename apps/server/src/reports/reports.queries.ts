import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  reportOf,
  type Report,
  type ReportAsked,
  type StatisticsAt,
  type StatisticsWhere,
  type Viewer,
} from '@edict/engine';
import type { Instant } from '@edict/kernel';

import { Answering, Question } from '../reading/question.ts';

export class GetReport extends Question<Report> {
  constructor(
    viewer: Viewer,
    readonly asked: ReportAsked,
  ) {
    super(viewer);
  }
}

@QueryHandler(GetReport)
export class GetReportHandler extends Answering implements IQueryHandler<GetReport> {
  execute(question: GetReport) {
    return reportOf(this.reading(question), question.asked);
  }
}

export class GetStatistics extends Question<StatisticsAt> {
  constructor(
    viewer: Viewer,
    readonly where: StatisticsWhere,
    readonly asOf?: Instant,
  ) {
    super(viewer);
  }
}

@QueryHandler(GetStatistics)
export class GetStatisticsHandler extends Answering implements IQueryHandler<GetStatistics> {
  execute(question: GetStatistics) {
    const { where, asOf } = question;
    const reading = this.reading(question);
    return (asOf === undefined ? reading : reading.asOf(asOf)).statistics(where);
  }
}
