import { deadlineClassOf } from '@edict/directives';
import type { Instant } from '@edict/kernel';

import { allTasks } from './all-tasks.ts';
import type { Find } from './find.ts';
import type { TasksWhere } from './task-list.ts';

export const GROUPINGS = ['state', 'deadlineClass', 'kind', 'unit', 'directiveId', 'clause'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** `key`: `null` where there is none, as for tasks that nobody has. In the order of keys. */
export type Counts = Readonly<{
  at: Instant;
  total: number;
  groups: readonly Readonly<{ key: string | null; count: number }>[];
}>;

type Counting = Readonly<{ where: TasksWhere; by: Grouping }>;

/** Tasks, counted one by one as the reader sees them: no number is kept anywhere that was counted with other eyes. */
export const countsOf = async (find: Find, { where, by }: Counting, at: Instant): Promise<Counts> => {
  const { deadlineClass, ...columns } = where;
  const counts = new Map<string | null, number>();
  for await (const row of allTasks(find, columns)) {
    const judged = deadlineClassOf(row, at);
    if (deadlineClass !== undefined && judged !== deadlineClass) continue;
    const key = by === 'deadlineClass' ? judged : row[by];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const groups = [...counts].map(([key, count]) => ({ key, count }));
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return { at, total, groups: groups.toSorted((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1)) };
};
