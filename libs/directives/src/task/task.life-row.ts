import { canonical, type Json } from '@edict/kernel';

import type { Terms } from './task.terms.ts';

/** What a task has been through beside its straight path. Lists are JSON texts of the types below. */
export type LifeColumns = Readonly<{
  /** What the text says in words: JSON of `Said`. */
  says: string;
  parent: string | null;
  every: string | null;
  started: number;
  suspendedAt: string | null;
  /** How far it was when it was refused or suspended. */
  halted: string | null;
  /** The request for more time that waits. */
  request: string | null;
  extensions: number;
  dates: string;
  passed: string;
  reassignments: number;
  returns: number;
  refusals: number;
  opinions: number;
  children: string;
  contributions: string;
  demands: string;
  decisions: string;
  predecessors: string;
  occurrences: string;
}>;

export const LIFE_COLUMNS = {
  says: 'text',
  parent: 'text',
  every: 'text',
  started: 'integer',
  suspendedAt: 'text',
  halted: 'text',
  request: 'text',
  extensions: 'integer',
  dates: 'text',
  passed: 'text',
  reassignments: 'integer',
  returns: 'integer',
  refusals: 'integer',
  opinions: 'integer',
  children: 'text',
  contributions: 'text',
  demands: 'text',
  decisions: 'text',
  predecessors: 'text',
  occurrences: 'text',
} as const satisfies Readonly<Record<keyof LifeColumns, 'text' | 'integer'>>;

export const lifeBegun = ({ parent, every, says, deadline }: Terms): LifeColumns => ({
  says: canonical({ ...(deadline ? { due: deadline.derivation.says } : {}), ...says }),
  parent: parent ?? null,
  every: every ?? null,
  started: 0,
  suspendedAt: null,
  halted: null,
  request: null,
  extensions: 0,
  dates: '[]',
  passed: '[]',
  reassignments: 0,
  returns: 0,
  refusals: 0,
  opinions: 0,
  children: '[]',
  contributions: '[]',
  demands: '[]',
  decisions: '[]',
  predecessors: '[]',
  occurrences: '[]',
});

/** A day that the task once had, what replaced it, and by what. */
export type DateMoved = Readonly<{
  how: 'extended' | 'overridden' | 'recalculated' | 'resumed' | 'started' | 'amended';
  from: string | null;
  to: string;
  at: string;
  reason: Json;
  order: Json;
}>;

/** Work that went round instead of forward: to whom or by whom, when, and until when it was not answered. */
export type Passed = Readonly<{
  act: 'refused' | 'reassigned' | 'returned' | 'opinion';
  unit: string;
  at: string;
  answeredAt: string | null;
}>;
export type ChildRow = Readonly<{
  id: string;
  ref: string;
  unit: string;
  dueAt: string | null;
  ended: string | null;
  decided: string | null;
}>;
export type ContributionRow = Readonly<{
  unit: string;
  dueAt: string | null;
  state: 'asked' | 'given' | 'missed';
  at: string;
}>;
export type OccurrenceRow = Readonly<{
  occurrence: number;
  from: string;
  dueAt: string;
  state: 'open' | 'overdue' | 'reported' | 'late' | 'missed';
  reportedAt: string | null;
}>;
export type DemandRow = Readonly<{
  demand: number;
  by: string;
  dueAt: string | null;
  state: 'open' | 'answered' | 'missed';
}>;
/** `members`: between whom the task was divided, so that each has its own. */
export type DecisionRow = Readonly<{
  finding: string;
  ruling: Json;
  by: string;
  at: string;
  reason: Json;
  members?: readonly string[];
}>;

/** The same list, with one more. */
export const plus = (text: string, more: object): string =>
  canonical([...(JSON.parse(text) as object[]), more] as Json);

/** The same list, with whatever fits changed. */
export const changed = <T extends object>(text: string, is: (item: T) => boolean, change: Partial<T>): string =>
  canonical((JSON.parse(text) as T[]).map((each) => (is(each) ? { ...each, ...change } : each)));

type Lists = Readonly<{
  dates: DateMoved;
  passed: Passed;
  children: ChildRow;
  contributions: ContributionRow;
  demands: DemandRow;
  decisions: DecisionRow;
  occurrences: OccurrenceRow;
}>;

export const listOf = <Name extends keyof Lists>(
  columns: Pick<LifeColumns, Name>,
  name: Name,
): readonly Lists[Name][] => JSON.parse(columns[name]) as Lists[Name][];
