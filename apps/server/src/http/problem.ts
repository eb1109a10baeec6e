import { HttpException } from '@nestjs/common';

import { STATUS, type ShellCode } from './statuses.ts';

/** What is wrong in a request and where: a JSON pointer into the body, or into the document that it carries, with line and column there. */
export type Flaw = Readonly<{ pointer: string; rule: string; message: string; line?: number; column?: number }>;

/** RFC 9457, with the `code` that callers branch on. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: readonly Flaw[];
  traceId?: string;
}>;

/** What the shell itself has to say no to. */
export class HttpProblem extends HttpException {
  readonly code: ShellCode;
  readonly errors: readonly Flaw[] | undefined;

  /** In seconds. */
  readonly retryAfter: number | undefined;

  constructor(code: ShellCode, detail: string, more: readonly Flaw[] | Readonly<{ retryAfter: number }> = []) {
    super(detail, STATUS[code]);
    this.code = code;
    this.errors = 'retryAfter' in more || more.length === 0 ? undefined : more;
    this.retryAfter = 'retryAfter' in more ? more.retryAfter : undefined;
  }
}
