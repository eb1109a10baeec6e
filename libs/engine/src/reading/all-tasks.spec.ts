import { describe, expect, it } from '@jest/globals';
import type { TaskRow } from '@edict/directives';

import { MOST_REPORTED, tasksToReport } from './all-tasks.ts';
import type { Find } from './find.ts';

/** So many tasks, page by page, as a store would give them. */
const holding =
  (count: number): Find =>
  async (_view, { after, limit = count }) => {
    const from = after ? Number(after.key) + 1 : 0;
    const length = Math.max(0, Math.min(limit, count - from));
    return Array.from({ length }, (_, n) => ({ taskId: String(from + n) })) as never;
  };

describe('The tasks of a report', () => {
  it('are all that there are, as far as one report goes', async () => {
    const tasks = await tasksToReport(holding(MOST_REPORTED), {});
    expect(tasks.length).toBe(MOST_REPORTED);
    expect(new Set(tasks.map(({ taskId }: TaskRow) => taskId)).size).toBe(MOST_REPORTED);
  });

  it('are refused where there is one more, with what to do', async () => {
    const tooMany = tasksToReport(holding(MOST_REPORTED + 1), {});
    await expect(tooMany).rejects.toMatchObject({
      code: 'reading/too-much',
      message: 'A report lists 20000 tasks at most, and there are more: name a directive or a unit.',
    });
  });
});
