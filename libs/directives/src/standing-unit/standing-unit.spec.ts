import { describe, expect, it } from '@jest/globals';
import { fold } from '@edict/kernel';
import { at, person, ring, specify } from '@edict/kernel/testing';

import { secretariatOf, standingUnitOf } from '../office.ts';
import { registered } from '../testing/issued.ts';
import {
  charter,
  charterRules,
  endNeared,
  JUNE,
  LAST_MOMENT,
  mandate,
  mandateEnded,
  MANDATE_ENDS,
  NOTICE_AT,
  standing,
  standingUnitSetUp,
} from '../testing/matter-examples.ts';
import type { Charter } from './charter.ts';
import { standingUnit, type StandingUnitCommand } from './standing-unit.decider.ts';

type SetUp = Extract<StandingUnitCommand, { type: 'SetUpStandingUnit' }>;

const given = specify(standingUnit);
const by = (unit: string, now = JUNE, occurredAt = now, stream: string = standing.stream) =>
  at(now, person(unit), occurredAt, stream);
const setUp = (foreseen: Charter | null = charter(), more: Partial<SetUp['data']> = {}): SetUp => ({
  type: 'SetUpStandingUnit',
  data: {
    directiveId: 'd1',
    committee: 'ha-noi',
    charter: { value: foreseen, source: 'directive-d1@0' },
    registration: registered('ha-noi', { parent: 'government' }),
    ...more,
  },
});

describe('A standing unit', () => {
  it('is set up by a committee that the directive names', () => {
    given().when(setUp(), by('ha-noi')).then(standingUnitSetUp());
    given()
      .when(setUp(charter({ committees: ['hue'] })), by('ha-noi'))
      .thenRefused('standingUnit/not-named');
    given()
      .when(setUp(charter({ committees: [] })), by('ha-noi'))
      .thenRefused('standingUnit/not-named');
  });

  it('is set up where the directive foresees any', () =>
    given().when(setUp(null), by('ha-noi')).thenRefused('standingUnit/not-foreseen'));

  it('is set up by its own committee alone', () => {
    given().when(setUp(), by('hue')).thenRefused('standingUnit/not-the-committee');
    given().when(setUp(), by('politburo')).thenRefused('standingUnit/not-the-committee');
  });

  it('is set up once, and not again once its mandate has ended', () => {
    for (const history of [[standingUnitSetUp()], [standingUnitSetUp(), mandateEnded]])
      given(...history)
        .when(setUp(), by('ha-noi'))
        .thenRefused('standingUnit/exists');
  });

  it('has one stream for its directive and committee', () => {
    const { stream } = standingUnitOf('d2', 'ha-noi');
    given()
      .when(setUp(), by('ha-noi', JUNE, JUNE, stream))
      .thenRefused('standingUnit/other-stream');
    const other = setUp(charter(), { committee: 'hue' });
    given().when(other, by('hue')).thenRefused('standingUnit/other-stream');
  });

  it('that is entered after it was set up says how that is known', () => {
    const late = by('ha-noi', '2025-06-03T02:00Z', JUNE);
    const evidence = 'The decision of the committee';
    given().when(setUp(), late).thenRefused('act/without-evidence');
    given().when(setUp(charter(), { evidence }), late).then(standingUnitSetUp({ evidence }));
  });
});

describe('The mandate of a standing unit', () => {
  it('includes its last day: until then one can be set up, judged by when that occurred', () => {
    const evidence = 'A stamp';
    given().when(setUp(), by('ha-noi', LAST_MOMENT)).then(standingUnitSetUp());
    given().when(setUp(), by('ha-noi', MANDATE_ENDS)).thenRefused('standingUnit/mandate-over');
    given()
      .when(setUp(charter(), { evidence }), by('ha-noi', '2025-11-20T02:00Z', LAST_MOMENT))
      .then(standingUnitSetUp({ evidence }));
    given()
      .when(setUp(charter(), { evidence }), by('ha-noi', '2025-11-20T02:00Z', MANDATE_ENDS))
      .thenRefused('standingUnit/mandate-over');
  });

  it('begins with the issue, or with the day that is stated', () => {
    const from = '2025-06-30T17:00:00.000Z' as typeof mandate.from;
    given()
      .when(setUp(charter({ fromOn: '2025-07-01' })), by('ha-noi'))
      .then(standingUnitSetUp({ mandate: { ...mandate, from } }));
  });

  it('has no end and no notice where none is stated', () => {
    const open = standingUnitSetUp({ mandate: { ...mandate, until: null, untilOn: null }, noticeAt: null });
    given()
      .when(setUp(charter({ untilOn: null })), by('ha-noi', '2030-01-01T00:00Z'))
      .then(open);
    given(open).thenWaitsFor();
    for (const type of ['AnnounceSunset', 'EndMandate'] as const)
      given(open)
        .when({ type, data: { untilOn: '2025-10-31' } }, at('2031-01-01T00:00Z', ring))
        .thenNothing();
  });
});

describe('Who takes over what is open', () => {
  const heirs = (handOverTo: Charter['handOverTo'], parent: string | null | undefined, heir: string) => {
    const value = parent === undefined ? null : registered('ha-noi', { parent }).value;
    given()
      .when(setUp(charter({ handOverTo }), { registration: { value, source: 'unit-ha-noi@0' } }), by('ha-noi'))
      .then(standingUnitSetUp({ heir: secretariatOf(heir) }));
  };

  it('is the committee itself, where the policy says so', () => {
    heirs('committee', 'government', 'ha-noi');
    heirs('committee', undefined, 'ha-noi');
  });

  it('is the committee above it, or the issuer where none is known', () => {
    heirs('superior', 'government', 'government');
    heirs('superior', null, 'politburo');
    heirs('superior', undefined, 'politburo');
  });

  it('is the issuer, where the policy says so', () => heirs('issuer', 'government', 'politburo'));
});

describe('The end of a mandate', () => {
  const announce: StandingUnitCommand = { type: 'AnnounceSunset', data: { untilOn: '2025-10-31' } };
  const end: StandingUnitCommand = { type: 'EndMandate', data: { untilOn: '2025-10-31' } };
  const notice = { key: `notice/${NOTICE_AT}`, at: NOTICE_AT, ring: announce };
  const last = { key: `end/${MANDATE_ENDS}`, at: MANDATE_ENDS, ring: end };

  it('is announced as many days before as the policy says, at its hour', () => {
    given(standingUnitSetUp()).thenWaitsFor(notice, last);
    given(standingUnitSetUp()).when(announce, at('2025-10-17T00:59:59.999Z', ring)).thenNothing();
    for (const now of [NOTICE_AT, LAST_MOMENT])
      given(standingUnitSetUp()).when(announce, at(now, ring)).then(endNeared);
    const rules = { ...charterRules, sunsetNoticeDays: 30, remindAt: '09:30' };
    const noticeAt = '2025-10-01T02:30:00.000Z' as typeof NOTICE_AT;
    given()
      .when(setUp(charter({ rules })), by('ha-noi'))
      .then(standingUnitSetUp({ rules, noticeAt }));
  });

  it('is announced once', () => {
    given(standingUnitSetUp(), endNeared).thenWaitsFor(last);
    given(standingUnitSetUp(), endNeared).when(announce, at(LAST_MOMENT, ring)).thenNothing();
    given(standingUnitSetUp(), endNeared).when(announce, at(MANDATE_ENDS, ring)).thenNothing();
  });

  it('is said itself where the notice would come after it', () =>
    given(standingUnitSetUp()).when(announce, at(MANDATE_ENDS, ring)).then(mandateEnded));

  it('comes with the end of the last day, not a millisecond before, and once', () => {
    given(standingUnitSetUp()).when(end, at(LAST_MOMENT, ring)).thenNothing();
    for (const history of [[standingUnitSetUp()], [standingUnitSetUp(), endNeared]])
      for (const now of [MANDATE_ENDS, '2026-01-01T00:00Z'])
        given(...history)
          .when(end, at(now, ring))
          .then(mandateEnded);
    given(standingUnitSetUp(), mandateEnded).thenWaitsFor();
    for (const command of [announce, end])
      given(standingUnitSetUp(), mandateEnded).when(command, at(MANDATE_ENDS, ring)).thenNothing();
  });

  it('is not waited for where none has been set up', () => {
    given().thenWaitsFor();
    for (const command of [announce, end]) given().when(command, at(MANDATE_ENDS, ring)).thenNothing();
  });

  it('leaves the mandate known, since acts are judged by when they occurred', () =>
    expect(fold(standingUnit, [standingUnitSetUp(), endNeared, mandateEnded])).toStrictEqual({
      setUp: standingUnitSetUp().data,
      announced: true,
      ended: true,
      movedTo: null,
    }));
});
