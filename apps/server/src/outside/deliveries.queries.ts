import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DeliveryRow } from '@edict/directives';

import { Listings, ListQuestion, narrowing } from '../reading/listing.ts';
import type { DeliveriesQuery } from './outside.dto.ts';

export class ListDeliveries extends ListQuestion<DeliveryRow, Omit<DeliveriesQuery, 'cursor' | 'limit'>> {}

@QueryHandler(ListDeliveries)
export class ListDeliveriesHandler extends Listings implements IQueryHandler<ListDeliveries> {
  execute(question: ListDeliveries) {
    return this.page<DeliveryRow, DeliveryRow>(
      question,
      ({ lists }, asked) => lists.deliveries(narrowing(question), asked),
      (row) => row,
    );
  }
}
