import type { Instant, LocalDate } from '@edict/kernel';

import type { Prose } from '../prose.ts';
import type { Deadline } from './deadline.ts';
import type { DatesEvent } from './task.dates.messages.ts';
import type { Evolvers } from './task.chapters.ts';
import type { Assigned } from './task.state.ts';

/** How often the day was moved, and what is asked of it. */
export type Dates = Readonly<{
  moves: number;
  /** Reminders that lie before the last move, or before it was resumed, are not sent after it. */
  remindersFrom: Instant | null;
  requests: number;
  request: Readonly<{ request: number; toOn: LocalDate; reason: Prose; progress: Prose }> | null;
}>;

export const noDates: Dates = { moves: 0, remindersFrom: null, requests: 0, request: null };

/** A new day has a ladder of its own, which is called from its beginning. */
export const moved = (task: Assigned, deadline: Deadline, movedAt: Instant): Assigned => ({
  ...task,
  task: { ...task.task, deadline },
  calledUntil: null,
  level: 0,
  dates: { ...task.dates, moves: task.dates.moves + 1, remindersFrom: movedAt, request: null },
});

export const evolveDates: Evolvers<DatesEvent> = {
  ExtensionRequested: (task, { request, toOn, reason, progress }) => ({
    ...task,
    dates: { ...task.dates, requests: request, request: { request, toOn, reason, progress } },
  }),
  ExtensionGranted: (task, { deadline, movedAt }) => moved(task, deadline, movedAt),
  ExtensionRefused: (task) => ({ ...task, dates: { ...task.dates, request: null } }),
  DeadlineOverridden: (task, { deadline, movedAt }) => moved(task, deadline, movedAt),
  DeadlineRecalculated: (task, { deadline, movedAt }) => moved(task, deadline, movedAt),
};
