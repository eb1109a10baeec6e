import type { EventLine } from '../api/tasks.ts';

/** The state that each of these events brings a task into. What restores an earlier one, and what only may, is below. */
const BRINGS: Readonly<Partial<Record<string, string>>> = {
  TaskLeftUnassigned: 'unassigned',
  TaskAssigned: 'assigned',
  TaskReassigned: 'assigned',
  TaskAcknowledged: 'acknowledged',
  ProgressReported: 'inProgress',
  TaskSubmitted: 'submitted',
  TaskReturned: 'returned',
  TaskAccepted: 'accepted',
  TaskLapsed: 'lapsed',
  TaskRefused: 'refused',
  TaskSuspended: 'suspended',
  TaskCancelled: 'cancelled',
  TaskDelegated: 'delegated',
};
const HALTS = ['TaskRefused', 'TaskSuspended'];
const RESTORES = ['AssignmentUpheld', 'TaskResumed'];
/** A second report, and a second part that is passed on, change nothing. */
const STAYS = ['inProgress', 'delegated'];

type Told = Readonly<{ assignment?: number; effect?: string }>;
type Course = Readonly<{ state: string; before: string; assignment: number; by: EventLine | undefined }>;

/** The event by which a task came into the state in which it is. `undefined`: these events do not tell. */
export const madeBy = (lines: readonly EventLine[], state: string): EventLine | undefined => {
  const begun: Course = { state: '', before: 'assigned', assignment: 0, by: undefined };
  const { by, state: last } = lines.reduce(after, begun);
  return last === state ? by : undefined;
};

const after = (course: Course, line: EventLine): Course => {
  const next = stateAfter(course, line);
  if (next === undefined) return course;
  const { assignment = course.assignment } = line.data as Told;
  const before = HALTS.includes(line.type) ? course.state : course.before;
  const by = next === course.state && STAYS.includes(next) ? course.by : line;
  return { state: next, before, assignment, by };
};

const stateAfter = ({ before, assignment: had }: Course, { type, data }: EventLine): string | undefined => {
  const { assignment = 0, effect } = data as Told;
  if (RESTORES.includes(type)) return before;
  if (type === 'FindingDecided') return assignment > had ? 'assigned' : undefined;
  if (type === 'DirectiveChangeApplied') return effect === 'cancelled' ? 'cancelled' : undefined;
  return BRINGS[type];
};

/** The last of these events. */
export const lastOf = (lines: readonly EventLine[], types: readonly string[]): EventLine | undefined =>
  lines.findLast(({ type }) => types.includes(type));
