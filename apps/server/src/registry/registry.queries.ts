import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ReferenceRow, UnitRow } from '@edict/directives';

import { Listings, ListQuestion, narrowing } from '../reading/listing.ts';
import { unitOf, type Unit } from '../reading/present.ts';
import { Answering, found, QuestionAbout } from '../reading/question.ts';
import type { ReferencesQuery, UnitsQuery } from './registry-list.dto.ts';

type Asked<Query> = Omit<Query, 'cursor' | 'limit'>;

export class ListUnits extends ListQuestion<Unit, Asked<UnitsQuery>> {}

@QueryHandler(ListUnits)
export class ListUnitsHandler extends Listings implements IQueryHandler<ListUnits> {
  execute(question: ListUnits) {
    const where = narrowing(question);
    return this.page<UnitRow, Unit>(question, ({ lists }, asked) => lists.units(where, asked), unitOf);
  }
}

export class GetUnit extends QuestionAbout<Unit> {}

@QueryHandler(GetUnit)
export class GetUnitHandler extends Answering implements IQueryHandler<GetUnit> {
  async execute(question: GetUnit) {
    const { items } = await this.reading(question).lists.units({ unitId: question.id }, { limit: 1 });
    return unitOf(found(items[0], 'unit'));
  }
}

export class ListReferences extends ListQuestion<ReferenceRow, Asked<ReferencesQuery>> {}

@QueryHandler(ListReferences)
export class ListReferencesHandler extends Listings implements IQueryHandler<ListReferences> {
  execute(question: ListReferences) {
    return this.page<ReferenceRow, ReferenceRow>(
      question,
      ({ lists }, asked) => lists.references(question.where, asked),
      (row) => row,
    );
  }
}
