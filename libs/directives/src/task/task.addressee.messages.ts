import type { Fact, Instant, LocalDate, Message } from '@edict/kernel';

import type { CalendarDocument } from '../document/index.ts';
import type { Prose } from '../prose.ts';
import type { Registration } from '../unit/unit.decider.ts';
import type { Deadline, Rules, Term } from './deadline.ts';
import type { Order } from './task.dates.messages.ts';
import type { Escalation } from './task.events.ts';

type Evidenced = Readonly<{ evidence?: Prose }>;

/** Who has it, and whether it goes on. */
export type AddresseeCommand =
  | Message<
      'RefuseTask',
      {
        assignment: number;
        reason: Prose;
        suggests?: string;
        suggested: Fact<Registration | null> | null;
      } & Evidenced
    >
  | Message<'UpholdAssignment', { assignment: number; reason: Prose } & Evidenced>
  | Message<
      'ReassignTask',
      {
        assignment: number;
        unit: string;
        reason: Prose;
        committee: Fact<Registration | null>;
        rules: Fact<Rules | null> | null;
      } & Evidenced
    >
  | Message<'SuspendTask', { reason: Prose; order?: Order } & Evidenced>
  | Message<
      'ResumeTask',
      { reason: Prose; toOn?: LocalDate; calendar: Fact<CalendarDocument | null> | null } & Evidenced
    >
  | Message<'CancelTask', { reason: Prose; order?: Order } & Evidenced>
  /** What a parent or a directive draws along with it when it is over. */
  | Message<'CancelWith', { because: string; reason: Prose }>;

export type AddresseeEvent =
  | Message<
      'TaskRefused',
      { assignment: number; unit: string; reason: Prose; suggests: string | null; evidence: Prose | null }
    >
  | Message<'AssignmentUpheld', { assignment: number; reason: Prose; evidence: Prose | null }>
  | Message<
      'TaskReassigned',
      {
        assignment: number;
        from: string;
        unit: string;
        coordinating: readonly string[];
        acknowledgeBy: Term | null;
        escalation: Escalation;
        reason: Prose;
        evidence: Prose | null;
      }
    >
  | Message<'TaskSuspended', { reason: Prose; order: Order | null; at: Instant; evidence: Prose | null }>
  | Message<
      'TaskResumed',
      { reason: Prose; at: Instant; from: Instant | null; deadline: Deadline | null; evidence: Prose | null }
    >
  | Message<'TaskCancelled', { reason: Prose; order: Order | null; because: string | null; evidence: Prose | null }>;
