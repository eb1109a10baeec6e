import type { Fact, Instant, LocalDate, Message } from '@edict/kernel';

import type { FindingCode } from '../document/finding.ts';
import type { CalendarDocument, Interval } from '../document/index.ts';
import type { Prose } from '../prose.ts';
import type { Registration } from '../unit/unit.decider.ts';
import type { Deadline, Rules } from './deadline.ts';
import type { Order } from './task.dates.messages.ts';

type Evidenced = Readonly<{ evidence?: Prose }>;

/** What a named authority says where the text says nothing. What is left out stays as it was. */
export type Ruling = Readonly<{
  lead?: string;
  coordinating?: readonly string[];
  reportsTo?: readonly string[];
  every?: Interval;
  /** `common`: one task for all together, as it stands. */
  common?: true;
  /** `each`: one task for each member, in the place of the one that they had together. */
  each?: true;
}>;

/** The members between whom a task is divided. */
export type Division = Readonly<{ members: readonly string[]; at: Instant }>;

/** From the state of things on a day: `from` belongs to the period, its deadline lies at its end. */
export type Period = Readonly<{ occurrence: number; from: LocalDate; dueAt: Instant; endsAt: Instant }>;

/** How the text of a task is ruled on, and how it comes round, starts and waits. */
export type CourseCommand =
  | Message<
      'DecideFinding',
      {
        finding: FindingCode;
        ruling: Ruling;
        reason: Prose;
        units: Readonly<Record<string, Fact<Registration | null>>>;
        /** Who leads it now. */
        leads: Readonly<Record<string, Fact<Registration | null>>>;
        rules: Fact<Rules | null> | null;
        /** What its text leaves open. */
        found: Fact<readonly FindingCode[]> | null;
        /** Who would have one each; `null`: its text names no group, or fans it out already. */
        members: Fact<readonly string[] | null> | null;
      } & Evidenced
    >
  | Message<
      'CorrectRegistration',
      { reason: Prose; changes: Correction; units: Readonly<Record<string, Fact<Registration | null>>> } & Evidenced
    >
  | Message<
      'StartTask',
      {
        event: Prose;
        toOn?: LocalDate;
        calendar: Fact<CalendarDocument | null> | null;
        rules: Fact<Rules | null> | null;
      } & Evidenced
    >
  | Message<'StartBecause', { task: string; event: string; rules: Fact<Rules | null> | null }>
  | Message<'NotePredecessor', { ref: string; task: string }>
  /** Another task, which was entered later, waits for it. */
  | Message<'AwaitTask', { task: string }>
  /** The whole comes round so from then on, by a decision on it. */
  | Message<'FollowInterval', { every: Interval; decided: IntervalDecision }>
  | Message<'OpenOccurrence', { occurrence: number }>
  | Message<'CallOccurrence', { occurrence: number }>
  | Message<
      'ApplyChange',
      {
        by: Order;
        effect: 'continues' | 'cancelled' | 'changed';
        toOn?: LocalDate;
        reason: Prose;
        replacedBy?: Replacing;
        rules: Fact<Rules | null> | null;
      }
    >;

/** Who decided how often the task comes round of which this is a part, when and why. */
export type IntervalDecision = Readonly<{
  whole: string;
  by: string;
  reason: Prose;
  evidence: Prose | null;
  zone: string;
  since: LocalDate;
}>;

/** The task of a further document that stands in its place. */
export type Replacing = Readonly<{ directiveId: string; ref: string }>;

/** What was entered wrongly, put right: never the identity of a task, nor its date. */
export type Correction = Readonly<{
  statement?: Prose;
  output?: Prose;
  urgent?: boolean;
  coordinating?: readonly string[];
  reportsTo?: readonly string[];
}>;

export type CourseEvent =
  | Message<
      'FindingDecided',
      {
        finding: FindingCode;
        ruling: Ruling;
        by: string;
        assignment: number;
        reason: Prose;
        evidence: Prose | null;
        zone: string;
        since: LocalDate;
        /** Who has one each from then on, and from when its terms run. */
        divided?: Division;
        /** The task on which it was decided, of which this is a part. */
        whole?: string;
      }
    >
  | Message<'RegistrationCorrected', { from: Correction; to: Correction; reason: Prose; evidence: Prose | null }>
  | Message<'TaskStarted', { event: Prose; deadline: Deadline | null; at: Instant; evidence: Prose | null }>
  | Message<'PredecessorDone', { ref: string; task: string }>
  | Message<'TaskAwaited', { ref: string; task: string }>
  | Message<'OccurrenceOpened', Period>
  | Message<'OccurrenceBecameOverdue', { occurrence: number; dueAt: Instant }>
  | Message<'OccurrenceMissed', { occurrence: number; dueAt: Instant }>
  | Message<
      'DirectiveChangeApplied',
      {
        by: Order;
        effect: 'continues' | 'cancelled' | 'changed';
        from: Instant | null;
        deadline: Deadline | null;
        movedAt: Instant;
        reason: Prose;
        replacedBy?: Replacing;
      }
    >;
