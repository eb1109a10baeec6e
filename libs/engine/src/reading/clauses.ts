import { referencesIn, type Clause, type Due } from '@edict/directives';

/** `parent`: the ref of the clause that it stands in; `depth` from 0. */
export type ClauseLine = Readonly<{
  ref: string;
  kind: Clause['kind'];
  text: string;
  parent: string | null;
  depth: number;
  /** The deadline that its tasks have in common. */
  due: Due | null;
  /** Documents of which it takes the tasks over without setting them out. */
  byReference: readonly string[];
}>;

/** The clauses of a directive in the order of its text. */
export const clauseLines = (
  clauses: readonly Clause[],
  parent: string | null = null,
  depth = 0,
): readonly ClauseLine[] =>
  clauses.flatMap(({ ref, kind, text, due = null, byReference, children = [] }) => [
    { ref, kind, text, parent, depth, due, byReference: referencesIn(byReference) },
    ...clauseLines(children, ref, depth + 1),
  ]);
