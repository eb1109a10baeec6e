import type { Covered } from '../../api/directives.ts';
import { partsBy, type Part } from '../../reasons/sums.ts';

/** How far a clause has come. `all`: a unit that has it by several documents has a place by each. `units`: how many there are of these; whoever is
 * nobody yet is none. `brought`: at how many places in this state units have brought it further down by documents of their own. */
export type CameDown = Readonly<{ parts: readonly Part[]; count: number; all: number; units: number; brought: number }>;

type Row = Pick<Covered, 'unit' | 'state' | 'documents'>;

export const cameDown = (rows: readonly Row[], state: Covered['state']): CameDown => {
  const inState = rows.filter((row) => row.state === state);
  return {
    parts: partsBy(rows, (row) => row.state),
    count: inState.length,
    all: rows.length,
    units: new Set(rows.flatMap(({ unit }) => unit ?? [])).size,
    brought: inState.filter(({ documents }) => documents.length > 0).length,
  };
};
