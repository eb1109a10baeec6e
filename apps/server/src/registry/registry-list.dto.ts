import { REFERENCE_KINDS, UNIT_KINDS } from '@edict/directives';

import { MayBeLeftOut, Name, OneOf } from '../http/fields.ts';
import { PageAsOf, PageQuery } from '../reading/page.dto.ts';

export class UnitsQuery extends PageAsOf {
  @MayBeLeftOut() @OneOf(UNIT_KINDS, 'Of this kind.') readonly kind?: string;
  @MayBeLeftOut() @Name('Under this unit.', 'government-party-committee') readonly parent?: string;
}

export class UnitParam {
  @Name('As it is registered.', 'ministry-of-finance') readonly id!: string;
}

export class ReferencesQuery extends PageQuery {
  @MayBeLeftOut() @OneOf(REFERENCE_KINDS, 'Of this kind.') readonly kind?: string;
  @MayBeLeftOut() @Name('Its editions only.', 'vn-party') readonly referenceId?: string;
}
