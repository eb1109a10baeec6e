import {
  countsOf,
  doubledAcross,
  findingsOf,
  successionFindings,
  sumOf,
  type Counts,
  type Finding,
} from '@edict/directives/document';

import { ofKind, problemsAcross, unitsOf } from './across-files.ts';
import { MOST_PROBLEMS, type Problem } from './problem.ts';
import { inOrder, readDocument, type ReadResult } from './read-document.ts';

export type File = Readonly<{ name: string; text: string | Uint8Array }>;

/** What `edict check --json` prints. */
export type CheckReport = Readonly<{
  ok: boolean;
  errors: readonly Problem[];
  findings: readonly Finding[];
  /** Only where a directive is among the files and could be read; several add up. */
  counts?: Counts;
}>;

/** Errors come file by file as given, findings in the order of each directive's text, then those of the units files, then what they say against one another. */
export const checkFiles = (files: readonly File[]): CheckReport => {
  const read = files.map(({ name, text }) => readDocument(name, text));
  const errors = errorsOf(read);
  const units = unitsOf(read);
  const directives = ofKind(read, 'directive').map(({ document }) => document);
  return {
    ok: errors.length === 0,
    errors,
    findings: [
      ...directives.flatMap((document) => findingsOf(document, units)),
      ...successionFindings(units),
      ...doubledAcross(directives, units),
    ],
    ...(directives.length > 0 ? { counts: sumOf(directives.map(countsOf)) } : {}),
  };
};

export const errorsOf = (read: readonly ReadResult[]): readonly Problem[] => {
  const across = problemsAcross(read);
  return read.flatMap(({ errors, name }) =>
    inOrder([...errors, ...across.filter(({ file }) => file === name)]).slice(0, MOST_PROBLEMS),
  );
};
