import { FolderInUse } from '@edict/adapter-sqlite';
import { ProblemAnswer, Unreachable } from '@edict/client';
import { Rejection } from '@edict/kernel';

import { NoServer } from './access.ts';
import { EXIT, UsageError } from './command.ts';

/** What is wrong, as `check` tells it; where there is no file, a JSON pointer into what was sent. */
type Told = Readonly<{
  file: string | null;
  line: number | null;
  column: number | null;
  path: string;
  rule: string;
  message: string;
}>;
export type Ending = Readonly<{ code: number; problems: readonly Told[] }>;

const NOWHERE = { file: null, line: null, column: null, path: '' };

/** How a command ends that threw. */
export const endingOf = (error: unknown): Ending => {
  if (error instanceof UsageError) return bad(error.rule, error, error.file);
  if (error instanceof Rejection) return bad(error.code, error);
  if (error instanceof FolderInUse) return bad('folder/in-use', error);
  if (error instanceof ProblemAnswer) return refused(error);
  if (error instanceof Unreachable || error instanceof NoServer)
    return { code: EXIT.unreachable, problems: [{ ...NOWHERE, rule: 'server/unreachable', message: error.message }] };
  return { code: EXIT.fault, problems: [{ ...NOWHERE, rule: 'edict/fault', message: messageOf(error) }] };
};

const bad = (rule: string, { message }: Error, file: string | null = null): Ending => ({
  code: EXIT.bad,
  problems: [{ ...NOWHERE, file, rule, message }],
});

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Too busy or at fault is not a no. */
const refused = ({ status, code, message, problem: { errors = [] } }: ProblemAnswer): Ending => {
  const flaws = errors.map(({ pointer, rule, line = null, column = null, ...flaw }) => ({
    ...NOWHERE,
    ...{ line, column, path: pointer, rule, message: flaw.message },
  }));
  return { code: status >= 500 ? EXIT.fault : EXIT.refused, problems: [{ ...NOWHERE, rule: code, message }, ...flaws] };
};
