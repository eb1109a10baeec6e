import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';

import { useHalts } from '../../api/directives.ts';
import type { Task } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { FigureReason, type Narrow } from '../../reasons/figure-reason.tsx';
import { narrowed, type Halts } from '../directives/narrowed.ts';
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
      <StuckOnes id={id} halts={data} tasks={tasks} />
      <WaitingOnes id={id} halts={data} tasks={tasks} />
    </>
  );
};

type OnesProps = HaltedProps & Readonly<{ halts: Halts }>;

type CountProps = OnesProps & Readonly<{ narrow: Narrow; label: string; children: ReactNode }>;

/** How many of them there are, by what they need or wait for, and just these. */
const Count = ({ id, tasks, halts, narrow, label, children }: CountProps): JSX.Element => (
  <Explained
    label={label}
    why={() => (
      <FigureReason
        id={id}
        tasks={narrowed(tasks, narrow, halts)}
        rule={<Say id={`reason.halt.${narrow.halt}`} />}
        narrow={narrow}
      />
    )}
  >
    {children}
  </Explained>
);

const StuckOnes = (of: OnesProps): JSX.Element => {
  const say = useSay();
  const stuck = stuckAmong(of.halts.stuck, of.tasks);
  const how = say('onePage.stuckHow', { count: of.halts.stuck.length });
  return (
    <Register
      title="onePage.stuck"
      how={
        <Count {...of} narrow={{ halt: 'stuck' }} label={how}>
          {how}
        </Count>
      }
      className="stuck"
      heads={['directives.task', 'onePage.needs', 'onePage.decides']}
      hidden={stuck.length - SHOWN}
    >
      {stuck.slice(0, SHOWN).map((each) => (
        <StuckRow key={`${each.ref}/${each.needs}/${each.by.join()}`} {...of} stuck={each} />
      ))}
    </Register>
  );
};

const StuckRow = ({ stuck, ...of }: OnesProps & Readonly<{ stuck: Stuck }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { ref, needs, by, tasks: count } = stuck;
  const task = of.tasks.find((each) => each.ref === ref);
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
        {count === 1 ? null : (
          <>
            {' '}
            <Count {...of} narrow={{ halt: 'stuck', ref, needs }} label={`${ref} × ${count}`}>
              × {count}
            </Count>
          </>
        )}
      </td>
      <td>
        <Say id={`needs.${needs}`} />
      </td>
      <td>{by.map(nameOf).join(', ')}</td>
    </tr>
  );
};

const WaitingOnes = (of: OnesProps): JSX.Element => {
  const say = useSay();
  const how = say('onePage.waitingHow', { count: of.halts.waiting.length });
  return (
    <Register
      title="onePage.waiting"
      how={
        <Count {...of} narrow={{ halt: 'waiting' }} label={how}>
          {how}
        </Count>
      }
      className="waits"
      heads={['onePage.owed', 'onePage.tasks', 'onePage.owedBy']}
    >
      {owedAmong(of.halts.waiting).map((each) => (
        <OwedRow key={each.step} {...of} owed={each} />
      ))}
    </Register>
  );
};

const OwedRow = ({ owed: { step, tasks, units, most }, ...of }: OnesProps & Readonly<{ owed: Owed }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const others = units - most.length;
  return (
    <tr>
      <td>
        <Say id={`owed.${step}`} />
      </td>
      <td data-head={say('onePage.tasks')} className="num">
        <Count {...of} narrow={{ halt: 'waiting', step }} label={`${say(`owed.${step}`)}: ${tasks}`}>
          {tasks}
        </Count>
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
