import { idOf, skipUnknown, type Projection } from '@edict/kernel';

import type { StandingUnitEvent } from './standing-unit.decider.ts';

export type StandingUnitRow = Readonly<{
  standingUnitId: string;
  directiveId: string;
  committee: string;
  from: string;
  until: string | null;
  untilOn: string | null;
  state: string;
  heir: string;
  setUpAt: string;
}>;

/** Which exist. Which are missing is what the directive expects without these. */
export const standingUnitView: Projection<StandingUnitRow, StandingUnitEvent> = {
  table: 'standing_unit',
  version: 1,
  columns: {
    standingUnitId: 'text',
    directiveId: 'text',
    committee: 'text',
    from: 'text',
    until: 'text',
    untilOn: 'text',
    state: 'text',
    heir: 'text',
    setUpAt: 'text',
  },
  indexes: [['directiveId'], ['committee']],
  keys: (event) => (event.stream.startsWith('standingUnit-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    switch (event.type) {
      case 'StandingUnitSetUp': {
        const { directiveId, committee, mandate, heir } = event.data;
        return {
          standingUnitId: idOf(event.stream),
          directiveId,
          committee,
          from: mandate.from,
          until: mandate.until,
          untilOn: mandate.untilOn,
          state: 'working',
          heir: heir.unit,
          setUpAt: event.occurredAt,
        };
      }
      case 'MandateEndNeared':
        return row && { ...row, state: 'endNear' };
      case 'MandateEnded':
        return row && { ...row, state: 'ended' };
      default:
        return skipUnknown(event, row);
    }
  },
};
