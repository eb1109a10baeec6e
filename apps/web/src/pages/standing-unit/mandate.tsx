import type { JSX } from 'react';

import type { StandingUnit } from '../../api/matters.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, daysBetween, longDay } from '../../i18n/times.ts';
import { Explained } from '../../parts/explained.tsx';
import { useNow } from '../../parts/now.ts';
import { Say } from '../../parts/say.tsx';
import { DaysLeftReason, MandateReason } from '../../reasons/mandate-reason.tsx';

/** From when to when it may receive, and how much of it is left. */
export const Mandate = ({ unit }: Readonly<{ unit: StandingUnit }>): JSX.Element => {
  const now = useNow();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const last = unit.until === null ? null : dayEndingAt(unit.until);
  return (
    <section className="mand">
      <div className="t">
        <h1>{nameOf(unit.committee)}</h1>
        <Explained className="dim" why={() => <MandateReason unit={unit} />}>
          <Say id={`mandate.${unit.state}`} />
        </Explained>
        <span className="sp" />
        {last === null ? (
          <span className="missing">
            <Say id="mandate.noEnd" />
          </span>
        ) : (
          <Explained why={() => <DaysLeftReason unit={unit} />}>
            <Say id="mandate.until" day={longDay(language, last)} days={Math.max(0, daysBetween(now, last))} />
          </Explained>
        )}
      </div>
      {last === null ? null : <Track from={unit.from} until={unit.until ?? ''} now={now} />}
    </section>
  );
};

const Track = ({ from, until, now }: Readonly<{ from: string; until: string; now: Date }>): JSX.Element => {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  const part = Math.min(1, Math.max(0, (now.getTime() - start) / (end - start)));
  return (
    <div className="track" aria-hidden="true">
      <i style={{ width: `${part * 100}%` }} />
      <u style={{ left: `${part * 100}%` }} />
    </div>
  );
};
