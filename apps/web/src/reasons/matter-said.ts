import type { EventLine } from '../api/tasks.ts';
import { lastOf } from './made-by.ts';

/** As it was reckoned when the matter came. */
export type Term = Readonly<{
  from: string;
  workingDays: number;
  daysOff: readonly string[];
  sources: Readonly<{ policy: string; calendar: string }>;
}>;

/** `term`: as it was given when the matter came, `null` where no rule gave one; `by`: by what it stands as it does. */
export type ClockSaid = Readonly<{ term: Term | null; rule: string; by: EventLine | undefined }>;

/** By what the time to answer is as it is: it ends with the recommendation, for others decide then. */
export const clockSaid = (lines: readonly EventLine[]): ClockSaid => {
  const received = lastOf(lines, ['MatterReceived']);
  const recommended = lastOf(lines, ['MatterRecommended']);
  const term = (received?.data as Readonly<{ answerBy?: Term | null }> | undefined)?.answerBy ?? null;
  if (recommended) return { term, rule: 'reason.termOver', by: recommended };
  return { term, rule: term === null ? 'reason.termNone' : 'reason.termRule', by: received };
};

/** By which event it bears a mark: none takes one away, and whoever says it once more changes nothing. */
export const markedBy = (lines: readonly EventLine[], mark: string): EventLine | undefined =>
  lines.find(
    ({ type, data }) =>
      (type === 'MatterReceived' || type === 'MatterMarked') &&
      (data as Readonly<Record<string, unknown>>)[mark] === true,
  );
