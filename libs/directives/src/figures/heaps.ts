import type { Instant } from '@edict/kernel';

import type { MatterRow } from '../matter/matter.projection.ts';
import { deadlineClassOf } from '../task/deadline-class.ts';
import type { TaskRow } from '../task/task.projection.ts';
import { haltOf, type Answering } from './stuck.ts';

/** Why something is counted although it is not late: its day is near, nobody has said that it arrived, it needs a decision, it has no answer. */
export const AHEAD = ['dueSoon', 'notAcknowledged', 'stuck', 'unanswered'] as const;
export type Ahead = (typeof AHEAD)[number];

/** A task or a matter that is not late and does not move by itself. `clause`: of the task, or of the task that a matter endangers. */
export type AtHand = Readonly<{
  id: string;
  what: 'task' | 'matter';
  why: readonly Ahead[];
  kind: string;
  unit: string | null;
  clause: string | null;
  dueAt: string | null;
}>;

/** What is alike in one respect, the next day of it first. */
export type Heap = Readonly<{
  key: string;
  tasks: readonly string[];
  matters: readonly string[];
  because: Readonly<Record<Ahead, number>>;
  firstDueAt: string | null;
}>;

const OVER = ['accepted', 'lapsed', 'cancelled', 'submitted'];

/** `null`: it is over, late, waits for acceptance, or has time and is worked on. */
export const taskAtHand = (task: TaskRow, answering: Answering, at: Instant): AtHand | null => {
  const deadline = deadlineClassOf(task, at);
  if (OVER.includes(task.state) || deadline === 'overdue') return null;
  const isSo: Readonly<Record<Ahead, boolean>> = {
    dueSoon: deadline === 'dueSoon',
    notAcknowledged: task.state === 'assigned',
    stuck: haltOf(task, answering)?.halt === 'stuck',
    unanswered: false,
  };
  const why = AHEAD.filter((each) => isSo[each]);
  const { taskId: id, kind, unit, clause, dueAt } = task;
  return why.length === 0 ? null : { id, what: 'task', why, kind, unit, clause, dueAt };
};

const OPEN = ['received', 'directed', 'recommended'];

/** `null`: it is answered or refused, or its answer is late. */
export const matterAtHand = (matter: MatterRow, clause: string | null, at: Instant): AtHand | null => {
  const { matterId: id, kind, unit, state, answerBy, responseMissed, recommendedTo } = matter;
  const isLate = responseMissed === 1 || (answerBy !== null && answerBy <= at);
  if (!OPEN.includes(state) || isLate) return null;
  return { id, what: 'matter', why: ['unanswered'], kind, unit: recommendedTo ?? unit, clause, dueAt: answerBy };
};

/** By kind, unit or clause, the greatest heap first; what has none of it is in no heap. */
export const heapsOf = (all: readonly AtHand[], by: 'kind' | 'unit' | 'clause'): readonly Heap[] =>
  [...Map.groupBy(all, (each) => each[by])]
    .flatMap(([key, items]) => (key === null ? [] : [heapOf(key, items)]))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1));

const heapOf = (key: string, items: readonly AtHand[]): Heap => {
  const idsOf = (what: AtHand['what']) => items.filter((each) => each.what === what).map(({ id }) => id);
  const count = (reason: Ahead): number => items.filter(({ why }) => why.includes(reason)).length;
  return {
    key,
    tasks: idsOf('task'),
    matters: idsOf('matter'),
    because: {
      dueSoon: count('dueSoon'),
      notAcknowledged: count('notAcknowledged'),
      stuck: count('stuck'),
      unanswered: count('unanswered'),
    },
    firstDueAt: items.flatMap(({ dueAt }) => dueAt ?? []).toSorted()[0] ?? null,
  };
};

const sizeOf = ({ tasks, matters }: Heap): number => tasks.length + matters.length;
