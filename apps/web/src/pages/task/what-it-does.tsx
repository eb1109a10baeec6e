import type { JSX } from 'react';

import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import type { Offer } from './acts.ts';

/** Before what is for good: what it does, to which task of which unit. */
export const WhatItDoes = ({ offer, task }: Readonly<{ offer: Offer; task: Task }>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <>
      <p>
        <span className="mono">{task.ref}</span> <Prose text={task.statement} />
        {task.unit === null ? null : <span className="dim"> · {nameOf(task.unit)}</span>}
      </p>
      <p className="mid">
        <Say id={`act.forGood.${offer.verb}`} />
      </p>
    </>
  );
};
