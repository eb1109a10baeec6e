import type { JSX } from 'react';

import { useHistory, type Task } from '../api/tasks.ts';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { milestoneBy } from './milestone-said.ts';
import { Reason } from './reason.tsx';

type MilestoneProps = Readonly<{ task: string; milestone: Task['milestones'][number] }>;

/** Whether a milestone of a task was reported, and by what. */
export const MilestoneReason = ({ task, milestone: { name, state } }: MilestoneProps): JSX.Element => {
  const { items: lines } = useHistory(task);
  const by = milestoneBy(lines, name, state);
  return (
    <Reason
      title={<Say id={`milestone.${state}`} />}
      rule={<Say id={`reason.milestone.${state}`} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(`task-${task}`)}
    />
  );
};
