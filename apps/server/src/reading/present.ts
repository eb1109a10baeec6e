import type { DirectiveRow, Finding, TaskRow, UnitRow } from '@edict/directives';
import { taskSummary, type TaskSummary } from '@edict/engine';
import type { Instant } from '@edict/kernel';

/** Rows keep lists and prose as JSON texts; answers do not. */
const within = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

export const directiveOf = ({ issuers, findings, ...row }: DirectiveRow) => ({
  ...row,
  issuers: within(issuers) as readonly string[],
  findings: within(findings) as readonly Finding[],
});
export type Directive = ReturnType<typeof directiveOf>;

export type TaskDetail = TaskSummary &
  Readonly<{
    directiveId: string;
    member: string;
    statement: unknown;
    urgent: boolean;
    /** What the next act has to name. */
    assignment: number;
    submission: number;
    watchFrom: string | null;
    decidedAt: string | null;
    evidence: unknown;
    lastReport: unknown;
    escalationLevel: number;
  }>;

/** The deadline class is judged at `at`: it follows from the clock and is stored nowhere. */
export const taskOf = (row: TaskRow, at: Instant): TaskDetail => {
  const { directiveId, member, assignment, submission, watchFrom, decidedAt, escalationLevel } = row;
  return {
    ...taskSummary(row, at),
    ...{ directiveId, member, assignment, submission, watchFrom, decidedAt, escalationLevel },
    statement: within(row.statement),
    urgent: row.urgent === 1,
    evidence: within(row.evidence),
    lastReport: within(row.lastReport),
  };
};

export const unitOf = ({ names, membership, successor, ...row }: UnitRow) => ({
  ...row,
  names: within(names) as Readonly<Record<string, string>>,
  membership: within(membership) as readonly unknown[],
  successor: within(successor),
});
export type Unit = ReturnType<typeof unitOf>;
