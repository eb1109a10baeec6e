import type { JSX } from 'react';

import { Mark } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';

type LampProps = Readonly<{ name: 'live' | 'ready' | 'well'; isOn: boolean; problem: Error | null }>;

/** A yes or a no, as word, mark and colour, and why. */
export const Lamp = ({ name, isOn, problem }: LampProps): JSX.Element => (
  <section className="card" role="status">
    <div className="body">
      <b className={isOn ? 't-done' : 't-overdue'}>
        <Mark name={isOn ? 'doneInTime' : 'overdue'} />
        <Say id={`health.${name}`} />: <Say id={isOn ? 'health.yes' : 'health.no'} />
      </b>
      <span className="small mid">
        {isOn ? <Say id={`health.${name}.why`} /> : <Why name={name} problem={problem} />}
      </span>
    </div>
  </section>
);

const Why = ({ name, problem }: Pick<LampProps, 'name' | 'problem'>): JSX.Element => (
  <>{name === 'well' ? <Say id="health.degraded" /> : problem ? problem.message : <Say id="frame.offline" />}</>
);
