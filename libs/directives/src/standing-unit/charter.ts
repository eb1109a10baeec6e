import { plusDays, type Instant, type LocalDate } from '@edict/kernel';

import type { Directive } from '../directive/directive.decider.ts';
import { membersOf, rulesOf } from '../directive/plan.ts';
import type { Sources } from '../task/deadline.ts';
import type { Calendar } from '../time/calendar.ts';
import type { Policy } from '../time/policy.ts';

/** What a directive says of its standing units, with the committees that it names as they stood on the day of issue. */
export type Charter = Readonly<{
  committees: readonly string[];
  issuer: string;
  issuedAt: Instant;
  fromOn: LocalDate | 'issue';
  /** The last day of the mandate; it belongs to it. */
  untilOn: LocalDate | null;
  handOverTo: Policy['handOverTo'];
  rules: Readonly<{
    zone: string;
    remindAt: string;
    quietHours: Policy['quietHours'];
    sunsetNoticeDays: number;
    responseWorkingDays: number | null;
    calendar: Calendar;
    sources: Sources;
  }>;
}>;

/** `null`: there is no such directive, or it foresees none. */
export const charterOf = ({ issued }: Pick<Directive, 'issued'> & Partial<Directive>): Charter | null => {
  const standing = issued?.document.standingUnits;
  if (!issued || !standing) return null;
  const { policy, calendar, sources } = rulesOf(issued);
  const { zone, remindAt, quietHours, sunsetNoticeDays, responseWorkingDays, handOverTo } = policy;
  const { from, until, inclusive } = standing.mandate;
  return {
    committees: standing.each ? membersOf(standing.createdBy, issued.named) : standing.createdBy,
    issuer: issued.document.directive.issuers[0]!,
    issuedAt: issued.issuedAt,
    fromOn: from ?? 'issue',
    untilOn: until === null || inclusive ? until : plusDays(until, -1),
    handOverTo,
    rules: { zone, remindAt, quietHours, sunsetNoticeDays, responseWorkingDays, calendar, sources },
  };
};
