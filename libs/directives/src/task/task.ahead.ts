import type { Instant } from '@edict/kernel';

import type { Assigned } from './task.state.ts';

/** Whose own day, earlier than the lead's, is still ahead or was missed without anybody being told. */
export const contributionsAhead = ({
  family,
  watchFrom,
}: Assigned): readonly Readonly<{ unit: string; dueAt: Instant }>[] =>
  family.asked.flatMap(({ unit, dueAt, given, called }) =>
    dueAt !== null && !given && !called && watchFrom !== null && dueAt >= watchFrom ? [{ unit, dueAt }] : [],
  );

/** Demands for a report that have a day, and have not been answered. */
export const demandsAhead = ({
  family,
  watchFrom,
}: Assigned): readonly Readonly<{ demand: number; dueAt: Instant }>[] =>
  family.demands.flatMap(({ demand, dueAt, open, called }) =>
    dueAt !== null && open && !called && watchFrom !== null && dueAt >= watchFrom ? [{ demand, dueAt }] : [],
  );
