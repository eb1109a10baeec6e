import type { JSX } from 'react';

import { useUnitNames, useUnits } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { beginOf, dayOf } from '../../i18n/days.ts';
import { longDay } from '../../i18n/times.ts';
import { useClock } from '../../parts/now.ts';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useHoldings, type Holding } from './holds.ts';
import { outlookOf, type Outlook } from './succession-offers.ts';
import type { Planned } from './tree.ts';

type WhatMovesProps = Readonly<{ planned: Planned; outlook?: Outlook }>;

/** What lies with those who are taken over, and what comes of it: before anything is confirmed. */
export const WhatMoves = ({ planned, outlook }: WhatMovesProps): JSX.Element => {
  const today = dayOf(useClock());
  const { items } = useUnits();
  const known = planned.from.filter((id) => items.some(({ unitId }) => unitId === id)); // as it is written, it is no name yet
  const { data, error } = useHoldings(known);
  return (
    <section className="preview">
      <h3>
        <Say id="succession.preview" />
      </h3>
      {data ? <Held holdings={data} /> : <Waiting error={error} />}
      <p>
        <Comes planned={planned} outlook={outlook ?? outlookOf(planned, today)} />
      </p>
    </section>
  );
};

const Held = ({ holdings }: Readonly<{ holdings: readonly Holding[] }>): JSX.Element => (
  <ul>
    {holdings.map((holding) => (
      <li key={holding.unit}>
        <OfUnit holding={holding} />
      </li>
    ))}
  </ul>
);

const OfUnit = ({ holding }: Readonly<{ holding: Holding }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { unit, open, tasks, matters, mandates } = holding;
  const line = (
    <>
      <b>{nameOf(unit)}</b>{' '}
      <span className="mid">
        <Say id="succession.holdsNow" open={open} matters={matters} mandates={mandates} />
      </span>
    </>
  );
  if (tasks.length === 0) return line;
  return (
    <details>
      <summary>{line}</summary>
      <ul className="tasks">
        {tasks.map(({ id, ref, statement }) => (
          <li key={id}>
            <span className="mono">{ref}</span> <Prose text={statement} />
          </li>
        ))}
      </ul>
      {open > tasks.length ? (
        <p className="dim">
          <Say id="succession.more" more={open - tasks.length} />
        </p>
      ) : null}
    </details>
  );
};

const Comes = ({ planned, outlook }: Readonly<{ planned: Planned; outlook: Outlook }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const day = planned.on === null ? '' : longDay(language, new Date(beginOf(planned.on)));
  return <Say id={`succession.outlook.${outlook}`} day={day} to={planned.to === null ? '' : nameOf(planned.to)} />;
};
