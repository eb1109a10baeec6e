import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Conservation } from '@edict/directives';
import { successionSummary, type SuccessionSummary } from '@edict/engine';

import { Answering, found, Question, QuestionAbout } from '../reading/question.ts';

export class ListSuccessions extends Question<readonly SuccessionSummary[]> {}

@QueryHandler(ListSuccessions)
export class ListSuccessionsHandler extends Answering implements IQueryHandler<ListSuccessions> {
  async execute(question: ListSuccessions) {
    return (await this.reading(question).successions()).map(successionSummary);
  }
}

/** Recomputed from the log each time. */
export class ProveSuccession extends QuestionAbout<Conservation> {}

@QueryHandler(ProveSuccession)
export class ProveSuccessionHandler extends Answering implements IQueryHandler<ProveSuccession> {
  async execute(question: ProveSuccession) {
    return found(await this.reading(question).conservation(question.id), 'succession');
  }
}
