import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { MatterRow } from '@edict/directives';
import { matterSummary, type MatterSummary, type Reading, type Viewer } from '@edict/engine';
import type { Instant } from '@edict/kernel';

import { Listings, ListQuestion, narrowing } from '../reading/listing.ts';
import { Answering, found, QuestionAbout } from '../reading/question.ts';
import type { MattersQuery } from './matters.dto.ts';

type Where = Omit<MattersQuery, 'cursor' | 'limit'>;

export class ListMatters extends ListQuestion<MatterSummary, Where> {}

@QueryHandler(ListMatters)
export class ListMattersHandler extends Listings implements IQueryHandler<ListMatters> {
  execute(question: ListMatters) {
    const reading = this.reading(question);
    return this.page<MatterRow, MatterSummary>(
      question,
      ({ lists }, asked) => lists.matters(whereOf(narrowing(question)), asked),
      (row) => withTask(row, reading),
    );
  }
}

const whereOf = ({ collective, specialCare, ...rest }: Omit<Where, 'asOf'>) => ({
  ...rest,
  ...(collective ? { collective: 1 } : {}),
  ...(specialCare ? { specialCare: 1 } : {}),
});

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
