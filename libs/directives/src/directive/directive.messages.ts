import type { Fact, Facts, Instant, LocalDate, Message } from '@edict/kernel';

import type { Label, Level } from '../classification/label.ts';
import type {
  CalendarDocument,
  DirectiveDocument,
  Finding,
  PolicyDocument,
  Source,
  TaskEffect,
  TaskItem,
} from '../document/index.ts';
import type { Prose } from '../prose.ts';
import type { Predecessor } from '../task/task.course.state.ts';
import type { Order } from '../task/task.dates.messages.ts';
import type { Terms } from '../task/task.terms.ts';
import type { Registration } from '../unit/unit.decider.ts';

/** What the number is unique in, and the number, folded. `null`: the directive bears no number. */
export type Identity = Readonly<{ registry: string; type: string; term: string; number: string }>;

/** What the registry knew on the day of issue of an id that the directive names. */
export type Named = Readonly<{
  kind: Registration['entry']['kind'];
  members: readonly string[];
  complete: boolean;
  source: string;
}>;

export type Issued = Readonly<{
  document: DirectiveDocument;
  identity: Identity | null;
  issuedOn: LocalDate;
  issuedAt: Instant;
  policy: Fact<PolicyDocument>;
  calendar: Fact<CalendarDocument>;
  named: Readonly<Record<string, Named>>;
  findings: readonly Finding[];
  /** `null`: entered late. Nothing is waited for until somebody says from when on. */
  watchFrom: Instant | null;
}>;

/**
 * A task that a directive takes over from another document without setting it out, entered once that is known. `named`: what the registry
 * knew of its units on the day of the entry; `at`: from when on its terms run.
 */
export type EnteredTask = Readonly<{
  item: TaskItem;
  source: Source;
  named: Issued['named'];
  at: Instant;
  findings: readonly Finding[];
}>;

/**
 * A task that a group had together, and that each of its members has for itself since an authority decided so. `terms`: what had become of
 * its terms by then; `predecessors`, `started`: what it had waited for.
 */
export type DividedTask = Readonly<{
  ref: string;
  members: readonly string[];
  at: Instant;
  terms: TermsInForce;
  predecessors: readonly Predecessor[];
  started: boolean;
}>;

export type TermsInForce = Pick<
  Terms,
  'statement' | 'output' | 'urgent' | 'coordinating' | 'reportsTo' | 'deadline' | 'milestones' | 'every'
>;

/** A clause of a higher directive, and by which of its own clauses a lower one brings it down; none: by all of it. */
export type Implementation = Readonly<{ directiveId: string; clause: string; by: readonly string[] }>;

/** What is asked of the directive that another one implements. */
export type Implementable = Readonly<{ clauses: readonly string[]; implements: readonly string[] }>;

export const CHANGES = ['amends', 'supersedes', 'revokes', 'reaffirms'] as const;
export type Change = (typeof CHANGES)[number];

/** A further document, and what it says of each open task; `others`: of those that it does not name. */
export type Changed = Readonly<{
  directiveId: string;
  how: Change;
  effects: readonly TaskEffect[];
  others?: 'keep' | 'cancel';
}>;

/** Of which directive a further document says in its own text what becomes of open tasks: by its id, and as the text names it. */
export type StatedChange = Readonly<{ directiveId: string; how: Change; name: string }>;
/** With the code of the rule that said no. */
export type RefusedChange = StatedChange & Readonly<{ code: string }>;

/** What an inspection or an audit found. `ref`: of which clause or task; `null`: of the directive as a whole. */
export type InspectionFinding = Readonly<{
  ref: string | null;
  finding: Prose;
  unit: string;
  capacity: string;
  evidence: Prose | null;
}>;

/** What is asked of the document that changes another one. */
export type ChangingDocument = Readonly<{
  number: string;
  issuers: readonly string[];
  title: string;
  on: LocalDate;
  tasks: readonly string[];
}>;

/** The issuers as they are registered, and who follows them. */
export type Issuing = Readonly<{ issuing: Facts<Registration | null> }>;

export type DirectiveCommand =
  | Message<
      'IssueDirective',
      {
        document: DirectiveDocument;
        policyId: string;
        calendarId: string;
        /** The day of issue, to find the editions that are valid then. */
        issuedOn: LocalDate;
        policy: Fact<PolicyDocument | null>;
        calendar: Fact<CalendarDocument | null>;
        units: Facts<Registration | null>;
      }
    >
  | Message<'BeginWatch', { from: Instant } & Issuing>
  | Message<
      'ImplementClause',
      { directiveId: string; clause: string; by?: readonly string[]; higher: Fact<Implementable | null> } & Issuing
    >
  | Message<'WithdrawImplementation', { directiveId: string; clause: string; reason: Prose } & Issuing>
  | Message<
      'EnterTask',
      { task: Omit<TaskItem, 'leadBasis' | 'byReference'>; source: Source; units: Facts<Registration | null> } & Issuing
    >
  | Message<'DivideTask', DividedTask>
  /** `refusal`: the stream in which it was recorded that what a text states of another one's tasks was refused. */
  | Message<'NoteStatedRefused', StatedChange & { refusal: string; why: Fact<string | null> }>
  | Message<
      'ChangeDirective',
      Changed & {
        reason: Prose;
        document: Fact<ChangingDocument | null>;
        authorities: Facts<Registration | null>;
        /** Of each task that was set: whether it is open; `null`, it is not there. */
        open: Facts<boolean | null>;
      }
    >
  | Message<'RecordFinding', { ref?: string; finding: Prose; evidence?: Prose }>
  /** `basis`: the decision or provision that it rests on. */
  | Message<'ReclassifyDirective', { classification: Level; compartments?: readonly string[]; basis: Prose } & Issuing>;

export type DirectiveEvent =
  | Message<'DirectiveIssued', Issued>
  | Message<'WatchBegan', { from: Instant }>
  /** `source`: where the higher directive was read. */
  | Message<'ClauseImplemented', Implementation & { source: string }>
  /** It was said wrongly. `by`: by which clauses it was said to. */
  | Message<'ImplementationWithdrawn', Implementation & { reason: Prose }>
  | Message<'TaskEntered', EnteredTask>
  | Message<'TaskDivided', DividedTask>
  | Message<'StatedChangeRefused', RefusedChange & { source: string }>
  | Message<'FindingRecorded', InspectionFinding>
  /** `source`: where the further document was read. */
  | Message<'DirectiveChanged', Changed & { by: Order; reason: Prose; source: string }>
  | Message<'DirectiveReclassified', { from: Label; to: Label; basis: Prose }>;

export type Given<Type extends DirectiveCommand['type']> = Extract<DirectiveCommand, { type: Type }>['data'];
