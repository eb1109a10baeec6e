import type { Effect, Saga } from '@edict/kernel';

import { standingUnitOf } from '../office.ts';
import type { StandingUnit, StandingUnitCommand, StandingUnitEvent } from './standing-unit.decider.ts';

/** What has left one desk arrives at the successor's, also after a crash in between. */
export const mandates: Saga<StandingUnit, StandingUnitEvent, StandingUnitCommand> = {
  name: 'mandates',
  react(event): readonly Effect<StandingUnitCommand>[] {
    if (event.type !== 'MandateTransferred') return [];
    const { succession, from, to, setUp, announced } = event.data;
    const { stream } = standingUnitOf(setUp.directiveId, to);
    return [{ key: 'inherit', send: { stream, type: 'InheritMandate', data: { succession, from, setUp, announced } } }];
  },
};
