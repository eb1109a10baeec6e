import { BEHALVES, MATTER_KINDS, type Behalf, type MatterCommand } from '@edict/directives';

import { EvidencedDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Day, Id, Ids, MayBeLeftOut, Name, OneOf, Ordinal, True, Words } from '../http/fields.ts';
import { PageAsOf } from '../reading/page.dto.ts';

type Of<Type extends MatterCommand['type']> = Written<MatterCommand, Type>;
type Received = Omit<Of<'ReceiveMatter'>, 'kind' | 'office' | 'concerning' | 'from'>;

/** Overdue tasks are escalated by the engine and by nobody else. */
const KINDS = MATTER_KINDS.filter((kind) => kind !== 'escalation');
const OUTCOMES = ['consider', 'solve', 'adjust'] as const;
const WAYS = ['route', 'guide'] as const;
const STATES = ['received', 'directed', 'recommended', 'answered', 'refused'] as const;
const ONLY = ['true'] as const;
const OFFICES = ['standingUnit', 'secretariat'] as const;

class MarksDto extends EvidencedDto {
  @MayBeLeftOut() @Id('The earlier matter that it repeats.') readonly repeats?: string;
  @MayBeLeftOut() @True('Several have brought it together.') readonly collective?: true;
  @MayBeLeftOut() @True('Those whom it concerns are to be treated with special care.') readonly specialCare?: true;
  @MayBeLeftOut() @Ids('Further tasks that it endangers.') readonly endangers?: readonly string[];
}

export class ReceiveMatterDto extends MarksDto implements Received {
  @Id('The directive that it is about.') readonly directiveId!: string;
  @OneOf(KINDS, 'What sort of matter it is.') readonly kind!: (typeof KINDS)[number];
  @Words('What it is about.', 'Several localities have no funds for benefits.') readonly subject!: string;
  @Name('The committee to whose desk it goes.', 'government-party-committee') readonly desk!: string;

  @MayBeLeftOut()
  @OneOf(OFFICES, 'Which desk of that committee; its standing unit, if left out.')
  readonly office?: (typeof OFFICES)[number];

  @MayBeLeftOut() @Id('The task that it endangers.') readonly concerning?: string;

  @MayBeLeftOut()
  @OneOf(BEHALVES, 'For whom the desk enters it, where that is no unit. Nobody is named.')
  readonly behalf?: Behalf;

  @MayBeLeftOut()
  @Name('Who submits it, where the desk enters it; else it is the unit that acts.', 'ministry-of-finance')
  readonly from?: string;
}

export class MarkMatterDto extends MarksDto implements Of<'MarkMatter'> {
  @Words('How it is known.', 'The same village asked in May.') readonly reason!: string;
}

export class ConsultUnitDto extends EvidencedDto implements Of<'ConsultUnit'> {
  @Name('Who is consulted.', 'ministry-of-finance') readonly unit!: string;
  @Words('What is asked.', 'Are there funds for it?') readonly question!: string;
  @MayBeLeftOut()
  @Day('By when: that day is the last. Left out: when the term ends that the policy of the directive sets.')
  readonly on?: string;
}

export class AnswerConsultationDto extends EvidencedDto implements Of<'AnswerConsultation'> {
  @Ordinal('Which consultation of the matter.') readonly consultation!: number;
  @Words('The answer.', 'There are, from July on.') readonly answer!: string;
}

export class DirectMatterDto extends EvidencedDto implements Of<'DirectMatter'> {
  @OneOf(WAYS, 'Pass it on, or say how to go about it.') readonly how!: (typeof WAYS)[number];
  @Name('To whom.', 'ministry-of-finance') readonly to!: string;
  @Words('The words.', 'Please settle this between you.') readonly text!: string;
}

export class AnswerMatterDto extends EvidencedDto implements Of<'AnswerMatter'> {
  @Words('The answer.', 'Advance the sums from the reserve.') readonly answer!: string;

  @MayBeLeftOut()
  @OneOf(OUTCOMES, 'What the competent authority does with a recommendation; it has to say so.')
  readonly outcome?: (typeof OUTCOMES)[number];
}

export class RecommendMatterDto extends EvidencedDto implements Of<'RecommendMatter'> {
  @Name('The competent authority.', 'competent-authorities') readonly to!: string;
  @Words('What is recommended.', 'Decide which of the two leads.') readonly recommendation!: string;
}

export class MattersQuery extends PageAsOf {
  @MayBeLeftOut() @Name('Where they lie.', 'government-party-committee') readonly unit?: string;
  @MayBeLeftOut() @Id('Of this directive.') readonly directiveId?: string;
  @MayBeLeftOut() @Id('That endanger this task before all.') readonly concerning?: string;
  @MayBeLeftOut() @Id('That repeat this matter.') readonly repeats?: string;
  @MayBeLeftOut() @OneOf(STATES, 'In this state.') readonly state?: (typeof STATES)[number];
  @MayBeLeftOut() @OneOf(MATTER_KINDS, 'Of this sort.') readonly kind?: (typeof MATTER_KINDS)[number];
  @MayBeLeftOut() @OneOf(OFFICES, 'On this desk.') readonly office?: (typeof OFFICES)[number];
  @MayBeLeftOut() @Name('That this unit has submitted.', 'ministry-of-finance') readonly from?: string;
  @MayBeLeftOut() @Name('That were recommended to this unit.', 'politburo') readonly recommendedTo?: string;
  @MayBeLeftOut() @OneOf(BEHALVES, 'That were entered for such a one.') readonly behalf?: Behalf;
  @MayBeLeftOut() @OneOf(ONLY, 'Only what several have brought together.') readonly collective?: 'true';
  @MayBeLeftOut() @OneOf(ONLY, 'Only what needs special care.') readonly specialCare?: 'true';
}
