import type { Clause, DirectiveDocument, DueHere, TaskItem } from './directive.document.ts';

/** A task with the deadline that holds for it. */
export type DatedItem = Omit<TaskItem, 'due'> & Readonly<{ due?: DueHere }>;

/**
 * The tasks in the order of the text. What is to be done, or is in force to a date, and has no deadline or window of its own, has the one
 * that its clause, or the next clause around it, gives to all of its tasks. What goes on for ever or comes round does not end by it.
 */
export const datedTasks = ({ clauses, tasks }: Pick<DirectiveDocument, 'clauses' | 'tasks'>): readonly DatedItem[] => {
  const common = commonDues(clauses, undefined);
  return tasks.map((task) => {
    const due = common.get(task.clause);
    return due && takesCommon(task) ? { ...task, due } : task;
  });
};

const takesCommon = ({ due, kind, window }: TaskItem): boolean =>
  due === undefined && window === undefined && (kind === 'once' || kind === 'conditional' || kind === 'until');

const commonDues = (clauses: readonly Clause[], above: DueHere | undefined): ReadonlyMap<string, DueHere> =>
  new Map(
    clauses.flatMap(({ ref, due, children = [] }) => {
      const own = due ? { ...due, clause: ref } : above;
      return [...(own ? [[ref, own] as const] : []), ...commonDues(children, own)];
    }),
  );
