import type { Instant, LocalDate } from '@edict/kernel';

import type { DatedItem, Interval, Source, TaskKind } from '../document/index.ts';
import type { Prose } from '../prose.ts';
import type { Quiet } from '../time/policy.ts';
import type { Deadline, Term } from './deadline.ts';

/** `reminds`: it is reminded of before its day; what was issued before there were such reminders is not. */
export type TimedMilestone = Readonly<{ name: string; deadline: Deadline | null; reminds?: true }>;

/** What a directive demands of one unit: the same for a task from its assignment to its end. */
export type Terms = Readonly<{
  directiveId: string;
  ref: string;
  /** The member of a group that it is for, or `whole`. */
  member: string;
  clause: string;
  statement: Prose;
  kind: TaskKind;
  issuers: readonly string[];
  accountable: readonly string[];
  lead: readonly string[];
  coordinating: readonly string[];
  directs: readonly string[];
  reportsTo: readonly string[];
  output: Prose | null;
  urgent: boolean;
  after: readonly string[];
  deadline: Deadline | null;
  milestones: readonly TimedMilestone[];
  /** Until when a task of kind `until` is in force; `null`: until somebody ends it. */
  inForceUntil: Instant | null;
  quiet: Quiet;
  /** How often it comes round, where the text says so. */
  every?: Interval;
  /** The day from which on it comes round; without it, that of the assignment. */
  begins?: LocalDate;
  /** Tasks that wait for it, by id. */
  awaitedBy?: readonly string[];
  /** Conditional tasks that begin with an event of it, by id. */
  startsOn?: readonly Readonly<{ task: string; event: 'accepted' | 'overdue' }>[];
  /** The task that it is a part of, and all that answer for what it is a part of. */
  parent?: string;
  ancestors?: readonly string[];
  /** When it began, where it did not with its directive: taken over, passed on or given to each later. */
  since?: Instant;
  /** Taken over later, from another document. */
  source?: Source;
  /** What the text says beyond all this, word for word. */
  says?: Said;
}>;

export type Said = Readonly<
  Partial<
    Pick<
      DatedItem,
      | 'due'
      | 'window'
      | 'trigger'
      | 'condition'
      | 'origin'
      | 'status'
      | 'direction'
      | 'concerns'
      | 'targets'
      | 'byReference'
    >
  >
>;

/** `unit` is whose inbox it is in. `acknowledgeBy` is `null` where the policy sets no term. */
export type Assignment = Terms & Readonly<{ unit: string; acknowledgeBy: Term | null }>;

/** What is only proposed or announced sets no clock for anybody, until an issuer assigns it. */
export const isOnlySaid = ({ says }: Pick<Terms, 'says'>): boolean => (says?.status ?? 'assigned') !== 'assigned';

/** Tasks that somebody finishes. The others are in force, are reported on, and lapse. */
export const isToBeDone = ({ kind }: Pick<Terms, 'kind'>): boolean => kind === 'once' || kind === 'conditional';

/** Only what is to be done once can be late: a condition that has not come about sets no clock. */
export const canBeLate = ({ kind }: Pick<Terms, 'kind'>): boolean => kind === 'once';
