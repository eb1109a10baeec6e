import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Conservation } from '@edict/directives';
import { seesAll, successionSummary, type SuccessionSummary } from '@edict/engine';

import { Answering, found, Question, QuestionAbout } from '../reading/question.ts';

/** Who follows whom is known to everybody who knows the units. */
type Open = 'id' | 'kind' | 'to' | 'effectiveOn' | 'status' | 'successor';

/** How much was held and what became of it is told to who may see all of it: a number would tell of what is hidden. */
export type SuccessionShown = Pick<SuccessionSummary, Open> & Partial<SuccessionSummary>;

const openly = ({ id, kind, to, effectiveOn, status, successor }: SuccessionSummary): SuccessionShown => ({
  id,
  kind,
  to,
  effectiveOn,
  status,
  successor,
});

export class ListSuccessions extends Question<readonly SuccessionShown[]> {}

@QueryHandler(ListSuccessions)
export class ListSuccessionsHandler extends Answering implements IQueryHandler<ListSuccessions> {
  async execute(question: ListSuccessions) {
    const all = (await this.reading(question).successions()).map(successionSummary);
    if (seesAll(question.viewer, this.installation.ceiling)) return all;
    return all.map(openly);
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
