import { describe, expect, it } from '@jest/globals';
import { specifyProjection } from '@edict/kernel/testing';

import { ISSUED_AT } from '../testing/issued.ts';
import {
  endNeared,
  issuerOffice,
  mandate,
  mandateEnded,
  MANDATE_ENDS,
  standingUnitSetUp,
} from '../testing/matter-examples.ts';
import { standingUnitView, type StandingUnitRow } from './standing-unit.projection.ts';

const given = specifyProjection(standingUnitView);

const row: StandingUnitRow = {
  standingUnitId: 's-1',
  directiveId: 'd1',
  committee: 'ha-noi',
  from: ISSUED_AT,
  until: MANDATE_ENDS,
  untilOn: '2025-10-31',
  state: 'working',
  heir: 'ha-noi',
  setUpAt: '2025-01-01T00:00:00.000Z',
};

describe('The row of a standing unit', () => {
  it('says who set it up, for what, how long, and who comes after it', () => {
    given('standingUnit-s-1', standingUnitSetUp()).then({ 's-1': row });
    const open = { ...mandate, until: null, untilOn: null };
    given('standingUnit-s-1', standingUnitSetUp({ mandate: open, heir: issuerOffice })).then({
      's-1': { ...row, until: null, untilOn: null, heir: 'politburo' },
    });
  });

  it('says that the end is near, and that it has come', () => {
    given('standingUnit-s-1', standingUnitSetUp(), endNeared).then({ 's-1': { ...row, state: 'endNear' } });
    given('standingUnit-s-1', standingUnitSetUp(), mandateEnded).then({ 's-1': { ...row, state: 'ended' } });
    given('standingUnit-s-1', standingUnitSetUp(), endNeared, mandateEnded).then({ 's-1': { ...row, state: 'ended' } });
  });

  it('ignores events of newer versions, and what begins in the middle', () => {
    const newer = { type: 'MandateExtended', data: {} } as never;
    given('standingUnit-s-1', standingUnitSetUp(), newer).then({ 's-1': row });
    given('standingUnit-s-1', endNeared).then({ 's-1': undefined as never });
    given('standingUnit-s-1', mandateEnded).then({ 's-1': undefined as never });
  });

  it('belongs to standing units alone, and to the table "standing_unit"', () => {
    given('matter-m1', standingUnitSetUp()).then({});
    expect(standingUnitView.table).toBe('standing_unit');
    expect(Object.keys(standingUnitView.columns)).toStrictEqual(Object.keys(row));
  });
});
