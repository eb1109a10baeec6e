import type { UnitCommand } from '@edict/directives';

import { ActDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Day, MayBeLeftOut, Name, Words } from '../http/fields.ts';
import { Within } from '../http/within.ts';

type Of<Type extends UnitCommand['type']> = Written<UnitCommand, Type>;

class DecidedDto extends ActDto {
  @Day('From when on.') readonly on!: string;
  @Words('By which act.', 'Decision 12 of 24 January 2025') readonly basis!: string;
}

export class UnitNamesDto {
  @MayBeLeftOut() @Words('In English.', 'Ministry of Agriculture and Environment') readonly en?: string;
  @MayBeLeftOut() @Words('In Vietnamese.', 'Bộ Nông nghiệp và Môi trường') readonly vi?: string;
  @MayBeLeftOut() @Words('In Russian.', 'Министерство сельского хозяйства') readonly ru?: string;
  @MayBeLeftOut() @Words('In Ukrainian.', 'Міністерство сільського господарства') readonly uk?: string;
}

export class RenameUnitDto extends DecidedDto implements Of<'RenameUnit'> {
  @Within(UnitNamesDto) readonly names!: UnitNamesDto;
}

export class PutUnitUnderDto extends DecidedDto {
  @MayBeLeftOut() @Name('Under whom; left out: under nobody.', 'central-committee') readonly parent?: string;
}

export class AdmitMemberDto extends DecidedDto implements Of<'AdmitMember'> {
  @Name('Who belongs to the group from then on.', 'ministry-of-finance') readonly unit!: string;
}

export class DismissMemberDto extends DecidedDto implements Of<'DismissMember'> {
  @Name('Who belongs to it no more.', 'ministry-of-finance') readonly unit!: string;
}
