import type { LocalDate } from '@edict/kernel';

import type { Level } from '../classification/label.ts';
import type { Figure } from './figure.ts';

export const BOUNDS = ['by', 'on', 'within', 'end-of', 'before', 'from'] as const;
export const FIRMNESSES = ['firm', 'expected', 'strive'] as const;
export const TASK_KINDS = ['once', 'standing', 'periodic', 'until', 'conditional'] as const;

export const INTERVALS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;

export type Interval = (typeof INTERVALS)[number];
export type Bound = (typeof BOUNDS)[number];
export type Firmness = (typeof FIRMNESSES)[number];
export type TaskKind = (typeof TASK_KINDS)[number];

/** A month on the wall calendar, `2025-05`. */
export type LocalMonth = string;

/** What the text says about time. Neither `on` nor `month`: the text binds without a date, as where another document sets it. */
export type Due = Readonly<{
  on?: LocalDate;
  month?: LocalMonth;
  bound: Bound;
  firmness: Firmness;
  orAsOrderedBy?: string;
  /** The words of the text. */
  phrase?: string;
  /** What was added to the words, such as the year. true: something was, and what is not said. */
  inferred?: true | string | readonly string[];
  /** Words that name no date, or only about when, apart from a date that another document sets. */
  vague?: boolean;
  /** The other document that sets the date, as printed. */
  setBy?: string;
  note?: string;
}>;

/** A deadline where it holds. `clause`: the task has none of its own, it is what all tasks of that clause have in common. */
export type DueHere = Due & Readonly<{ clause?: string }>;

export type Milestone = Readonly<{ name: string; due: Due }>;
/** `phrase`: the words of the text, where an end is open. */
export type Window = Readonly<{ from: LocalDate | null; until: LocalDate | null; phrase?: string }>;

export const ORIGINS = ['directive', 'agreed', 'speech', 'report'] as const;
export const ASSIGNMENTS = ['assigned', 'proposed', 'announced'] as const;

/** A figure that is to be reached. */
export type Target = Figure & Readonly<{ name?: string; unit?: string; notes?: string }>;

/** An event of another task of the same text, with which one starts. */
export type TaskStart = Readonly<{ task: string; when: 'accepted' | 'overdue'; text?: string }>;

/** `null`: none is stated, or in words that name no known interval. Of what is recorded: other words would change what it has meant. */
export const intervalOf = (words: string | null | undefined): Interval | null =>
  INTERVALS.find((interval) => interval === words) ?? null;

/** Another document, as it is named there. */
export type Source = Readonly<{
  number: string | null;
  type: string;
  issuers: readonly string[];
  date: LocalDate | null;
  title: string;
}>;

/** As printed, or as a link would name it; several where the text names several. true: there is one, and nobody says which. */
export type Reference = true | string | Source | readonly (string | Source)[];

/** One task as the directive sets it, before it is fanned out to the members of a group. */
export type TaskItem = Readonly<{
  ref: string;
  clause: string;
  statement: string;
  kind: TaskKind;
  accountable: readonly string[];
  lead: readonly string[];
  leadBasis?: 'stated' | 'inherited' | 'implied' | 'none';
  coordinating?: readonly string[];
  coordinatorsOpen?: boolean;
  directs?: readonly string[];
  each?: boolean;
  urgency: boolean;
  due?: Due;
  milestones?: readonly Milestone[];
  window?: Window;
  recurrence?: Readonly<{ every: string | null; note?: string }>;
  after?: readonly string[];
  reportsTo?: readonly string[];
  output?: string;
  /** With which event it starts: in words, or what becomes of another task. */
  trigger?: string | TaskStart;
  /** Under which condition it starts, such as the failure of an earlier task. */
  condition?: string | TaskStart;
  origin?: (typeof ORIGINS)[number];
  status?: (typeof ASSIGNMENTS)[number];
  /** `up`: a recommendation to a higher body. */
  direction?: 'up' | 'down';
  /** Bodies that it is about, not those that do it. */
  concerns?: readonly string[];
  targets?: readonly Target[];
  /** The document that it was taken over from. */
  byReference?: Reference;
  notes?: string;
}>;

export type Clause = Readonly<{
  ref: string;
  kind: 'preamble' | 'principle' | 'task-bearing';
  text: string;
  /** A deadline that all tasks of the clause have in common. */
  due?: Due;
  /** Documents of which it takes the tasks over without setting them out. */
  byReference?: Reference;
  children?: readonly Clause[];
}>;

/** A clause of the other document, and by which clauses of this one it is brought down; without them by all of it. */
export type LinkedClause = Readonly<{ clause: string; by?: readonly string[] }>;

export const EFFECTS = ['keep', 'change', 'cancel', 'replace'] as const;

/**
 * What becomes of the open tasks of a ref, or of one member’s. `toOn`: the day to which `change` moves it; `by`: the ref of the task of the
 * further document that replaces it.
 */
export type TaskEffect = Readonly<{
  ref: string;
  member?: string;
  effect: (typeof EFFECTS)[number];
  toOn?: LocalDate;
  by?: string;
}>;

export type Link = Readonly<{
  rel: 'implements' | 'basedOn' | 'attaches' | 'amends' | 'supersedes' | 'revokes' | 'reaffirms' | 'cites';
  number: string | null;
  type: string;
  issuers: readonly string[];
  date: LocalDate | null;
  title: string;
  /** What it implements of the other document. */
  clauses?: readonly LinkedClause[];
  /** What becomes of open tasks of the other document, which it amends, supersedes, revokes or reaffirms. */
  effects?: readonly TaskEffect[];
  /** What becomes of those that `effects` does not name; left out: each is to be named. */
  others?: 'keep' | 'cancel';
}>;

/** Who must set up standing units, and until when they work. */
export type StandingUnitsRule = Readonly<{
  createdBy: readonly string[];
  each: boolean;
  functions: readonly string[];
  mandate: Readonly<{ from: LocalDate | 'issue' | null; until: LocalDate | null; inclusive: boolean }>;
  beyondAuthority?: Readonly<{ recommendTo: string; outcomes: readonly string[] }>;
}>;

export const SUCCESSION_KINDS = ['create', 'merge', 'split', 'rename', 'dissolve', 'transfer'] as const;
export const SUCCESSION_STATUSES = ['planned', 'decided', 'pilot', 'done'] as const;
export const NO_SUCCESSOR = ['unknown', 'nobody'] as const;

/** One change of units. `create` has no predecessor. */
export type Succession = Readonly<{
  id: string;
  from: readonly string[];
  to: string | null;
  kind: (typeof SUCCESSION_KINDS)[number];
  effectiveOn: LocalDate | null;
  basis: string;
  /** How far it has come; left out: the text does not say. */
  status?: (typeof SUCCESSION_STATUSES)[number];
  /** Where `to` is null: whether that is not known yet, or nobody ever succeeds. */
  successor?: (typeof NO_SUCCESSOR)[number];
  notes?: string;
}>;

/** As it is written: `to` may be a list, of which each succeeds the predecessor at its place (pairwise) or has a part of it (split). */
export type WrittenSuccession = Omit<Succession, 'to'> &
  Readonly<{ to: Succession['to'] | readonly string[]; pairwise?: boolean }>;

/** Figures that add up, or one that stands alone as `value`. */
export type ReportForm = Readonly<Partial<Figure>> &
  Readonly<{
    id: string;
    title: string;
    unit?: string;
    total?: Figure['value'] | null;
    parts?: readonly (Figure & Readonly<{ name: string }>)[];
    notes?: string;
  }>;

/** A directive file as it is written and stored: the published format, word for word. */
export type DirectiveDocument = Readonly<{
  directive: Readonly<{
    id: string;
    number: string | null;
    type: string;
    /** The congress or committee term the number belongs to; derived from the date and the policy's terms where it is not stated. */
    term?: string;
    issuers: readonly string[];
    title: string;
    language: string;
    adoptedOn: LocalDate | null;
    signedOn: LocalDate | null;
    issuedOn: LocalDate | null;
    effective: Window;
    horizon: Window;
    classification: Level;
    compartments?: readonly string[];
    urgency: string;
    links: readonly Link[];
    notes?: string;
  }>;
  clauses: readonly Clause[];
  tasks: readonly TaskItem[];
  standingUnits?: StandingUnitsRule;
  successions?: readonly WrittenSuccession[];
  openIssues?: readonly Readonly<{ id: string; text: string; notes?: string }>[];
  reportForms?: readonly ReportForm[];
}>;
