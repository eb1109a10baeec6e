import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useStream } from '../api/streams.ts';
import { useUnitNames } from '../api/units.tsx';
import { useHoldings } from '../pages/units/holds.ts';
import type { Stage } from '../pages/units/succession-offers.ts';
import { Say } from '../parts/say.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { lastOf } from './made-by.ts';
import { Reason } from './reason.tsx';
import { sumOf } from './sums.ts';

const BRINGS: Readonly<Record<Stage, readonly string[]>> = {
  registered: [],
  ahead: ['SuccessionPlanned', 'SuccessorNamed', 'EffectiveDayFixed'],
  inEffect: ['SuccessionTookEffect', 'HoldingsListed', 'EffectiveDayFixed', 'SuccessionPlanned'],
};

/** How far a succession has come, and by what. */
export const StageReason = ({ id, stage }: Readonly<{ id: string; stage: Stage }>): JSX.Element => {
  const stream = `succession-${id}`;
  const { items: lines } = useStream(stream, stage !== 'registered');
  const by = lastOf(lines, BRINGS[stage]);
  return (
    <Reason
      title={<Say id={`succession.stage.${stage}`} />}
      rule={<Say id={`reason.stage.${stage}`} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      {...(lines.length > 0 && { prove: proofOf(stream) })}
    />
  );
};

/** Of how many tasks each unit that is taken over has still to do, and which these are. */
export const HoldsReason = ({ units }: Readonly<{ units: readonly string[] }>): JSX.Element => {
  const { data: holdings, error } = useHoldings(units);
  const nameOf = useUnitNames();
  if (!holdings) return <Waiting error={error} />;
  return (
    <Reason
      title={sumOf(holdings.map(({ open }) => open))}
      parts={holdings.map(({ unit, open, tasks }) => (
        <div key={unit}>
          {open} {nameOf(unit)}
          <ul className="in-heap">
            {tasks.map(({ id, ref }) => (
              <li key={id}>
                <Link className="link mono" to="/tasks/$id" params={{ id }}>
                  {ref}
                </Link>
              </li>
            ))}
            {open > tasks.length ? (
              <li>
                <Say id="reason.holds.more" more={open - tasks.length} />
              </li>
            ) : null}
          </ul>
        </div>
      ))}
      rule={<Say id="reason.holds" />}
      view="task"
    />
  );
};
