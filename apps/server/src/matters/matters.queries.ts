import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { MatterRow } from '@edict/directives';
import { matterSummary, type MatterSummary, type Reading, type Viewer } from '@edict/engine';
import type { Instant } from '@edict/kernel';

import { Answering, found, Question, QuestionAbout } from '../reading/question.ts';

type Where = Readonly<{ unit?: string; directiveId?: string }>;

export class ListMatters extends Question<readonly MatterSummary[]> {
  constructor(
    viewer: Viewer,
    readonly where: Where,
  ) {
    super(viewer);
  }
}

@QueryHandler(ListMatters)
export class ListMattersHandler extends Answering implements IQueryHandler<ListMatters> {
  async execute(question: ListMatters) {
    const reading = this.reading(question);
    const rows = await reading.matters({ ...question.where });
    return Promise.all(rows.map((row) => withTask(row, reading)));
  }
}

export class GetMatter extends QuestionAbout<MatterSummary> {
  constructor(
    viewer: Viewer,
    id: string,
    readonly asOf?: Instant,
  ) {
    super(viewer, id);
  }
}

@QueryHandler(GetMatter)
export class GetMatterHandler extends Answering implements IQueryHandler<GetMatter> {
  async execute(question: GetMatter) {
    const { id, asOf } = question;
    const reading = this.reading(question);
    return withTask(found(await reading.matter(id, asOf), 'matter'), reading);
  }
}

/** With the ref of the task that it endangers. */
const withTask = async (row: MatterRow, reading: Reading): Promise<MatterSummary> => {
  const task = row.concerning === null ? undefined : await reading.task(row.concerning);
  return matterSummary(row, task?.ref ?? null);
};
