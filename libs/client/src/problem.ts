import type { components } from './api.generated.ts';

export type Problem = components['schemas']['Problem'];
export type Flaw = NonNullable<Problem['errors']>[number];

/** The server said no, and why: RFC 9457. `code` is what to branch on. */
export class ProblemAnswer extends Error {
  override readonly name = 'ProblemAnswer';
  readonly problem: Problem;
  readonly code: string;
  readonly status: number;
  /** In seconds, where the server says when to ask again. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail);
    this.problem = problem;
    this.code = problem.code;
    this.status = problem.status;
    this.retryAfter = retryAfter;
  }
}

/** No answer that can be read: nobody listens there, or not Edict. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
