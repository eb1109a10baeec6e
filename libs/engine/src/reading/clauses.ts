import type { Clause, TaskRow } from '@edict/directives';

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

/** What came of a clause at a unit. `unit` is `null` where nobody has it, and where `total` is 0: nothing came of the clause. */
export type Coverage = Readonly<{
  clause: string;
  unit: string | null;
  total: number;
  states: Readonly<Record<string, number>>;
}>;

/** Clause by clause in the order of the text, unit by unit: what was fanned out, and how it stands. */
export const coverageOf = (clauses: readonly Clause[], tasks: readonly TaskRow[]): readonly Coverage[] => {
  const byClause = Map.groupBy(tasks, ({ clause }) => clause);
  const bearing = clauseLines(clauses).filter(({ kind, ref }) => kind === 'task-bearing' || byClause.has(ref));
  return bearing.flatMap(({ ref }) => {
    const units = [...Map.groupBy(byClause.get(ref) ?? [], ({ unit }) => unit)];
    if (units.length === 0) return [{ clause: ref, unit: null, total: 0, states: {} }];
    return units
      .toSorted(byName)
      .map(([unit, rows]) => ({ clause: ref, unit, total: rows.length, states: tally(rows) }));
  });
};

const byName = ([a]: readonly [string | null, unknown], [b]: readonly [string | null, unknown]): number =>
  (a ?? '') < (b ?? '') ? -1 : 1;

const tally = (rows: readonly TaskRow[]): Readonly<Record<string, number>> => {
  const counts = Map.groupBy(rows, ({ state }) => state);
  return Object.fromEntries([...counts].map(([state, of]) => [state, of.length] as const).toSorted());
};
