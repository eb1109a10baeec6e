import type { TaskRow } from '@edict/directives';
import type { Instant } from '@edict/kernel';

import { taskSummary, type TaskSummary } from './summary.ts';

/** A task by itself, with what the next act on it has to name. */
export type TaskDetail = TaskSummary &
  Readonly<{
    directiveId: string;
    member: string;
    statement: unknown;
    urgent: boolean;
    /** Of a conditional task: whether what it waits for has come about. */
    started: boolean;
    assignment: number;
    submission: number;
    watchFrom: string | null;
    decidedAt: string | null;
    evidence: unknown;
    lastReport: unknown;
    escalationLevel: number;
  }>;

/** The deadline class is judged at `at`: it follows from the clock and is stored nowhere. */
export const taskDetail = (row: TaskRow, at: Instant): TaskDetail => {
  const { directiveId, member, assignment, submission, watchFrom, decidedAt, escalationLevel } = row;
  return {
    ...taskSummary(row, at),
    ...{ directiveId, member, assignment, submission, watchFrom, decidedAt, escalationLevel },
    statement: within(row.statement),
    urgent: row.urgent === 1,
    started: row.started === 1,
    evidence: within(row.evidence),
    lastReport: within(row.lastReport),
  };
};

/** Rows keep lists and prose as JSON texts; answers do not. */
const within = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
