import { REFERENCE_KINDS, UNIT_KINDS } from '@edict/directives';

import { Day, MayBeLeftOut, Name, OneOf } from '../http/fields.ts';
import { PageAsOf, PageQuery } from '../reading/page.dto.ts';

export class UnitsQuery extends PageAsOf {
  @MayBeLeftOut() @OneOf(UNIT_KINDS, 'Of this kind.') readonly kind?: string;
  @MayBeLeftOut() @Name('Under this unit, as was said last.', 'government-party-committee') readonly parent?: string;
  @MayBeLeftOut()
  @Day('Under the names and the parents of that day; left out: of the day of asOf.')
  readonly on?: string;
}

export class UnitParam {
  @Name('As it is registered.', 'ministry-of-finance') readonly id!: string;
}

export class ReferencesQuery extends PageQuery {
  @MayBeLeftOut() @OneOf(REFERENCE_KINDS, 'Of this kind.') readonly kind?: string;
  @MayBeLeftOut() @Name('Its editions only.', 'vn-party') readonly referenceId?: string;
}
