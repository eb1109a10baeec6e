import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Conservation } from '@edict/directives';
import { seesAll, successionSummary, type SuccessionSummary } from '@edict/engine';

import { Answering, found, Question, QuestionAbout } from '../reading/question.ts';

/** How much was held and what became of it is told to who may see all of it: a number would tell of what is hidden. */
export type SuccessionShown = Pick<SuccessionSummary, 'id' | 'effectiveOn'> & Partial<SuccessionSummary>;

export class ListSuccessions extends Question<readonly SuccessionShown[]> {}

@QueryHandler(ListSuccessions)
export class ListSuccessionsHandler extends Answering implements IQueryHandler<ListSuccessions> {
  async execute(question: ListSuccessions) {
    const all = (await this.reading(question).successions()).map(successionSummary);
    if (seesAll(question.viewer, this.installation.ceiling)) return all;
    return all.map(({ id, effectiveOn }): SuccessionShown => ({ id, effectiveOn }));
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
