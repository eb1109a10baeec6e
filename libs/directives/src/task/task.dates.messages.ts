import type { Fact, Facts, Instant, LocalDate, Message } from '@edict/kernel';

import type { CalendarDocument, PolicyDocument } from '../document/index.ts';
import type { Prose } from '../prose.ts';
import type { Registration } from '../unit/unit.decider.ts';
import type { Deadline, Rules } from './deadline.ts';

/** The order of a higher authority that an act rests on: the document, and who gave it. */
export type Order = Readonly<{ number: string; issuer: string; title?: string; on?: LocalDate }>;

type Evidenced = Readonly<{ evidence?: Prose }>;
type Calendars = Readonly<{ calendar: Fact<CalendarDocument | null> | null }>;

/** `toOn` is always the last day on which the task can be met. */
export type DatesCommand =
  | Message<
      'RequestExtension',
      { assignment: number; toOn: LocalDate; reason: Prose; progress: Prose } & Evidenced & Calendars
    >
  | Message<
      'GrantExtension',
      {
        request: number;
        toOn?: LocalDate;
        reason?: Prose;
        exception?: Prose;
        parentDueAt: Fact<Instant | null> | null;
      } & Evidenced &
        Calendars & { delegates: Fact<readonly string[]> | null }
    >
  | Message<
      'RefuseExtension',
      { request: number; reason: Prose; delegates: Fact<readonly string[]> | null } & Evidenced
    >
  | Message<
      'OverrideDeadline',
      {
        order: Order;
        toOn: LocalDate;
        reason: Prose;
        authorities: Facts<Registration | null>;
        rules: Fact<Rules | null> | null;
      } & Evidenced &
        Calendars
    >
  | Message<
      'ConfirmDeadline',
      { from: Instant; reason: Prose; policy: Fact<PolicyDocument | null> | null } & Evidenced & Calendars
    >;

type Moved = Readonly<{ from: Instant | null; deadline: Deadline; movedAt: Instant; evidence: Prose | null }>;

export type DatesEvent =
  | Message<
      'ExtensionRequested',
      { assignment: number; request: number; toOn: LocalDate; reason: Prose; progress: Prose; evidence: Prose | null }
    >
  | Message<'ExtensionGranted', { request: number; reason: Prose | null; exception: Prose | null } & Moved>
  | Message<'ExtensionRefused', { request: number; reason: Prose; evidence: Prose | null }>
  | Message<'DeadlineOverridden', { order: Order; reason: Prose; childrenAfter: readonly string[] } & Moved>
  /** A calendar or policy changed, its effect was listed, and a person said yes to it. */
  | Message<'DeadlineRecalculated', { reason: Prose; childrenAfter: readonly string[] } & Moved>;
