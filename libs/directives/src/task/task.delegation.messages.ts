import type { Fact, Facts, Instant, LocalDate, Message } from '@edict/kernel';

import type { CalendarDocument } from '../document/index.ts';
import type { Prose } from '../prose.ts';
import type { Handover } from '../succession/succession.messages.ts';
import type { Registered, Registration } from '../unit/unit.decider.ts';
import type { Rules } from './deadline.ts';
import type { EscalationRule } from './task.commands.ts';
import type { Assignment } from './task.terms.ts';

type Evidenced = Readonly<{ evidence?: Prose }>;

/** How a child ended, in its own words of state. */
export type ChildEnd = 'accepted' | 'lapsed' | 'cancelled';

export type Child = Readonly<{ id: string; task: Assignment; escalation: EscalationRule; exception: Prose | null }>;

export type DelegationCommand =
  | Message<
      'DelegateTask',
      {
        assignment: number;
        unit: string;
        statement?: Prose;
        /** `undefined`: the day of the parent. */
        toOn?: LocalDate;
        /** Why it may end after the parent. */
        exception?: Prose;
        registered: Fact<Registration | null>;
        rules: Fact<Rules | null> | null;
        calendar: Fact<CalendarDocument | null> | null;
      } & Evidenced
    >
  /** `unit`: who has it from now on. */
  | Message<'NoteChild', { child: string; ended: ChildEnd | null; dueAt: Instant | null; unit?: string }>
  /** Whoever has the whole now has issued its parts. */
  | Message<'FollowWhole', { whole: string } & Pick<Handover, 'from' | 'to'>>
  | Message<'DecideOnChild', { child: string; decision: 'cancel' | 'leave'; reason: Prose } & Evidenced>
  /** `heirs`: who has followed those who were asked. */
  | Message<'ContributeToTask', { contribution: Prose; heirs: Facts<Registered | null> } & Evidenced>
  | Message<
      'AskContribution',
      {
        assignment: number;
        unit: string;
        what: Prose;
        /** An opinion is not part of the work: it is counted where passing the buck is counted. */
        opinion?: boolean;
        toOn?: LocalDate;
        registered: Fact<Registration | null>;
      } & Evidenced
    >
  | Message<'CallContribution', { unit: string; dueAt: Instant }>
  | Message<'DemandReport', { what: Prose; toOn?: LocalDate } & Evidenced>
  | Message<'CallDemand', { demand: number }>;

export type DelegationEvent =
  | Message<'TaskDelegated', { assignment: number; child: Child; evidence: Prose | null }>
  /** `unit`: another one has it from then on. */
  | Message<'ChildNoted', { child: string; ended: ChildEnd | null; dueAt: Instant | null; unit?: string }>
  /** The task of which it is a part went over, to who decides on the part from then on. */
  | Message<'WholeTransferred', { whole: string } & Pick<Handover, 'from' | 'to'>>
  | Message<'ChildDecided', { child: string; decision: 'cancel' | 'leave'; reason: Prose; evidence: Prose | null }>
  /** `inPlaceOf`: who was asked, and has been succeeded by the unit. */
  | Message<'TaskContributed', { unit: string; inPlaceOf?: string; contribution: Prose; evidence: Prose | null }>
  /** `goesOver`: to whoever follows the unit. What was asked before that was said stays where it is, and the successor answers in its place. */
  | Message<
      'ContributionAsked',
      {
        unit: string;
        what: Prose;
        opinion: boolean;
        dueAt: Instant | null;
        evidence: Prose | null;
        goesOver?: boolean;
      }
    >
  | Message<'ContributionMissed', { unit: string; dueAt: Instant }>
  | Message<
      'ReportDemanded',
      { demand: number; by: string; what: Prose; dueAt: Instant | null; evidence: Prose | null }
    >
  | Message<'DemandMissed', { demand: number; dueAt: Instant }>;
