import { idOf, skipUnknown, type Projection } from '@edict/kernel';

import type { SetUp, StandingUnitEvent } from './standing-unit.decider.ts';

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
    if (event.type === 'StandingUnitSetUp') return rowOf(idOf(event.stream), event.data, event.occurredAt);
    if (event.type === 'MandateInherited') return row ?? rowOf(idOf(event.stream), event.data.setUp, event.occurredAt);
    return row && { ...row, state: stateAfter(event, row.state) };
  },
};

type Later = Exclude<StandingUnitEvent, { type: 'StandingUnitSetUp' | 'MandateInherited' }>;

const stateAfter = (event: Later, state: string): string => {
  switch (event.type) {
    case 'MandateTransferred':
      return 'transferred';
    case 'MandateEndNeared':
      return 'endNear';
    case 'MandateEnded':
      return 'ended';
    default:
      return skipUnknown(event, state);
  }
};

const rowOf = (standingUnitId: string, { directiveId, committee, mandate, heir }: SetUp, setUpAt: string) => ({
  standingUnitId,
  directiveId,
  committee,
  from: mandate.from,
  until: mandate.until,
  untilOn: mandate.untilOn,
  state: 'working',
  heir: heir.unit,
  setUpAt,
});
