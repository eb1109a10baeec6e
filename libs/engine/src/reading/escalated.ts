import type { MatterRow, TaskRow } from '@edict/directives';

import type { Lists } from './lists.ts';
import type { Page } from './page.ts';

/** By their ids. */
export type Matters = (ids: readonly string[]) => Promise<readonly MatterRow[]>;

/** Where what came of an escalation lies by then: it moves with whoever has it, and stays with whoever has answered it. */
export const whereEscalated = async (rows: readonly TaskRow[], matters: Matters): Promise<readonly TaskRow[]> => {
  const ids = rows.flatMap(({ escalatedAs }) => escalatedAs ?? []);
  if (ids.length === 0) return rows;
  const units = new Map((await matters(ids)).map(({ matterId, unit }) => [matterId, unit]));
  return rows.map((row) => ({ ...row, escalatedTo: units.get(row.escalatedAs ?? '') ?? row.escalatedTo }));
};

/** The same for the lists in which there are tasks. */
export const withEscalated = (lists: Lists, matters: Matters): Lists => {
  const inPage = async (page: Page<TaskRow>): Promise<Page<TaskRow>> => ({
    ...page,
    items: await whereEscalated(page.items, matters),
  });
  return {
    ...lists,
    tasks: async (where, asked) => inPage(await lists.tasks(where, asked)),
    inbox: async (unit, asked) => inPage(await lists.inbox(unit, asked)),
  };
};
