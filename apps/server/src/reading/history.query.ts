import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { eventLine, pageIn, type EventLine } from '@edict/engine';
import type { Recorded } from '@edict/runtime';

import { Listings, ListQuestion } from './listing.ts';
import { found } from './question.ts';

/** `noun`: what a 404 calls it. */
type Of = Readonly<{ stream: string; noun: string }>;

export class GetHistory extends ListQuestion<EventLine, Of> {}

@QueryHandler(GetHistory)
export class GetHistoryHandler extends Listings implements IQueryHandler<GetHistory> {
  async execute(question: GetHistory) {
    const { stream, noun } = question.where;
    const history = await this.reading(question).history(stream);
    found(history[0], noun);
    return this.page<Recorded, EventLine>(
      question,
      async (_, asked) => pageIn(history, ({ revision }) => String(revision), asked),
      eventLine,
    );
  }
}
