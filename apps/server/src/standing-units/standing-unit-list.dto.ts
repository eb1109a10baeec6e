import { Id, MayBeLeftOut, Name, OneOf } from '../http/fields.ts';
import { PageAsOf } from '../reading/page.dto.ts';

const STATES = ['working', 'endNear', 'ended'] as const;

export class StandingUnitsQuery extends PageAsOf {
  @MayBeLeftOut() @Id('For this directive.') readonly directiveId?: string;
  @MayBeLeftOut() @Name('Of this committee.', 'government-party-committee') readonly committee?: string;
  @MayBeLeftOut() @OneOf(STATES, 'In this state.') readonly state?: string;
}
