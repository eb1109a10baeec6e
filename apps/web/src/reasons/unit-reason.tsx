import type { JSX } from 'react';

import { useUnitLife } from '../api/unit-life.ts';
import type { Unit } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { beginOf } from '../i18n/days.ts';
import { longDay } from '../i18n/times.ts';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn, proofOf } from './by-event.tsx';
import { lastOf } from './made-by.ts';
import { Reason } from './reason.tsx';
import { endedBy } from './unit-said.ts';

type UnitProps = Readonly<{ unit: Unit }>;

/** As what a unit was registered. */
export const UnitKindReason = ({ unit: { unitId, kind } }: UnitProps): JSX.Element => {
  const { items: lines } = useUnitLife(unitId);
  const by = lastOf(lines, ['UnitRegistered', 'UnitRegistrationCorrected']);
  return (
    <Reason
      title={<Say id={`unitKind.${kind}`} />}
      rule={<Say id={`reason.unitKind.${kind}`} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      prove={proofOf(`unit-${unitId}`)}
    />
  );
};

/** By which succession a unit has come to its end. */
export const UnitOverReason = ({ unit: { unitId }, day }: UnitProps & Readonly<{ day: string }>): JSX.Element => {
  const { items: lines } = useUnitLife(unitId);
  const { language } = useConsole().preferences;
  const ended = endedBy(lines, unitId, day);
  return (
    <Reason
      title={<Say id="units.over" day={longDay(language, new Date(beginOf(day)))} />}
      rule={ended && <Say id={ended.isFollowed ? 'reason.unitOver' : 'reason.unitOver.nobody'} />}
      events={ended && <ByEvent line={ended.by} />}
      position={placeIn(lines)}
      show={{ to: '/units', search: { show: 'successions' } }}
      prove={proofOf(`unit-${unitId}`)}
    />
  );
};
