import type { JSX } from 'react';

import { useHistory, type Task } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { shortMoment } from '../../i18n/times.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { useNow } from '../../parts/now.ts';

const STEPS = ['assigned', 'acknowledged', 'inProgress', 'submitted', 'accepted'];
const EVENTS: Readonly<Record<string, string>> = {
  assigned: 'TaskAssigned',
  acknowledged: 'TaskAcknowledged',
  inProgress: 'ProgressReported',
  submitted: 'TaskSubmitted',
  accepted: 'TaskAccepted',
};
/** What is sent back is in progress again. */
const STANDS_AT: Readonly<Record<string, string>> = { returned: 'inProgress' };

export const Life = ({ task }: Readonly<{ task: Task }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const now = useNow();
  const { items: lines } = useHistory(task.id);
  const here = STEPS.indexOf(STANDS_AT[task.state] ?? task.state);
  const reachedAt = (step: string) => lines.findLast(({ type }) => type === EVENTS[step])?.at;
  return (
    <ol className="card life" aria-label={say('task.life')}>
      {STEPS.map((step, index) => {
        const at = index <= here ? reachedAt(step) : undefined;
        return (
          <li
            key={step}
            className={index < here ? 'past' : index === here ? 'here' : 'todo'}
            aria-current={index === here ? 'step' : undefined}
          >
            <i className="node" />
            <b>
              <Say id={`state.${step}`} />
            </b>
            <span>{at === undefined ? '–' : shortMoment(language, at, now)}</span>
          </li>
        );
      })}
    </ol>
  );
};
