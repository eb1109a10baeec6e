import type {
  AccountRow,
  AppointmentRow,
  Charter,
  Conservation,
  DirectiveRow,
  Issued,
  MatterRow,
  NoticeRow,
  OfficeRow,
  StandingUnitRow,
  SuccessionRow,
  TaskRow,
  UnitRow,
} from '@edict/directives';
import type { Instant } from '@edict/kernel';
import type { Position, Query, Recorded, Revision } from '@edict/runtime';

import type { Counts, Grouping } from './counts.ts';
import type { Lists } from './lists.ts';
import type { StatisticsAt, StatisticsWhere } from './statistics.ts';
import type { TasksWhere } from './task-list.ts';

/** `expected`: the committees that a directive names to set one up, as they stood on the day of issue. */
export type StandingUnits = Readonly<{
  charter: Charter | null;
  expected: readonly string[];
  /** Who answers for them now: they, or their successors. */
  answering: readonly string[];
  setUp: readonly StandingUnitRow[];
  missing: readonly string[];
}>;

/** Without `asOf` it is what is known now; with it, what was known then: the streams folded up to that moment. */
export type Reading = Readonly<{
  directives(): Promise<readonly DirectiveRow[]>;
  directive(id: string, asOf?: Instant): Promise<DirectiveRow | undefined>;
  issued(id: string): Promise<Issued | undefined>;
  /** Those that are said to implement something of it. */
  implementing(directiveId: string): Promise<readonly DirectiveRow[]>;
  tasks(directiveId: string, asOf?: Instant): Promise<readonly TaskRow[]>;
  task(id: string, asOf?: Instant): Promise<TaskRow | undefined>;
  inbox(unit: string): Promise<readonly TaskRow[]>;
  matters(where: Query['where']): Promise<readonly MatterRow[]>;
  matter(id: string, asOf?: Instant): Promise<MatterRow | undefined>;
  standingUnits(directiveId: string): Promise<StandingUnits>;
  notices(unit: string): Promise<readonly NoticeRow[]>;
  units(): Promise<readonly UnitRow[]>;
  accounts(): Promise<readonly AccountRow[]>;
  offices(): Promise<readonly OfficeRow[]>;
  /** Where an account has been appointed, ever. */
  appointments(account: string): Promise<readonly AppointmentRow[]>;
  successions(asOf?: Instant): Promise<readonly SuccessionRow[]>;
  /** Recomputed from the log; `undefined`: there is no such succession. What the reader may not see is counted, and not listed. */
  conservation(id: string): Promise<Conservation | undefined>;
  history(stream: string): Promise<readonly Recorded[]>;
  /** Where in the log an event is. */
  placeOf(stream: string, revision: Revision): Promise<Position | undefined>;
  lists: Lists;
  /** Lists and counts as they were known at a moment. Throws `Rejection` where too much would have to be looked back on. */
  asOf(moment: Instant): Pick<Reading, Listed>;
  /** Tasks by what they have in common, as they stand now. */
  counts(where: TasksWhere, by: Grouping): Promise<Counts>;
  statistics(where: StatisticsWhere): Promise<StatisticsAt>;
  /** Whole rows, for a report. Throws `Rejection` where they are too many. */
  rows(where: StatisticsWhere): Promise<readonly TaskRow[]>;
  /** Whether the reader may know of a change to a stream, and whether it concerns the unit, if one is named. */
  concerns(stream: string, unit?: string): Promise<boolean>;
  now(): Instant;
}>;

/** What there is also as of a moment. */
export type Listed = 'lists' | 'counts' | 'statistics' | 'rows';
