import { heapsOf, matterAtHand, taskAtHand, type AtHand, type Heap } from '@edict/directives';

import { answeringFor, type AnsweringFor } from './answering-for.ts';
import { mattersOf } from './matters-of.ts';
import type { About, Making } from './report.ts';
import { columnsOf, type Cell } from './sheet.ts';

/** What is not late yet and does not move by itself, heap by heap, with what is counted in each. */
export type PilingUpFigures = Readonly<{
  atHand: number;
  byKind: readonly Heap[];
  byUnit: readonly Heap[];
  byClause: readonly Heap[];
}>;

/** Early detection (155-KL/TW, 5.p2): shown before anything of it is late. */
export const pilingUpReport: Making<PilingUpFigures> = async (about) => {
  const all = [...tasksIn(about, await answeringFor(about)), ...(await mattersIn(about))];
  const figures = {
    atHand: all.length,
    byKind: heapsOf(all, 'kind'),
    byUnit: heapsOf(all, 'unit'),
    byClause: heapsOf(all, 'clause'),
  };
  return {
    formulas: ['piling-up@5'],
    figures,
    sheets: [
      {
        name: 'Piling up',
        columns: COLUMNS,
        rows: [
          ...rowsOf('kind', figures.byKind),
          ...rowsOf('unit', figures.byUnit),
          ...rowsOf('clause', figures.byClause),
        ],
      },
    ],
  };
};

const COLUMNS = columnsOf({
  by: 'By',
  key: 'What',
  tasks: 'Tasks',
  matters: 'Matters',
  dueSoon: 'Due soon',
  notAcknowledged: 'Not acknowledged',
  stuck: 'Stuck',
  unanswered: 'Unanswered',
  firstDueAt: 'First due',
});

const rowsOf = (by: string, heaps: readonly Heap[]): readonly Readonly<Record<string, Cell>>[] =>
  heaps.map(({ key, tasks, matters, because, firstDueAt }) => ({
    ...{ by, key, tasks: tasks.length, matters: matters.length },
    ...because,
    firstDueAt,
  }));

/** A clause is one of its directive. */
const clauseIn = (name: string, clause: string): string => `${name} ${clause}`;

const tasksIn = ({ tasks, at, directiveOf }: About, answering: AnsweringFor): readonly AtHand[] =>
  tasks.flatMap((task) => {
    const found = taskAtHand(task, answering(task), at);
    return found ? [{ ...found, clause: clauseIn(directiveOf(task).name, task.clause) }] : [];
  });

const mattersIn = async (about: About): Promise<readonly AtHand[]> => {
  const { tasks, at, scope, directiveOf } = about;
  const clauses = new Map(tasks.map((task) => [task.taskId, clauseIn(directiveOf(task).name, task.clause)]));
  return (await mattersOf(about)).flatMap((matter) => {
    const found = matterAtHand(matter, clauses.get(matter.concerning ?? '') ?? null, at);
    return found && (scope.unit === undefined || scope.unit === found.unit) ? [found] : [];
  });
};
