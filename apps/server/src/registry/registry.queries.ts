import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ReferenceRow, UnitRow } from '@edict/directives';

import { dayOf } from '@edict/kernel';

import { HOME_ZONE } from '../home-zone.ts';
import { Listings, ListQuestion, momentOf, narrowing } from '../reading/listing.ts';
import { unitOf, type Unit } from '../reading/present.ts';
import { Answering, found, QuestionAbout } from '../reading/question.ts';
import type { ReferencesQuery, UnitsQuery } from './registry-list.dto.ts';

type Asked<Query> = Omit<Query, 'cursor' | 'limit'>;

export class ListUnits extends ListQuestion<Unit, Asked<UnitsQuery>> {}

@QueryHandler(ListUnits)
export class ListUnitsHandler extends Listings implements IQueryHandler<ListUnits> {
  execute(question: ListUnits) {
    const { on, ...where } = narrowing(question);
    const day = on ?? dayOf(momentOf(question) ?? this.reading(question).now(), HOME_ZONE);
    return this.page<UnitRow, Unit>(
      question,
      ({ lists }, asked) => lists.units(where, asked),
      (row) => unitOf(row, day),
    );
  }
}

export class GetUnit extends QuestionAbout<Unit> {}

@QueryHandler(GetUnit)
export class GetUnitHandler extends Answering implements IQueryHandler<GetUnit> {
  async execute(question: GetUnit) {
    const reading = this.reading(question);
    const { items } = await reading.lists.units({ unitId: question.id }, { limit: 1 });
    return unitOf(found(items[0], 'unit'), dayOf(reading.now(), HOME_ZONE));
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
