import { CHANGES, EFFECTS, LEVELS, type DirectiveCommand, type Level } from '@edict/directives';

import { ActDto } from '../acting/act.dto.ts';
import type { Written } from '../acting/written.ts';
import { Day, FileText, Id, MayBeLeftOut, Moment, Name, Names, OneOf, Ref, Refs, Words } from '../http/fields.ts';
import { EachWithin } from '../http/within.ts';

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

export class ImplementClauseDto extends ActDto implements Omit<Of<'ImplementClause'>, 'by'> {
  @Id('The higher directive.') readonly directiveId!: string;
  @Ref('Its clause.', '2.6') readonly clause!: string;

  @MayBeLeftOut()
  @Refs('The clauses of this directive that bring it down. Left out: all of it does.', '1.b1')
  readonly by?: readonly string[];
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
