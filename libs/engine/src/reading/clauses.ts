import type { Clause } from '@edict/directives';

/** `parent`: the ref of the clause that it stands in; `depth` from 0. */
export type ClauseLine = Readonly<{
  ref: string;
  kind: Clause['kind'];
  text: string;
  parent: string | null;
  depth: number;
}>;

/** The clauses of a directive in the order of its text. */
export const clauseLines = (
  clauses: readonly Clause[],
  parent: string | null = null,
  depth = 0,
): readonly ClauseLine[] =>
  clauses.flatMap(({ ref, kind, text, children = [] }) => [
    { ref, kind, text, parent, depth },
    ...clauseLines(children, ref, depth + 1),
  ]);
