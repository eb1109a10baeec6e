import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { eventLine, taskDetail, type EventLine, type TaskDetail, type Viewer } from '@edict/engine';
import type { Instant } from '@edict/kernel';

import { unitOf } from '../acting/sender.ts';
import { Answering, found, Question, QuestionAbout } from '../reading/question.ts';

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

export class GetTaskHistory extends QuestionAbout<readonly EventLine[]> {}

@QueryHandler(GetTaskHistory)
export class GetTaskHistoryHandler extends Answering implements IQueryHandler<GetTaskHistory> {
  async execute(question: GetTaskHistory) {
    const history = await this.reading(question).history(`task-${question.id}`);
    return found(history.length > 0 ? history.map(eventLine) : undefined, 'task');
  }
}

export class GetInbox extends Question<readonly TaskDetail[]> {}

@QueryHandler(GetInbox)
export class GetInboxHandler extends Answering implements IQueryHandler<GetInbox> {
  async execute(question: GetInbox) {
    const reading = this.reading(question);
    const at = reading.now();
    const rows = await reading.inbox(unitOf(question.viewer));
    return rows.map((row) => taskDetail(row, at)).toSorted(byDeadline);
  }
}

/** The nearest first; what has none comes last, in the order of the text. */
const byDeadline = (a: TaskDetail, b: TaskDetail): number => (keyOf(a) < keyOf(b) ? -1 : 1);

const keyOf = ({ dueAt, ref, id }: TaskDetail): string => `${dueAt ?? '~'} ${ref} ${id}`;
