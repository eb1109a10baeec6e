import type { JSX } from 'react';

import { Mark, type MarkName } from '../icons.tsx';
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

export const ClassTag = ({ deadlineClass, more }: Readonly<{ deadlineClass: string; more?: string }>): JSX.Element => (
  <span className={`tag ${classStyle(deadlineClass)}`}>
    <Mark name={markOf(deadlineClass)} />
    <span>
      <Say id={`class.${deadlineClass}`} />
      {more ? ` · ${more}` : ''}
    </span>
  </span>
);

export const StateTag = ({ state }: Readonly<{ state: string }>): JSX.Element => (
  <span className="tag state">
    <Say id={`state.${state}`} />
  </span>
);
