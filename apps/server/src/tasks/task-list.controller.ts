import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { TaskDetail, Viewer } from '@edict/engine';

import { Viewing } from '../acting/sender.ts';
import type { Paged } from '../reading/listing.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { TasksQuery } from './task-list.dto.ts';
import { ListTasks } from './tasks.queries.ts';

@ApiTags('Tasks')
@Controller('tasks')
export class TaskListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryRoute('Tasks, by directive, unit, state, deadline class and kind, in the order of deadlines')
  tasks(@Viewing() viewer: Viewer, @Query() asked: TasksQuery): Promise<Paged<TaskDetail>> {
    return this.queries.execute(new ListTasks(viewer, asked));
  }
}
