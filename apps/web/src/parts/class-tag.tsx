import type { JSX } from 'react';

import type { Task } from '../api/tasks.ts';
import { Mark, type MarkName } from '../icons.tsx';
import { Explained } from './explained.tsx';
import { Say } from './say.tsx';

const STYLES: Readonly<Record<string, string>> = {
  overdue: 'overdue',
  dueSoon: 'soon',
  inTime: 'intime',
  none: 'none',
  doneInTime: 'done',
  doneLate: 'late',
};

export const classStyle = (deadlineClass: string): string => STYLES[deadlineClass] ?? 'none';

const markOf = (deadlineClass: string): MarkName => (deadlineClass in STYLES ? (deadlineClass as MarkName) : 'none');

/** Word, mark and colour: never one of them alone. */
export const ClassWord = ({ deadlineClass }: Readonly<{ deadlineClass: string }>): JSX.Element => (
  <span className={`cls ${classStyle(deadlineClass)}`}>
    <Mark name={markOf(deadlineClass)} />
    <Say id={`class.${deadlineClass}`} />
  </span>
);

type Explainable = Readonly<{ task: Task }>;

/** The same of a task, with its reason. */
export const ClassOf = ({ task }: Explainable): JSX.Element => (
  <Explained className={`cls ${classStyle(task.deadlineClass)}`} why={({ ClassReason }) => <ClassReason task={task} />}>
    <Mark name={markOf(task.deadlineClass)} />
    <Say id={`class.${task.deadlineClass}`} />
  </Explained>
);

export const ClassTag = ({ task }: Explainable): JSX.Element => (
  <Explained className={`tag ${classStyle(task.deadlineClass)}`} why={({ ClassReason }) => <ClassReason task={task} />}>
    <Mark name={markOf(task.deadlineClass)} />
    <span>
      <Say id={`class.${task.deadlineClass}`} />
    </span>
  </Explained>
);

export const StateTag = ({ task }: Explainable): JSX.Element => (
  <Explained className="tag state" why={({ StateReason }) => <StateReason task={task} />}>
    <Say id={`state.${task.state}`} />
  </Explained>
);
