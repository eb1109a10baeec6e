import { Id, MayBeLeftOut, Name, OneOf } from '../http/fields.ts';
import { PageQuery } from '../reading/page.dto.ts';

const STATES = ['working', 'endNear', 'ended'] as const;

export class StandingUnitsQuery extends PageQuery {
  @MayBeLeftOut() @Id('For this directive.') readonly directiveId?: string;
  @MayBeLeftOut() @Name('Of this committee.', 'government-party-committee') readonly committee?: string;
  @MayBeLeftOut() @OneOf(STATES, 'In this state.') readonly state?: string;
}
