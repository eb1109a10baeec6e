import type { JSX } from 'react';

import type { Buckets } from './figures.ts';

/** The four buckets, each with its pattern and its word. */
export const FOUR = [
  ['doneInTime', 'b-dit', 'class.doneInTime'],
  ['doneLate', 'b-dl', 'class.doneLate'],
  ['openOverdue', 'b-oo', 'class.overdue'],
  ['openInTime', 'b-oit', 'class.inTime'],
] as const;

export const Bar = ({ figures }: Readonly<{ figures: Buckets }>): JSX.Element => (
  <div className="bar" aria-hidden="true">
    {FOUR.filter(([name]) => figures[name] > 0).map(([name, pattern]) => (
      <i key={name} className={pattern} style={{ flexGrow: figures[name] }} />
    ))}
  </div>
);
