import type { JSX } from 'react';

import { useStream } from '../api/streams.ts';
import type { StandingUnit } from '../api/matters.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { dayEndingAt, daysBetween, longDay } from '../i18n/times.ts';
import { useNow } from '../parts/now.ts';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { mandateBy } from './mandate-said.ts';
import { Reason } from './reason.tsx';

type MandateProps = Readonly<{ unit: StandingUnit }>;

/** Since when a standing unit receives, or no longer does. */
export const MandateReason = ({ unit: { standingUnitId, state, heir } }: MandateProps): JSX.Element => {
  const stream = `standingUnit-${standingUnitId}`;
  const { items: lines } = useStream(stream);
  const nameOf = useUnitNames();
  const by = mandateBy(lines, state);
  return (
    <Reason
      title={<Say id={`mandate.${state}`} />}
      rule={<Say id={`reason.mandate.${state}`} />}
      events={by && <ByEvent line={by} />}
      next={<Say id="reason.mandate.heir" unit={nameOf(heir)} />}
      position={placeIn(lines)}
      prove={proofOf(stream)}
    />
  );
};

/** How many days a standing unit has left, from which day to which. */
export const DaysLeftReason = ({ unit }: MandateProps): JSX.Element => {
  const stream = `standingUnit-${unit.standingUnitId}`;
  const { items: lines } = useStream(stream);
  const now = useNow();
  const { language } = useConsole().preferences;
  const last = dayEndingAt(unit.until ?? '');
  const by = mandateBy(lines, 'working');
  const days = Math.max(0, daysBetween(now, last));
  return (
    <Reason
      title={<Say id="reason.mandate.days" days={days} last={longDay(language, last)} today={longDay(language, now)} />}
      rule={<Say id="reason.mandate.rule" />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(stream)}
    />
  );
};
