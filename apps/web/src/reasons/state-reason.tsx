import type { JSX } from 'react';

import { useHistory, type Task } from '../api/tasks.ts';
import { useUnitNames } from '../api/units.tsx';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { madeBy } from './made-by.ts';
import { nextOf } from './next-said.ts';
import { Reason } from './reason.tsx';

/** By which event a task came into its state, and who does what next. */
export const StateReason = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const { items: lines } = useHistory(task.id);
  const nameOf = useUnitNames();
  const by = madeBy(lines, task.state);
  return (
    <Reason
      title={<Say id={`state.${task.state}`} />}
      rule={<Say id={`reason.state.${task.state}`} />}
      events={by && <ByEvent line={by} />}
      next={<Say id={nextOf(task)} unit={task.unit === null ? '–' : nameOf(task.unit)} />}
      position={placeIn(lines)}
      prove={proofOf(`task-${task.id}`)}
    />
  );
};
