import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';

import type { Access } from './access/access.ts';
import { AccessLogController } from './access-log/access-log.controller.ts';
import { ReadAccessLogHandler } from './access-log/access-log.query.ts';
import { ADMITTING } from './access/admission.ts';
import { ActOnAccountHandler, ActOnOfficeHandler } from './access/acts.ts';
import { OF_ACCESS } from './access/controllers.ts';
import { EtagInterceptor } from './acting/etag.interceptor.ts';
import { ActOnAttachmentHandler } from './attachments/attach-file.command.ts';
import { Attaching } from './attachments/attaching.ts';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import * as attachments from './attachments/attachments.queries.ts';
import { ActOnDirectiveHandler } from './directives/act-on-directive.command.ts';
import { DirectivesController } from './directives/directives.controller.ts';
import { MovesController } from './directives/moves.controller.ts';
import * as directives from './directives/directives.queries.ts';
import { Issuing } from './directives/issuing.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { ActOnFormReportHandler } from './forms/act-on-form-report.command.ts';
import { FormsController } from './forms/forms.controller.ts';
import { GetFormReportHandler, ListFormReportsHandler } from './forms/forms.queries.ts';
import { HealthController } from './health/health.controller.ts';
import { GetHealthHandler } from './health/health.query.ts';
import { Readiness } from './health/readiness.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { validation } from './http/validation.ts';
import { ACCESS, INSTALLATION, METRICS } from './injected.ts';
import type { Installation } from './installation.ts';
import { EventHub } from './live/event-hub.ts';
import { FollowChangesHandler } from './live/follow-changes.query.ts';
import { LiveController } from './live/live.controller.ts';
import { ActOnMatterHandler } from './matters/act-on-matter.command.ts';
import { MattersController } from './matters/matters.controller.ts';
import { GetMatterHandler, ListMattersHandler } from './matters/matters.queries.ts';
import { GetHistoryHandler } from './reading/history.query.ts';
import { LinkInterceptor } from './reading/link.interceptor.ts';
import { PositionInterceptor } from './reading/position.interceptor.ts';
import { RevisionInterceptor } from './reading/revision.interceptor.ts';
import { ActOnDeliveryHandler, ActOnSubscriptionHandler } from './outside/acts.ts';
import { CalendarsController } from './outside/calendars.controller.ts';
import { DeliveriesController } from './outside/deliveries.controller.ts';
import { ListDeliveriesHandler } from './outside/deliveries.queries.ts';
import { SubscriptionsController } from './outside/subscriptions.controller.ts';
import { WebhooksController } from './outside/webhooks.controller.ts';
import { ReadingController } from './reading/reading.controller.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import type { Metrics } from './metrics/metrics.ts';
import * as reading from './reading/reading.queries.ts';
import { ActOnReferenceHandler } from './registry/act-on-reference.command.ts';
import { ActOnUnitHandler } from './registry/act-on-unit.command.ts';
import { RehearsalsController } from './rehearsals/rehearsals.controller.ts';
import { Rehearsing } from './rehearsals/rehearsing.ts';
import { DocumentReader } from './registry/documents.ts';
import * as upkeep from './upkeep/upkeep.controller.ts';
import { UnitLifeController } from './registry/unit-life.controller.ts';
import { RegistryController } from './registry/registry.controller.ts';
import * as registry from './registry/registry.queries.ts';
import { Registry } from './registry/registry.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { GetReportHandler, GetStatisticsHandler } from './reports/reports.queries.ts';
import { SearchController } from './search/search.controller.ts';
import { CountTasksHandler, SearchHandler } from './search/search.queries.ts';
import { ActOnStandingUnitHandler } from './standing-units/act-on-standing-unit.command.ts';
import {
  ListStandingUnitsHandler,
  StandingUnitListController,
} from './standing-units/standing-unit-list.controller.ts';
import { StandingUnitsController } from './standing-units/standing-units.controller.ts';
import { ActOnSuccessionHandler } from './successions/act-on-succession.command.ts';
import { SuccessionsController } from './successions/successions.controller.ts';
import { ListSuccessionsHandler, ProveSuccessionHandler } from './successions/successions.queries.ts';
import { ActOnTaskHandler } from './tasks/act-on-task.command.ts';
import { InboxController } from './tasks/inbox.controller.ts';
import { TaskCourseController } from './tasks/task-course.controller.ts';
import { TaskLifeController } from './tasks/task-life.controller.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { TaskListController } from './tasks/task-list.controller.ts';
import { GetChainHandler, GetInboxHandler, GetTaskHandler, ListTasksHandler } from './tasks/tasks.queries.ts';

const COMMANDS = [
  ActOnAccountHandler,
  ActOnOfficeHandler,
  ActOnAttachmentHandler,
  ActOnDirectiveHandler,
  ActOnFormReportHandler,
  ActOnMatterHandler,
  ActOnReferenceHandler,
  ActOnStandingUnitHandler,
  ActOnSuccessionHandler,
  ActOnTaskHandler,
  ActOnUnitHandler,
  ActOnDeliveryHandler,
  ActOnSubscriptionHandler,
  ...upkeep.HANDLERS,
];

const QUERIES = [
  ReadAccessLogHandler,
  directives.GetClausesHandler,
  directives.GetCoverageHandler,
  directives.GetWouldMoveHandler,
  directives.GetDirectiveHandler,
  directives.GetDirectiveTasksHandler,
  directives.GetFindingsHandler,
  directives.GetStandingUnitsHandler,
  directives.ListDirectivesHandler,
  GetFormReportHandler,
  ListFormReportsHandler,
  GetMatterHandler,
  ListMattersHandler,
  GetInboxHandler,
  GetChainHandler,
  GetTaskHandler,
  ListTasksHandler,
  ListStandingUnitsHandler,
  registry.GetUnitHandler,
  registry.ListReferencesHandler,
  registry.ListUnitsHandler,
  GetHistoryHandler,
  FollowChangesHandler,
  attachments.GetAttachmentHandler,
  attachments.ListAttachmentsHandler,
  attachments.OpenAttachmentHandler,
  GetReportHandler,
  GetStatisticsHandler,
  CountTasksHandler,
  SearchHandler,
  GetHealthHandler,
  reading.ListNoticesHandler,
  reading.LookUpHandler,
  reading.LookUpHistoryHandler,
  reading.GetEvidenceHandler,
  reading.WhoAnsweredHandler,
  ListSuccessionsHandler,
  ProveSuccessionHandler,
  ListDeliveriesHandler,
];

const CONTROLLERS = [
  ...OF_ACCESS,
  AccessLogController,
  AttachmentsController,
  CalendarsController,
  DeliveriesController,
  DirectivesController,
  ExportsController,
  FormsController,
  HealthController,
  InboxController,
  LiveController,
  MattersController,
  MovesController,
  MetricsController,
  ReadingController,
  RehearsalsController,
  RegistryController,
  ReportsController,
  SearchController,
  StandingUnitListController,
  StandingUnitsController,
  SubscriptionsController,
  SuccessionsController,
  TaskListController,
  TaskCourseController,
  TaskLifeController,
  TasksController,
  UnitLifeController,
  ...upkeep.CONTROLLERS,
  WebhooksController,
];

/** Wiring only: no line here would survive in a test without Nest. */
@Module({})
export class AppModule {
  static around(installation: Installation, access: Access, metrics: Metrics): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: CONTROLLERS,
      providers: [
        ...COMMANDS,
        ...ADMITTING,
        ...QUERIES,
        Attaching,
        DocumentReader,
        EventHub,
        Issuing,
        Readiness,
        Registry,
        Rehearsing,
        { provide: INSTALLATION, useValue: installation },
        { provide: ACCESS, useValue: access },
        { provide: METRICS, useValue: metrics },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: LinkInterceptor },
        { provide: APP_INTERCEPTOR, useClass: PositionInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RevisionInterceptor },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
