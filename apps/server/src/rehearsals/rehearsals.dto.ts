import { Day, FileText, MayBeLeftOut, Name } from '../http/fields.ts';

export class RehearseDto {
  @FileText('The text of a directive file, as YAML or JSON.', 'directive: …') readonly document!: string;
  @Day('The day on which it is issued, as the rehearsal has it.') readonly from!: string;
  @Day('The last day that is played: within three years.') readonly until!: string;
  @Name('The registered policy by which it is watched.', 'vn-party') readonly policyId!: string;
  @Name('The registered calendar by which working days are counted.', 'vn-working-days') readonly calendarId!: string;

  @MayBeLeftOut()
  @FileText('A policy file in place of the registered policy: what would change under it.', 'policy: …')
  readonly policy?: string;

  @MayBeLeftOut()
  @FileText('A script: who does what and when. Without it nobody acts.', '- {at: …, as: …, do: acknowledge, task: …}')
  readonly script?: string;
}
