import { taskView, type TaskRow } from '@edict/directives';
import { Rejection } from '@edict/kernel';
import type { Place } from '@edict/runtime';

import type { Find } from './find.ts';
import type { TasksWhere } from './task-list.ts';

type Columns = Omit<TasksWhere, 'deadlineClass'>;

/** So many rows at a time that nobody else waits for long. */
const BATCH = 1_000;

/** Tasks, one after the other, as the reader sees them. */
export const allTasks = async function* (find: Find, where: Columns): AsyncGenerator<TaskRow> {
  for (let after: Place | undefined; ;) {
    const rows = await find<TaskRow>(taskView, { where, limit: BATCH, ...(after ? { after } : {}) });
    yield* rows;
    if (rows.length < BATCH) return;
    after = { values: [], key: rows.at(-1)!.taskId };
  }
};

/** A report lists so many tasks and no more: a policy of this house, so that nobody's report stops everybody's work. */
export const MOST_REPORTED = 20_000;

/** All of them at once. Throws `Rejection` where they are too many. */
export const tasksToReport = async (find: Find, where: Columns): Promise<readonly TaskRow[]> => {
  const tasks: TaskRow[] = [];
  for await (const task of allTasks(find, where)) {
    if (tasks.length === MOST_REPORTED)
      throw new Rejection(
        'reading/too-much',
        `A report lists ${MOST_REPORTED} tasks at most, and there are more: name a directive or a unit.`,
      );
    tasks.push(task);
  }
  return tasks;
};
