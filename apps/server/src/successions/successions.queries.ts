import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Conservation, SuccessionRow } from '@edict/directives';
import { seesAll, successionSummary, type SuccessionSummary } from '@edict/engine';

import { Answering, found, Question, QuestionAbout } from '../reading/question.ts';

/** Who follows whom is known to everybody who knows the units. */
type Open = 'id' | 'kind' | 'to' | 'effectiveOn' | 'status' | 'successor';

/** How much was held and what became of it is told to who may see all of it: a number would tell of what is hidden. */
export type SuccessionShown = Pick<SuccessionSummary, Open> & Partial<SuccessionSummary> & Known;
/** `listed`: it has taken effect, and what was held then is listed, so that it can be proved where all of it went. */
type Known = Readonly<{ from: readonly string[]; withdrawn: boolean; listed: boolean }>;

const knownOf = ({ from, state, manifestHash }: SuccessionRow): Known => ({
  from: JSON.parse(from) as string[],
  withdrawn: state === 'withdrawn',
  listed: manifestHash !== null,
});

const openly = ({ id, kind, to, effectiveOn, status, successor }: SuccessionSummary) => ({
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
    const shown = seesAll(question.viewer, this.installation.ceiling)
      ? successionSummary
      : (row: SuccessionRow) => openly(successionSummary(row));
    return (await this.reading(question).successions()).map((row) => ({ ...shown(row), ...knownOf(row) }));
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
