import { COVERAGE_STATES, coverageOf, notComeDown, type Coverage, type CoverageState } from '../reading/coverage.ts';
import type { About, Making } from './report.ts';
import { columnsOf } from './sheet.ts';

type Cell = Readonly<{ directiveId: string; directive: string }> &
  Pick<Coverage, 'clause' | 'unit' | 'level' | 'state' | 'steps' | 'through' | 'total'>;
type Missing = Pick<Cell, 'directiveId' | 'clause' | 'unit' | 'state'>;

/** `notComeDown`: of what nobody has been told, or nobody is charged with. */
export type CoverageFigures = Readonly<{
  coverage: Readonly<Record<CoverageState, number>>;
  notComeDown: readonly Missing[];
}>;

/** What came of each clause at each unit, directive by directive. Without names: they change, and a report of a past date does not. */
export const coverageReport: Making<CoverageFigures> = async (about) => {
  const cells = await cellsOf(about);
  const count = (name: CoverageState) => cells.filter(({ state }) => state === name).length;
  const counts = Object.fromEntries(COVERAGE_STATES.map((name) => [name, count(name)]));
  const missing = cells.filter(({ down }) => !down).map(({ cell }) => cell);
  return {
    formulas: ['coverage@1'],
    figures: {
      coverage: counts as Readonly<Record<CoverageState, number>>,
      notComeDown: missing.map(({ directiveId, clause, unit, state }) => ({ directiveId, clause, unit, state })),
    },
    sheets: [
      {
        name: 'Coverage',
        columns: columnsOf({
          directive: 'Directive',
          clause: 'Clause',
          level: 'Level',
          unit: 'Unit',
          state: 'State',
          steps: 'Steps down',
          through: 'Through',
          total: 'Tasks',
        }),
        rows: cells.map(({ cell: { directiveId: _, ...row } }) => row),
      },
    ],
  };
};

type Covered = Readonly<{ cell: Cell; down: boolean; state: CoverageState }>;

const cellsOf = async ({ tasks, asOf, scope, reading, directiveOf }: About): Promise<readonly Covered[]> => {
  const directives = new Map(tasks.map((task) => [task.directiveId, directiveOf(task).name]));
  const all: Covered[] = [];
  for (const [directiveId, directive] of directives) {
    const rows = (await coverageOf(reading, directiveId, asOf)) ?? [];
    const missing = new Set(notComeDown(rows));
    const own = rows.filter(({ unit }) => scope.unit === undefined || scope.unit === unit);
    for (const row of own) {
      const { clause, unit, level, state, steps, through, total } = row;
      const cell = { directiveId, directive, clause, unit, level, state, steps, through, total };
      all.push({ cell, down: !missing.has(row), state });
    }
  }
  return all;
};
