import {
  BOUNDS,
  CHANGES,
  EFFECTS,
  FIRMNESSES,
  INTERVALS,
  LEVELS,
  TASK_KINDS,
  type Bound,
  type DirectiveCommand,
  type Firmness,
  type Interval,
  type Level,
  type TaskKind,
} from '@edict/directives';

import { ActDto, EvidencedDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import {
  Day,
  FileText,
  Id,
  MayBeLeftOut,
  Moment,
  Month,
  Name,
  Names,
  OneOf,
  Ref,
  Refs,
  True,
  Words,
} from '../http/fields.ts';
import { EachWithin, Within } from '../http/within.ts';

type Of<Type extends DirectiveCommand['type']> = Written<DirectiveCommand, Type>;
type AsText<T> = { readonly [K in keyof T]: string };

const FILE = 'The text of a directive file, as YAML or JSON.';

export class IssueDirectiveDto extends ActDto implements AsText<Of<'IssueDirective'>> {
  @FileText(FILE, 'directive: …') readonly document!: string;
  @Name('The policy by which it is watched.', 'vn-party') readonly policyId!: string;
  @Name('The calendar by which working days are counted.', 'vn-working-days') readonly calendarId!: string;
  @Day('The day of issue, on which `occurredAt` lies. The editions that are valid then apply.')
  readonly issuedOn!: string;
}

export class CheckDirectiveDto {
  @FileText(FILE, 'directive: …') readonly document!: string;
  @MayBeLeftOut() @Day('The day on which groups are looked at; today, if left out.') readonly issuedOn?: string;
}

export class BeginWatchDto extends ActDto implements AsText<Of<'BeginWatch'>> {
  @Moment('From when on the tasks of a directive that was entered late are waited for.') readonly from!: string;
}

export class ReclassifyDirectiveDto extends ActDto implements Omit<Of<'ReclassifyDirective'>, 'compartments'> {
  @OneOf(LEVELS, 'Who may read it from now on, and all that hangs on it.') readonly classification!: Level;

  @MayBeLeftOut()
  @Names('What its readers must be cleared for besides. Left out: nothing.', 'energy')
  readonly compartments?: readonly string[];

  @Words('The decision or provision that it rests on.', 'Decision 41-QD/TW, Article 2.') readonly basis!: string;
}

export class RecordFindingDto extends EvidencedDto implements Of<'RecordFinding'> {
  @MayBeLeftOut()
  @Ref('Of which clause or task, by its reference. Left out: of the directive as a whole.', '3.b5-2')
  readonly ref?: string;

  @Words('What was found.', 'Of three reports that were due, one is there.') readonly finding!: string;
}

export class ImplementClauseDto extends ActDto implements Omit<Of<'ImplementClause'>, 'by'> {
  @Id('The higher directive.') readonly directiveId!: string;
  @Ref('Its clause.', '2.6') readonly clause!: string;

  @MayBeLeftOut()
  @Refs('The clauses of this directive that bring it down. Left out: all of it does.', '1.b1')
  readonly by?: readonly string[];
}

export class WithdrawImplementationDto extends ActDto implements Of<'WithdrawImplementation'> {
  @Id('The higher directive.') readonly directiveId!: string;
  @Ref('Its clause.', '2.6') readonly clause!: string;
  @Words('Why it was wrong.', 'It was another clause.') readonly reason!: string;
}

export class EnteredDueDto {
  @MayBeLeftOut() @Day('The day that the other document names.') readonly on?: string;
  @MayBeLeftOut() @Month('The month that it names, in the place of a day.') readonly month?: string;
  @OneOf(BOUNDS, 'How it ties the task to the day.') readonly bound!: Bound;
  @OneOf(FIRMNESSES, 'Whether the day binds, is expected, or is only striven for.') readonly firmness!: Firmness;
  @MayBeLeftOut() @Words('Its words.', 'by the end of June') readonly phrase?: string;
}

export class EnteredMilestoneDto {
  @Words('What it is called.', 'draft') readonly name!: string;
  @Within(EnteredDueDto) readonly due!: EnteredDueDto;
}

export class SourceDto {
  @MayBeLeftOut() @Words('Its number, as printed.', '386-BC/BTCTW') readonly number?: string;
  @Words('What kind of document it is, in English.', 'report') readonly type!: string;
  @MayBeLeftOut() @Names('Who issued it.', 'central-organising-commission') readonly issuers?: readonly string[];
  @MayBeLeftOut() @Day('Its date.') readonly date?: string;
  @Words('What it is about.', 'Results of two weeks') readonly title!: string;
}

export class EnterTaskDto extends ActDto {
  @Ref('Its ref, of which there is none yet.', '1-1') readonly ref!: string;
  @Ref('The clause that takes it over.', '1') readonly clause!: string;
  @Words('What is to be done.', 'Hand the archives over.') readonly statement!: string;
  @OneOf(TASK_KINDS, 'Of what kind it is.') readonly kind!: TaskKind;
  @Names('Who answers for it; empty: nobody is addressed.', 'government-party-committee')
  readonly accountable!: readonly string[];

  @Names('Who leads; empty: nobody is named.', 'government-party-committee') readonly lead!: readonly string[];
  @MayBeLeftOut() @Names('Who works with the lead.', 'central-party-office') readonly coordinating?: readonly string[];
  @MayBeLeftOut() @Names('Who gets the result.', 'politburo') readonly reportsTo?: readonly string[];
  @MayBeLeftOut() @True('Each member of the groups that answer for it has it for itself.') readonly each?: true;
  @MayBeLeftOut() @True('It is called urgent.') readonly urgent?: true;
  @MayBeLeftOut() @Within(EnteredDueDto) readonly due?: EnteredDueDto;
  @MayBeLeftOut()
  @EachWithin(EnteredMilestoneDto, 'What is to be reached on the way, each with a day of its own.', {
    name: 'draft',
    due: { on: '2025-07-31', bound: 'by', firmness: 'firm' },
  })
  readonly milestones?: readonly EnteredMilestoneDto[];

  @MayBeLeftOut() @Refs('Tasks of the directive that it waits for.', '3.b5-2') readonly after?: readonly string[];
  @MayBeLeftOut() @OneOf(INTERVALS, 'How often it comes round.') readonly every?: Interval;
  @MayBeLeftOut() @Words('What is to come of it.', 'An inventory.') readonly output?: string;
  @Within(SourceDto) readonly source!: SourceDto;
}

type Changing = Of<'ChangeDirective'>;

export class TaskEffectDto implements AsText<Changing['effects'][number]> {
  @Ref('The task.', '3.b5-2') readonly ref!: string;

  @MayBeLeftOut()
  @Name('One of several units that have it. Left out: all of them.', 'ppc-ha-noi')
  readonly member?: string;

  @OneOf(EFFECTS, 'What becomes of it.') readonly effect!: Changing['effects'][number]['effect'];
  @MayBeLeftOut() @Day('To which day it is moved, where it is changed.') readonly toOn?: string;
  @MayBeLeftOut() @Ref('The task of the further document that replaces it.', '1-1') readonly by?: string;
}

export class ChangeDirectiveDto extends ActDto implements Changing {
  @Id('The further document.') readonly directiveId!: string;
  @OneOf(CHANGES, 'What it does to this directive.') readonly how!: Changing['how'];
  @EachWithin(TaskEffectDto, 'What becomes of open tasks.', { ref: '3.b5-2', effect: 'keep' })
  readonly effects!: readonly TaskEffectDto[];

  @MayBeLeftOut()
  @OneOf(['keep', 'cancel'], 'What becomes of open tasks that are not named. Left out: each must be named.')
  readonly others?: 'keep' | 'cancel';

  @Words('Why.') readonly reason!: string;
}
