import type { CourseEvent } from './task.course.messages.ts';
import type { Evolvers } from './task.chapters.ts';
import { moved } from './task.dates.state.ts';
import { withoutOccurrence } from './task.occurrences.ts';
import type { Assigned } from './task.state.ts';
import type { Terms } from './task.terms.ts';

/** What was ruled on, what has begun, and which tasks before it are done. */
export type Course = Readonly<{
  decided: readonly string[];
  started: boolean;
  predecessors: readonly Predecessor[];
  /** Somebody has said who leads it, whatever its text leaves open. */
  leadNamed: boolean;
  /** How often it comes round was decided of it, and not of what it is a part of. */
  ownInterval: boolean;
  /** Who has one each in its place. */
  divided: readonly string[] | null;
}>;
export type Predecessor = Readonly<{ ref: string; task: string }>;

export const noCourse: Course = {
  decided: [],
  started: false,
  predecessors: [],
  leadNamed: false,
  ownInterval: false,
  divided: null,
};

/** The same terms, with one more that waits for them. */
export const awaitedBy = <T extends Pick<Terms, 'awaitedBy'>>(terms: T, waiting: string): T => ({
  ...terms,
  awaitedBy: [...(terms.awaitedBy ?? []), waiting],
});

type Decided = Extract<CourseEvent, { type: 'FindingDecided' }>['data'];

const ruledOn = (course: Course, { finding, ruling, divided, whole }: Decided): Course => ({
  ...course,
  decided: [...course.decided, finding],
  leadNamed: course.leadNamed || ruling.lead !== undefined,
  ownInterval: course.ownInterval || (ruling.every !== undefined && whole === undefined),
  divided: divided?.members ?? course.divided,
});

export const evolveCourse: Evolvers<CourseEvent> = {
  FindingDecided: (task, data) => {
    const { ruling, assignment, zone, since } = data;
    const { lead, coordinating, reportsTo, every } = ruling;
    const led = lead === undefined ? {} : { unit: lead, lead: [lead] };
    return {
      ...task,
      assignment,
      ...(assignment > task.assignment ? { status: 'assigned', acknowledgementMissed: false } : {}),
      task: {
        ...task.task,
        ...led,
        ...(coordinating ? { coordinating } : {}),
        ...(reportsTo ? { reportsTo } : {}),
      },
      rhythm: every ? { ...task.rhythm, every, since, zone } : task.rhythm,
      course: ruledOn(task.course, data),
    };
  },
  RegistrationCorrected: (task, { to }) => ({ ...task, task: { ...task.task, ...to } }),
  TaskStarted: (task, { deadline, at }) => {
    const started: Assigned = { ...task, course: { ...task.course, started: true } };
    return deadline ? moved(started, deadline, at) : { ...started, dates: { ...started.dates, remindersFrom: at } };
  },
  PredecessorDone: (task, { ref, task: done }) => ({
    ...task,
    course: { ...task.course, predecessors: [...task.course.predecessors, { ref, task: done }] },
  }),
  TaskAwaited: (task, { task: waiting }) => ({ ...task, task: awaitedBy(task.task, waiting) }),
  OccurrenceOpened: (task, period) => ({
    ...task,
    rhythm: { ...task.rhythm, last: period, open: [...task.rhythm.open, { ...period, called: false }] },
  }),
  OccurrenceBecameOverdue: (task, { occurrence }) => ({
    ...task,
    rhythm: {
      ...task.rhythm,
      open: task.rhythm.open.map((each) => (each.occurrence === occurrence ? { ...each, called: true } : each)),
    },
  }),
  OccurrenceMissed: (task, { occurrence }) => ({ ...task, rhythm: withoutOccurrence(task.rhythm, occurrence) }),
  DirectiveChangeApplied: (task, { effect, deadline, movedAt }) => {
    if (effect === 'cancelled') return { ...task, status: 'cancelled' };
    return deadline ? moved(task, deadline, movedAt) : task;
  },
};
