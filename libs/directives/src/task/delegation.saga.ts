import { idOf, streamOf, type Effect, type Happened, type Saga } from '@edict/kernel';

import type { TaskCommand } from './task.commands.ts';
import type { ChildEnd } from './task.delegation.messages.ts';
import type { TaskEvent } from './task.events.ts';
import { openChildren } from './task.family.ts';
import { isAssigned, type Assigned, type Task } from './task.state.ts';

type Effects = readonly Effect<TaskCommand>[];

const ENDS: Readonly<Partial<Record<TaskEvent['type'], ChildEnd>>> = {
  TaskAccepted: 'accepted',
  TaskLapsed: 'lapsed',
  TaskCancelled: 'cancelled',
};

/** Gives out what was passed on, lets each part report back, and ends the parts of what is cancelled. */
export const delegation: Saga<Task, TaskEvent, TaskCommand> = {
  name: 'delegation',
  react(event, state): Effects {
    if (!isAssigned(state)) return [];
    return [...downward(event, state), ...upward(event, state)];
  },
};

const downward = (event: Happened<TaskEvent>, state: Assigned): Effects => {
  if (event.type === 'TaskDelegated') {
    const { id, task, escalation } = event.data.child;
    const { watchFrom } = state;
    return [
      {
        key: 'assign',
        send: { stream: streamOf('task', id), type: 'AssignTask', data: { task, escalation, watchFrom } },
      },
    ];
  }
  if (event.type === 'ChildDecided' && event.data.decision === 'cancel')
    return [ending(event, event.data.child, event.data.reason)];
  if (event.type === 'TaskTransferred') return handingDown(event, state);
  if (event.type === 'FindingDecided') return following(event, state);
  if (state.status !== 'cancelled') return [];
  return openChildren(state).map(({ id }) => ending(event, id, `Task ${state.task.ref} has been cancelled.`));
};

/** Whoever has the whole decides on its parts: who gets a part is another matter. */
const handingDown = (
  { stream, data: { from, to } }: Happened<Extract<TaskEvent, { type: 'TaskTransferred' }>>,
  state: Assigned,
): Effects =>
  openChildren(state).map(({ id }) => ({
    key: `hand down ${id}`,
    send: { stream: streamOf('task', id), type: 'FollowWhole', data: { whole: idOf(stream), from, to } },
  }));

/** How often the whole comes round is so of its parts. */
const following = (
  { stream, data }: Happened<Extract<TaskEvent, { type: 'FindingDecided' }>>,
  state: Assigned,
): Effects => {
  const { ruling, by, reason, evidence, zone, since } = data;
  const { every } = ruling;
  if (every === undefined) return [];
  const decided = { whole: idOf(stream), by, reason, evidence, zone, since };
  return openChildren(state).map(({ id }) => ({
    key: `round ${id}`,
    send: { stream: streamOf('task', id), type: 'FollowInterval', data: { every, decided } },
  }));
};

const ending = (
  event: Happened<TaskEvent>,
  child: string,
  reason: Extract<TaskEvent, { type: 'ChildDecided' }>['data']['reason'],
): Effect<TaskCommand> => ({
  key: `end ${child}`,
  send: { stream: streamOf('task', child), type: 'CancelWith', data: { because: idOf(event.stream), reason } },
});

/** Also a day that was moved is reported back, so that no part ends after the whole in silence, and who has it when that is another. */
const upward = (event: Happened<TaskEvent>, { task, status }: Assigned): Effects => {
  if (task.parent === undefined) return [];
  const ended = status === 'cancelled' ? status : (ENDS[event.type] ?? null);
  const passed = passedTo(event, task.unit);
  if (ended === null && !isMoved(event) && !passed) return [];
  const data = { child: idOf(event.stream), ended, dueAt: task.deadline && task.deadline.dueAt, ...passed };
  return [{ key: 'note', send: { stream: streamOf('task', task.parent), type: 'NoteChild', data } }];
};

const passedTo = ({ type }: TaskEvent, unit: string): Readonly<{ unit: string }> | undefined =>
  type === 'TaskTransferred' || type === 'TaskReassigned' ? { unit } : undefined;

const isMoved = ({ data }: TaskEvent): boolean => 'deadline' in data && data.deadline !== null;

/** Tells the tasks that wait for this one, and begins what begins with it. */
export const dependency: Saga<Task, TaskEvent, TaskCommand> = {
  name: 'dependency',
  react(event, state): Effects {
    if (!isAssigned(state)) return [];
    if (event.type === 'TaskAwaited')
      return state.status === 'accepted' ? [telling(event, state, event.data.task)] : [];
    const what = BEGINS[event.type];
    if (!what) return [];
    const { awaitedBy = [], startsOn = [] } = state.task;
    return [
      ...(what === 'accepted' ? awaitedBy : []).map((waiting) => telling(event, state, waiting)),
      ...startsOn.filter(({ event: on }) => on === what).map(({ task }) => starting(event, state, task)),
    ];
  },
};

const BEGINS: Readonly<Partial<Record<TaskEvent['type'], 'accepted' | 'overdue'>>> = {
  TaskAccepted: 'accepted',
  TaskBecameOverdue: 'overdue',
};

const telling = ({ stream }: Happened<TaskEvent>, { task }: Assigned, waiting: string): Effect<TaskCommand> => ({
  key: `tell ${waiting}`,
  send: {
    stream: streamOf('task', waiting),
    type: 'NotePredecessor',
    data: { ref: task.ref, task: idOf(stream) },
  },
});

const starting = ({ stream, type }: Happened<TaskEvent>, { task }: Assigned, waiting: string): Effect<TaskCommand> => ({
  key: `start ${waiting}`,
  send: {
    stream: streamOf('task', waiting),
    type: 'StartBecause',
    data: { task: idOf(stream), event: `Task ${task.ref} is ${type === 'TaskAccepted' ? 'done' : 'overdue'}.` },
  },
});
