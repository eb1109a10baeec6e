import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useHalts } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { owedAmong, stuckAmong, type Owed, type Stuck } from './halts.ts';
import { Register } from './register.tsx';

const SHOWN = 6;

type HaltedProps = Readonly<{ id: string; tasks: readonly Task[] }>;

/** What nobody can move without a decision, apart from what a named unit can move by itself. */
export const Halted = ({ id, tasks }: HaltedProps): JSX.Element => {
  const { data, error } = useHalts(id);
  if (!data) return <Waiting error={error} />;
  return (
    <>
      <StuckOnes stuck={stuckAmong(data.stuck, tasks)} all={data.stuck.length} tasks={tasks} />
      <WaitingOnes owed={owedAmong(data.waiting)} all={data.waiting.length} />
    </>
  );
};

type StuckProps = Readonly<{ stuck: readonly Stuck[]; all: number; tasks: readonly Task[] }>;

const StuckOnes = ({ stuck, all, tasks }: StuckProps): JSX.Element => (
  <Register
    title="onePage.stuck"
    how={<Say id="onePage.stuckHow" count={all} />}
    className="stuck"
    heads={['directives.task', 'onePage.needs', 'onePage.decides']}
    hidden={stuck.length - SHOWN}
  >
    {stuck.slice(0, SHOWN).map((each) => (
      <StuckRow key={`${each.ref}/${each.needs}/${each.by.join()}`} stuck={each} tasks={tasks} />
    ))}
  </Register>
);

const StuckRow = ({ stuck, tasks }: Readonly<{ stuck: Stuck; tasks: readonly Task[] }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { ref, needs, by, tasks: count } = stuck;
  const task = tasks.find((each) => each.ref === ref);
  return (
    <tr>
      <td className="mono">
        {task === undefined ? (
          ref
        ) : (
          <Link to="/tasks/$id" params={{ id: task.id }}>
            {ref}
          </Link>
        )}
        {count === 1 ? '' : ` × ${count}`}
      </td>
      <td>
        <Say id={`needs.${needs}`} />
      </td>
      <td>{by.map(nameOf).join(', ')}</td>
    </tr>
  );
};

const WaitingOnes = ({ owed, all }: Readonly<{ owed: readonly Owed[]; all: number }>): JSX.Element => (
  <Register
    title="onePage.waiting"
    how={<Say id="onePage.waitingHow" count={all} />}
    className="waits"
    heads={['onePage.owed', 'onePage.tasks', 'onePage.owedBy']}
  >
    {owed.map((each) => (
      <OwedRow key={each.step} owed={each} />
    ))}
  </Register>
);

const OwedRow = ({ owed: { step, tasks, units, most } }: Readonly<{ owed: Owed }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const others = units - most.length;
  return (
    <tr>
      <td>
        <Say id={`owed.${step}`} />
      </td>
      <td data-head={say('onePage.tasks')} className="num">
        {tasks}
      </td>
      <td>
        {most.map(nameOf).join(', ')}
        {others > 0 ? (
          <>
            {' '}
            <Say id="onePage.andOthers" units={others} />
          </>
        ) : null}
      </td>
    </tr>
  );
};
