import type { LocalDate } from '@edict/kernel';

import type { Level } from '../classification/label.ts';

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
  /** What was added to the words, such as the year. */
  inferred?: string;
  /** Words that name no date, apart from a date that another document sets. */
  vague?: boolean;
  note?: string;
}>;

export type Milestone = Readonly<{ name: string; due: Due }>;
export type Window = Readonly<{ from: LocalDate | null; until: LocalDate | null }>;

export const ORIGINS = ['directive', 'agreed', 'speech', 'report'] as const;
export const ASSIGNMENTS = ['assigned', 'proposed', 'announced'] as const;

/** A figure that is to be reached. */
export type Target = Readonly<{ name: string; value: number; unit: string }>;

/** `null`: none is stated, or in words that name no known interval. */
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

/** One task as the directive sets it, before it is fanned out to the members of a group. */
export type TaskItem = Readonly<{
  ref: string;
  clause: string;
  statement: string;
  kind: TaskKind;
  accountable: readonly string[];
  lead: readonly string[];
  leadBasis: 'stated' | 'inherited' | 'implied' | 'none';
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
  /** With which event it starts, in words. */
  trigger?: string;
  /** Under which condition it starts, such as the failure of an earlier task. */
  condition?: string;
  origin?: (typeof ORIGINS)[number];
  status?: (typeof ASSIGNMENTS)[number];
  /** `up`: a recommendation to a higher body. */
  direction?: 'up' | 'down';
  /** Bodies that it is about, not those that do it. */
  concerns?: readonly string[];
  targets?: readonly Target[];
  /** The document that it was taken over from. */
  byReference?: string;
  notes?: string;
}>;

export type Clause = Readonly<{
  ref: string;
  kind: 'preamble' | 'principle' | 'task-bearing';
  text: string;
  /** A deadline that all tasks of the clause have in common. */
  due?: Due;
  children?: readonly Clause[];
}>;

/** A clause of the other document, and by which clauses of this one it is brought down; without them by all of it. */
export type LinkedClause = Readonly<{ clause: string; by?: readonly string[] }>;

export type Link = Readonly<{
  rel: 'implements' | 'basedOn' | 'attaches' | 'amends' | 'supersedes' | 'revokes' | 'reaffirms' | 'cites';
  number: string | null;
  type: string;
  issuers: readonly string[];
  date: LocalDate | null;
  title: string;
  /** What it implements of the other document. */
  clauses?: readonly LinkedClause[];
}>;

/** Who must set up standing units, and until when they work. */
export type StandingUnitsRule = Readonly<{
  createdBy: readonly string[];
  each: boolean;
  functions: readonly string[];
  mandate: Readonly<{ from: LocalDate | 'issue' | null; until: LocalDate | null; inclusive: boolean }>;
  beyondAuthority?: Readonly<{ recommendTo: string; outcomes: readonly string[] }>;
}>;

export type Succession = Readonly<{
  id: string;
  from: readonly string[];
  to: string | null;
  kind: 'merge' | 'split' | 'rename' | 'dissolve' | 'transfer';
  effectiveOn: LocalDate | null;
  basis: string;
  notes?: string;
}>;

export type ReportForm = Readonly<{
  id: string;
  title: string;
  unit: string;
  total: number | null;
  parts: readonly Readonly<{ name: string; value: number }>[];
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
  successions?: readonly Succession[];
  openIssues?: readonly Readonly<{ id: string; text: string; notes?: string }>[];
  reportForms?: readonly ReportForm[];
}>;
