import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { TaskRow } from '@edict/directives';
import { chainOf, taskDetail, type Chain, type TaskDetail, type TasksWhere, type Viewer } from '@edict/engine';
import type { Instant } from '@edict/kernel';

import { unitOf } from '../acting/sender.ts';
import { Listings, ListQuestion, momentOf, narrowing } from '../reading/listing.ts';
import { Answering, found, QuestionAbout } from '../reading/question.ts';

export class GetTask extends QuestionAbout<TaskDetail> {
  constructor(
    viewer: Viewer,
    id: string,
    readonly asOf?: Instant,
  ) {
    super(viewer, id);
  }
}

@QueryHandler(GetTask)
export class GetTaskHandler extends Answering implements IQueryHandler<GetTask> {
  async execute(question: GetTask) {
    const { id, asOf } = question;
    const reading = this.reading(question);
    return taskDetail(found(await reading.task(id, asOf), 'task'), asOf ?? reading.now());
  }
}

export class GetChain extends QuestionAbout<Chain> {
  constructor(
    viewer: Viewer,
    id: string,
    readonly asOf?: Instant,
  ) {
    super(viewer, id);
  }
}

@QueryHandler(GetChain)
export class GetChainHandler extends Answering implements IQueryHandler<GetChain> {
  async execute(question: GetChain) {
    return found(await chainOf(this.reading(question), question.id, question.asOf), 'task');
  }
}

export class ListTasks extends ListQuestion<TaskDetail, TasksWhere & AsOf> {}
type AsOf = Readonly<{ asOf?: string }>;

@QueryHandler(ListTasks)
export class ListTasksHandler extends Listings implements IQueryHandler<ListTasks> {
  execute(question: ListTasks) {
    const at = momentOf(question) ?? this.reading(question).now();
    return this.page<TaskRow, TaskDetail>(
      question,
      ({ lists }, asked) => lists.tasks(narrowing(question), asked),
      (row) => taskDetail(row, at),
    );
  }
}

export class GetInbox extends ListQuestion<TaskDetail, AsOf> {}

@QueryHandler(GetInbox)
export class GetInboxHandler extends Listings implements IQueryHandler<GetInbox> {
  execute(question: GetInbox) {
    const at = momentOf(question) ?? this.reading(question).now();
    const unit = unitOf(question.viewer);
    return this.page<TaskRow, TaskDetail>(
      question,
      ({ lists }, asked) => lists.inbox(unit, asked),
      (row) => taskDetail(row, at),
    );
  }
}
