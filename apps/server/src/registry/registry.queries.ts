import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { unitOf, type Unit } from '../reading/present.ts';
import { Answering, Question } from '../reading/question.ts';

export class ListUnits extends Question<readonly Unit[]> {}

@QueryHandler(ListUnits)
export class ListUnitsHandler extends Answering implements IQueryHandler<ListUnits> {
  async execute(question: ListUnits) {
    return (await this.reading(question).units()).map(unitOf);
  }
}
