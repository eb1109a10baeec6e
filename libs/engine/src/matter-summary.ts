import type { ConsultationRow, MatterRow } from '@edict/directives';

export type MatterSummary = Omit<MatterRow, 'matterId' | 'subject' | 'answer' | MatterMarks> &
  Readonly<{
    id: string;
    task: string | null;
    subject: unknown;
    answer: unknown;
    collective: boolean;
    specialCare: boolean;
    endangers: readonly string[];
    consultations: readonly ConsultationRow[];
  }>;
type MatterMarks = 'collective' | 'specialCare' | 'endangers' | 'consultations';

export const matterSummary = (
  { matterId, subject, answer, collective, specialCare, endangers, consultations, ...row }: MatterRow,
  task: string | null,
): MatterSummary => ({
  id: matterId,
  ...row,
  task,
  subject: JSON.parse(subject) as unknown,
  answer: answer === null ? null : (JSON.parse(answer) as unknown),
  collective: collective === 1,
  specialCare: specialCare === 1,
  endangers: JSON.parse(endangers) as string[],
  consultations: JSON.parse(consultations) as ConsultationRow[],
});
